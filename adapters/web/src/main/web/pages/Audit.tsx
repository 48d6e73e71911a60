// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { count, dateTime } from '../format';
import { get, reason } from '../state/api';
import { text } from '../text';

const ENTRIES = 100;
/** A check reads everything; a million entries take a minute on a small machine. */
const CHECK_PATIENCE_MILLIS = 300_000;

interface Entry {
  number: number;
  atMillis: number;
  kind: 'PERSON' | 'SCRIPT' | 'CONSOLE' | 'SERVER';
  who: string;
  from: string;
  verb: string;
  target: string;
  outcome: 'DONE' | 'FAILED' | 'DENIED' | 'WAITING' | 'APPROVED' | 'REFUSED';
  before: string;
  after: string;
}

interface Check {
  good: boolean;
  entries: number;
  head: string | null;
  problems: string[];
  remarks: string[];
}

/** Who did what, the newest first; what was read last stays when older entries are fetched. */
export function Audit() {
  const t = text().audit;
  const [entries, setEntries] = useState<Entry[]>([]);
  const [more, setMore] = useState(false);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(true);
  const [filter, setFilter] = useState('');

  const read = async (before?: number) => {
    setBusy(true);
    try {
      const answer = await get<{ more: boolean; entries: Entry[] }>(
        `/audit?entries=${ENTRIES}${before === undefined ? '' : `&before=${before}`}`);
      setEntries(shown => (before === undefined ? answer.entries : [...shown, ...answer.entries]));
      setMore(answer.more);
      setFailure('');
    } catch (refused) {
      setFailure(reason(refused));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => void read(), []);

  const wanted = filter.trim().toLowerCase();
  const rows = entries.filter(entry => wanted === '' || words(entry).includes(wanted));
  return (
    <>
      <h1>{text().pages.audit}</h1>
      <Checking />
      <section class="card">
        <header>
          <input type="search" aria-label={t.filter} placeholder={t.filter} value={filter}
            onInput={event => setFilter(event.currentTarget.value)} />
          <div class="buttons">
            <button type="button" disabled={busy} onClick={() => void read()}>{t.again}</button>
            <a class="button" href="/api/v1/audit/export?format=CSV" download>{t.csv}</a>
            <a class="button" href="/api/v1/audit/export?format=JSONL" download>{t.jsonl}</a>
          </div>
        </header>
        {failure !== '' && <p class="failure" role="alert">{failure}</p>}
        {rows.length > 0 && <Rows entries={rows} />}
        {!busy && failure === '' && rows.length === 0 && <p class="soft">{entries.length === 0 ? t.empty : t.noneWanted}</p>}
        <p class="buttons">
          <span class="soft" role="status">{busy ? t.reading : entries.length > 0 ? t.shown(count(rows.length), count(entries.length)) : ''}</span>
          {more && <button type="button" disabled={busy} onClick={() => void read(entries[entries.length - 1]!.number)}>{t.older}</button>}
        </p>
      </section>
    </>
  );
}

function words(entry: Entry): string {
  const t = text().audit;
  return [entry.number, entry.who, entry.from, entry.verb, t.verbs[entry.verb] ?? '', entry.target, t.outcomes[entry.outcome],
    entry.before, entry.after].join(' ').toLowerCase();
}

function Rows({ entries }: { entries: Entry[] }) {
  const t = text().audit;
  return (
    <div class="audit" tabIndex={0} role="region" aria-label={text().pages.audit}>
      <table class="list">
        <thead><tr>{t.columns.map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {entries.map(entry => (
            <tr key={entry.number} class={entry.outcome === 'DENIED' || entry.outcome === 'FAILED' ? 'doubtful' : ''}>
              <td>{entry.number}</td>
              <td>{dateTime(entry.atMillis)}</td>
              <td>{entry.who} <span class="soft">{entry.from}</span></td>
              <td title={entry.verb}>{t.verbs[entry.verb] ?? entry.verb}</td>
              <td>{entry.target}</td>
              <td>{t.outcomes[entry.outcome]}</td>
              <td class="change">{entry.before !== '' && <><s>{entry.before}</s> → </>}{entry.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Lets the server check every link, and says what it has found. */
function Checking() {
  const t = text().audit;
  const [check, setCheck] = useState<Check | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    setFailure('');
    try {
      setCheck(await get<Check>('/audit/check', CHECK_PATIENCE_MILLIS));
    } catch (refused) {
      setCheck(null);
      setFailure(reason(refused));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section>
      <p class="soft">{t.what}</p>
      <p class="buttons"><button type="button" disabled={busy} onClick={() => void start()}>{t.check}</button></p>
      <div role="status">
        {busy && <p class="soft">{t.checking}</p>}
        {failure !== '' && <p class="failure">{failure}</p>}
        {!busy && check && (check.good
          ? <p class="finding p4"><span class="shape" aria-hidden="true">●</span>{t.good(count(check.entries))}</p>
          : <p class="finding p1"><span class="shape" aria-hidden="true">▲</span>{t.bad(count(check.entries))}</p>)}
        {!busy && check?.problems.map(each => <p key={each} class="finding p2"><span class="shape" aria-hidden="true">◆</span>{each}</p>)}
        {!busy && check?.remarks.map(each => <p key={each} class="soft">{each}</p>)}
        {!busy && check?.head && <p class="soft">{t.head} <code>{check.head}</code></p>}
      </div>
    </section>
  );
}
