// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { count, date, tick } from '../format';
import { link } from '../state/route';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import { PRIORITIES } from './model';
import type { Kpi } from './model';
import { judged } from './judge';
import { numberOf } from './order';
import { partsOf } from './query';
import { useDefinitions } from './useDefinitions';
import { nameOf } from './words';

const AGAIN_MILLIS = 60_000;
const DAY_MILLIS = 86_400_000;
const DAYS = [7, 30, 90, 365];

/** How good the alarms are themselves: few, spread over time, each worth something. */
export function Figures() {
  const [days, setDays] = useState(30);
  const { value: kpi, failure } = usePoll<Kpi>(`/alarms/kpi?days=${days}`, AGAIN_MILLIS);
  const t = text().alarms;
  return (
    <>
      <p class="buttons">
        <span class="switch" role="group" aria-label={t.range}>
          {DAYS.map(each => <button key={each} aria-pressed={each === days} onClick={() => setDays(each)}>{t.ranges[each]}</button>)}
        </span>
      </p>
      {kpi === null ? <p class="soft">{failure || t.reading}</p> : <All kpi={kpi} />}
    </>
  );
}

function All({ kpi }: { kpi: Kpi }) {
  const t = text().alarms;
  return (
    <>
      <section class="card">
        <h2>{t.perDay}</h2>
        <Bars days={kpi.perDay} />
      </section>
      <div class="kpis">
        {judged(kpi).map(({ name, value, good }) => (
          <section key={name} class={`card kpi${good ? '' : ' beyond'}`}>
            <h3>{t.kpi[name].title}</h3>
            <p class="big">{value === null ? text().notMeasured : `${tick(value, t.kpi[name].decimals)}\u00a0${t.kpi[name].unit}`}
              {!good && <small> <span class="p3" aria-hidden="true">■</span> {t.notGood}</small>}</p>
            <p class="soft">{t.kpi[name].good}</p>
          </section>
        ))}
      </div>
      <div class="two">
        <div>
          <section class="card"><h2>{t.split}</h2><Split kpi={kpi} /><p class="soft">{t.splitGood}</p></section>
          <section class="card"><h2>{t.chattering}</h2><Ids ids={kpi.chattering} none={t.noChattering} />
            <h2>{t.stale}</h2><Ids ids={kpi.stale} none={t.noStale} /></section>
        </div>
        <section class="card"><h2>{t.top}</h2><Top kpi={kpi} /></section>
      </div>
    </>
  );
}

/** A bar a day; the numbers stand in a table for those who do not see them. */
function Bars({ days }: { days: Kpi['perDay'] }) {
  const t = text().alarms;
  const most = Math.max(1, ...days.map(each => each.raises));
  if (days.length === 0) return <p class="soft">{t.noRecords}</p>;
  const label = (each: Kpi['perDay'][number]) => `${date(each.atMillis)}: ${t.raisesOf(each.raises)}`;
  return (
    <figure class="bars" role="img" aria-label={days.map(label).join('; ')}>
      <span class="most">{count(most)}</span>
      <div>{days.map(each => <i key={each.atMillis} title={label(each)} style={{ height: `${100 * each.raises / most}%` }} />)}</div>
      <figcaption><span>{date(days[0]!.atMillis)}</span><span>{date(days.at(-1)!.atMillis + DAY_MILLIS)}</span></figcaption>
    </figure>
  );
}

function Split({ kpi }: { kpi: Kpi }) {
  const t = text();
  const sum = Math.max(1, PRIORITIES.reduce((all, priority) => all + kpi.priorities[priority], 0));
  return (
    <ul class="shares">
      {PRIORITIES.map(priority => {
        const share = kpi.priorities[priority] / sum;
        return (
          <li key={priority}>
            <span class={`p${numberOf(priority)}`} aria-hidden="true">{['', '▲', '◆', '■'][numberOf(priority)]}</span>
            <span>{t.priorities[numberOf(priority)]}</span>
            <span class="share"><i style={{ width: `${100 * share}%` }} /></span>
            <span>{count(kpi.priorities[priority])} <small>{tick(100 * share, 0)}{'\u00a0'}%</small></span>
          </li>
        );
      })}
    </ul>
  );
}

function Top({ kpi }: { kpi: Kpi }) {
  const names = useNames();
  const most = Math.max(1, ...kpi.top.map(each => each.raises));
  if (kpi.top.length === 0) return <p class="soft">{text().alarms.noRecords}</p>;
  return (
    <ol class="shares top-ten">
      {kpi.top.map(each => (
        <li key={each.id}>
          <a href={link('alarms', 'history', each.id)}>{names(each.id)}</a>
          <span class="share"><i style={{ width: `${100 * each.raises / most}%` }} /></span>
          <span>{count(each.raises)}</span>
        </li>
      ))}
    </ol>
  );
}

function Ids({ ids, none }: { ids: string[]; none: string }) {
  const names = useNames();
  if (ids.length === 0) return <p class="soft">{none}</p>;
  return <ul class="plain">{ids.map(id => <li key={id}><a href={link('alarms', 'history', id)}>{names(id)}</a></li>)}</ul>;
}

/** Says what an alarm is by its id: its sort and its place. */
function useNames(): (id: string) => string {
  const definitions = new Map(useDefinitions().map(each => [each.id, each]));
  return id => {
    const { definition, subject } = partsOf(id);
    return nameOf(definition, subject, definitions.get(definition));
  };
}
