// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { when } from '../format';
import { Confirm } from '../parts/Confirm';
import { access, whyNot } from '../state/access';
import { get, post, reason, Refused } from '../state/api';
import { useCell } from '../state/cell';
import { serverNow, site } from '../state/site';
import { text } from '../text';
import { backTestOf, limitChanges, LIMIT_FIELDS } from './limit-model';
import type { BackTest, BlockLimit, Limit, LimitField, LimitPlace } from './limit-model';
import { amount, placeName } from './words';

const DAYS = [7, 30, 90, 365];
const SHOWN = 8;
/** A year of 64 blocks takes a while on a small machine. */
const BACK_TEST_MILLIS = 120_000;

interface Props {
  title: string;
  level: string;
  string: string;
  place: LimitPlace;
  definition: string;
  own: Limit | null;
  inForce: Limit;
  /** What is in force where the place itself gives nothing. */
  inherited: Limit;
  blocks: BlockLimit[];
  onClose: () => void;
  onDone: (words: string) => void;
}

/** Changes one limit of a string or of a block; says before how often it would have raised an alarm. */
export function LimitDialog({ title, level, string, place: first, definition, own: firstOwn, inForce, inherited, blocks, onClose, onDone }: Props) {
  const [place, setPlace] = useState(first);
  const [wished, setWished] = useState<Limit>(() => wishOf(firstOwn));
  const [why, setWhy] = useState('');
  const [failures, setFailures] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const missing = whyNot(useCell(access), 'CHANGE_SETTINGS', [string]);
  const block = place.kind === 'blocks' ? blocks.find(each => each.block === place.id) : undefined;
  const own = place.kind === first.kind && place.id === first.id ? firstOwn : block?.own ?? null;
  const now = place.kind === first.kind && place.id === first.id ? inForce : block?.inForce ?? inForce;
  const below = place.kind === 'blocks' && first.kind === 'strings' ? inForce : inherited;
  const changes = limitChanges(place, definition, own, now, wished);
  const choose = (next: LimitPlace) => {
    setPlace(next);
    setWished(wishOf(next.id === first.id ? firstOwn : blocks.find(each => each.block === next.id)?.own ?? null));
  };
  const apply = async () => {
    setBusy(true);
    setFailures([]);
    try {
      const { versions } = await get<{ versions: { version: number }[] }>('/settings/versions?limit=1');
      const answer = await post<{ version: number }>('/settings/apply', { version: versions[0]?.version ?? 0, changes, why });
      onDone(text().settings.applied(answer.version));
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 202) onDone(problem.message);
      else setFailures(problem instanceof Refused && problem.problems.length > 0 ? problem.problems : [reason(problem)]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Confirm title={`${title} (${level})`} yes={text().settings.apply} onYes={() => void apply()} onNo={onClose}
      disabled={busy || missing !== '' || why.trim() === '' || Object.keys(changes).length === 0}>
      <PlaceField string={string} place={place} onPlace={choose} />
      <div class="limit-fields">
        {LIMIT_FIELDS.map(field => <LimitInput key={field} field={field} value={wished[field]} inherited={below[field]}
          onWish={wish => setWished({ ...wished, [field]: wish })} />)}
      </div>
      <BackTesting asked={days => backTestOf(place, definition, now, wished, days)} />
      <label class="why">{text().settings.why} <input type="text" value={why} maxLength={200} onInput={event => setWhy(event.currentTarget.value)} /></label>
      {missing !== '' && <p>{missing}</p>}
      {failures.length > 0 && <ul class="plain failure" role="alert">{failures.map(each => <li key={each}>{each}</li>)}</ul>}
    </Confirm>
  );
}

const wishOf = (own: Limit | null): Limit => own ?? { limit: null, deadband: null, onDelay: null, offDelay: null, state: null };

function PlaceField({ string, place, onPlace }: { string: string; place: LimitPlace; onPlace: (place: LimitPlace) => void }) {
  const here = useCell(site)?.strings.find(each => each.id === string);
  const t = text().alarms;
  return (
    <label class="field">{t.appliesTo}
      <select value={place.kind === 'strings' ? '' : place.id}
        onChange={event => onPlace(event.currentTarget.value === '' ? { kind: 'strings', id: string } : { kind: 'blocks', id: event.currentTarget.value })}>
        <option value="">{t.wholeString(here?.name ?? string)}</option>
        {here?.blocks.map(block => <option key={block.id} value={block.id}>{placeName(block.id)}</option>)}
      </select>
    </label>
  );
}

interface InputProps {
  field: LimitField;
  value: string | null;
  inherited: string | null;
  onWish: (wish: string | null) => void;
}

function LimitInput({ field, value, inherited, onWish }: InputProps) {
  const t = text().alarms;
  const words = text().settings;
  const otherwise = inherited === null ? '' : field === 'state' ? (inherited === 'off' ? words.off : words.on) : amount(inherited);
  if (field === 'state') {
    return (
      <label class="field">{t.fields[field]}
        <select value={value ?? ''} onChange={event => onWish(event.currentTarget.value || null)}>
          <option value="">{t.inherited(otherwise)}</option><option value="on">{words.on}</option><option value="off">{words.off}</option>
        </select>
      </label>
    );
  }
  return (
    <label class="field">{t.fields[field]}
      <input type="text" value={value ?? ''} placeholder={t.inherited(otherwise)} maxLength={40} onInput={event => onWish(event.currentTarget.value)} />
    </label>
  );
}

/** Asks how often the written limit would have raised an alarm, beside how often the one in force would have. */
function BackTesting({ asked }: { asked: (days: number) => Record<string, unknown> }) {
  const [days, setDays] = useState(30);
  const [answer, setAnswer] = useState<BackTest | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const t = text().alarms;
  const start = async () => {
    setBusy(true);
    setFailure('');
    setAnswer(null);
    try {
      setAnswer(await post<BackTest>('/alarms/backtest', asked(days), BACK_TEST_MILLIS));
    } catch (problem) {
      setFailure(reason(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <fieldset class="back-test">
      <legend>{t.backTest}</legend>
      <div class="buttons">
        <select aria-label={t.range} value={days} onChange={event => setDays(Number(event.currentTarget.value))}>
          {DAYS.map(each => <option key={each} value={each}>{t.ranges[each]}</option>)}
        </select>
        <button type="button" disabled={busy} onClick={() => void start()}>{busy ? t.reading : t.tryLimit}</button>
      </div>
      <div role="status">
        {answer && (
          <>
            <p><b>{t.wouldRaise(answer.total)}</b> <span class="soft">{t.nowRaises(answer.now.total)}</span></p>
            <ol class="events small">
              {answer.raises.slice(0, SHOWN).map(each => (
                <li key={`${each.subject} ${each.atMillis}`}><time>{when(each.atMillis, serverNow())}</time>
                  <span>{placeName(each.subject)}: {amount(each.valueText)}</span></li>
              ))}
            </ol>
            {answer.raises.length > SHOWN && <p class="soft">{text().findings.more(answer.total - SHOWN)}</p>}
            <p class="soft">{answer.resolution}</p>
          </>
        )}
        {failure !== '' && <p class="failure">{failure}</p>}
      </div>
    </fieldset>
  );
}
