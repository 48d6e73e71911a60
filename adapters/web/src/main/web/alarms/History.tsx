// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks';
import { count, dateTime } from '../format';
import { OUTLINE_OF_PRIORITY, SHAPE_OF_PRIORITY } from '../parts/Icon';
import { summary } from '../state/alarms';
import { get, reason } from '../state/api';
import { useCell } from '../state/cell';
import { serverNow } from '../state/site';
import { text } from '../text';
import type { AlarmRecord } from './model';
import { numberOf } from './order';
import { historyPath, partsOf } from './query';
import { useDefinitions } from './useDefinitions';
import { commentOf, placeName, sentenceOf, titleOf } from './words';

const RECORDS = 200;
const DAY = 86_400_000;
const DAYS = [1, 7, 30, 365, 3650];

/** What happened to alarms, the newest first: who did what, and with which words. */
export function AlarmHistory({ of }: { of: string | undefined }) {
  const start = partsOf(of ?? '');
  const [days, setDays] = useState(of === undefined ? 7 : 365);
  const [definition, setDefinition] = useState(start.definition);
  const [subject, setSubject] = useState(start.subject);
  const [words, setWords] = useState('');
  const [records, setRecords] = useState<AlarmRecord[]>([]);
  const [more, setMore] = useState(false);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(true);
  const definitions = useDefinitions();
  const t = text().alarms;
  const version = useCell(summary)?.version;
  const followed = useRef(version);
  const wanted = { fromMillis: Math.round(serverNow() - days * DAY), definition, subject };
  const read = async (before?: number) => {
    setBusy(true);
    try {
      const answer = await get<{ records: AlarmRecord[]; more: boolean }>(
        historyPath(wanted, before === undefined ? { limit: RECORDS } : { limit: RECORDS, before }));
      setRecords(shown => (before === undefined ? answer.records : [...shown, ...answer.records]));
      setMore(answer.more);
      setFailure('');
    } catch (problem) {
      setFailure(reason(problem));
    } finally {
      setBusy(false);
    }
  };
  // What happens meanwhile is shown, too, until somebody goes on to older records.
  if (records.length <= RECORDS) followed.current = version;
  useEffect(() => {
    const later = setTimeout(() => void read(), 300);
    return () => clearTimeout(later);
  }, [days, definition, subject, followed.current]);
  const search = words.trim().toLowerCase();
  const rows = records.filter(record => search === '' || wordsOf(record).includes(search));
  return (
    <section class="card">
      <div class="alarm-filter buttons">
        <select aria-label={t.range} value={days} onChange={event => setDays(Number(event.currentTarget.value))}>
          {DAYS.map(each => <option key={each} value={each}>{t.ranges[each]}</option>)}
        </select>
        <select aria-label={t.sort} value={definition} onChange={event => setDefinition(event.currentTarget.value)}>
          <option value="">{t.everySort}</option>
          {definitions.map(each => <option key={each.id} value={each.id}>{titleOf(each)} ({t.levels[each.level]})</option>)}
        </select>
        <input type="text" aria-label={t.subject} placeholder={t.subject} value={subject} onInput={event => setSubject(event.currentTarget.value)} />
        <input type="search" aria-label={t.find} placeholder={t.find} value={words} onInput={event => setWords(event.currentTarget.value)} />
        <a class="button" download href={`/api/v1${historyPath(wanted, { format: 'csv', limit: 10_000 })}`}>{text().batteries.csv}</a>
      </div>
      {failure !== '' && <p role="alert" class="failure">{failure}</p>}
      {rows.length > 0 && <Records records={rows} />}
      <p class="buttons">
        <span class="soft" role="status">{busy ? t.reading : rows.length === 0 ? t.noRecords : t.shown(count(rows.length), count(records.length))}</span>
        {more && <button disabled={busy} onClick={() => void read(records[records.length - 1]!.number)}>{text().audit.older}</button>}
      </p>
    </section>
  );
}

function wordsOf(record: AlarmRecord): string {
  const t = text().alarms;
  return [sentenceOf(record), record.subject, placeName(record.subject), t.actions[record.action], record.who, commentOf(record)]
    .join(' ').toLowerCase();
}

function Records({ records }: { records: AlarmRecord[] }) {
  const t = text().alarms;
  return (
    <div class="audit" tabIndex={0} role="region" aria-label={t.history}>
      <table class="list records">
        <thead><tr>{t.recordColumns.map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {records.map(record => (
            <tr key={record.number} class={record.action === 'RAISE' ? '' : 'quieter'}>
              <td>{dateTime(record.atMillis)}</td>
              <td class={`p${numberOf(record.priority)}`}>
                <span aria-hidden="true">{(record.action === 'RAISE' ? SHAPE_OF_PRIORITY : OUTLINE_OF_PRIORITY)[numberOf(record.priority)]}</span>
                <span class="hidden">{text().priorities[numberOf(record.priority)]}</span> {t.actions[record.action]}</td>
              <td class="change">{sentenceOf(record)}</td>
              <td>{record.who === 'server' ? '' : record.who}</td>
              <td class="change">{commentOf(record)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
