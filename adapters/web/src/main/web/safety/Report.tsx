// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { date, dateTime, duration, tick } from '../format';
import { get } from '../state/api';
import { useCell } from '../state/cell';
import type { SiteEvent } from '../state/model';
import { protection } from '../state/protection';
import { link } from '../state/route';
import { images, serverNow, site } from '../state/site';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import type { BlackBox, GuardedBreaker, Past, Protection } from './model';
import { unbelieved } from './measured';
import { proofWords } from './PastLists';
import { RuleTable } from './RuleTable';
import { findingOf } from './words';

const YEAR_MILLIS = 365 * 86_400_000;
const EVENTS = 5_000, AGAIN_MILLIS = 60_000;
const KINDS = ['RUNAWAY_STAGE', 'PROTECTION', 'GUARD_LEARNS', 'BREAKER_POLICY', 'BREAKER_PROVED'];

/** How runaway is precluded, detected and controlled here: to be printed and signed. */
export function Report() {
  const all = useCell(protection);
  const here = useCell(site);
  const t = text().safety;
  const { paper } = t;
  if (all === null || here === null) return <p class="soft">{t.reading}</p>;
  return (
    <article class="paper">
      <header class="page no-print"><a class="button" href={link('safety')}>{t.back}</a><button class="strong" onClick={() => print()}>{paper.print}</button></header>
      <h1>{paper.title}</h1>
      <p class="soft">{paper.of(here.name, dateTime(serverNow()))}</p>
      <Installed all={all} />
      <section><h2>{paper.rules}</h2><p>{paper.precluded}</p><p>{paper.votesRule(all.limits.votes)}</p><RuleTable limits={all.limits} /></section>
      <section><h2>{paper.control}</h2><ol>{paper.sequence.map(step => <li key={step}>{step}</li>)}</ol><p>{paper.never}</p><Terms breakers={all.breakers} /><p class="soft">{paper.armedBy}</p></section>
      <section><h2>{paper.proofs}</h2>{all.breakers.length === 0 ? <p>{paper.noEvents}</p> : all.breakers.map(each => <Proofs key={each.breaker} breaker={each} />)}</section>
      <Lost all={all} />
      <Boxes />
      <Events />
      <section><h2>{paper.not}</h2><ul>{paper.nots.map(each => <li key={each}>{each}</li>)}</ul></section>
      <p class="sign"><span>{paper.signature}</span><span>{paper.date}</span></p>
    </article>
  );
}

function Table({ columns, children }: { columns: string[]; children: ComponentChildren }) {
  return <div class="scroll" tabIndex={0} role="region" aria-label={columns.join(', ')}><table><thead><tr>{columns.map(name => <th key={name} scope="col">{name}</th>)}</tr></thead><tbody>{children}</tbody></table></div>;
}

function Installed({ all }: { all: Protection }) {
  const here = useCell(site)!;
  const { paper, ...t } = text().safety;
  const c = paper.columns;
  return (
    <section>
      <h2>{paper.installed}</h2>
      <Table columns={[c.string, c.blocks, c.type, c.capacity, c.sensors, c.breaker, c.guard]}>
        {all.strings.map(guard => {
          const string = here.strings.find(each => each.id === guard.string);
          if (!string) return null;
          const sensors = [paper.blockSensors, ...(string.currentSensor ? [paper.currentSensor] : []), ...(string.ambientSensor ? [paper.airSensor] : [])];
          return (
            <tr key={guard.string}>
              <th scope="row">{string.id}</th><td>{string.blocks.length}</td><td>{string.chemistry}, {string.profile}</td>
              <td>{string.capacityMilliampHours === null ? '–' : `${tick(string.capacityMilliampHours / 1_000, 0)}\u00a0Ah`}</td>
              <td>{sensors.join(', ')}</td><td>{guard.breaker ?? t.noBreaker}</td><td>{guard.cannotProtect === 'NO' ? findingOf(guard) : t.unprotected}; {t.learning}: {t.learnings[guard.learning]}</td>
            </tr>
          );
        })}
      </Table>
    </section>
  );
}

function Terms({ breakers }: { breakers: GuardedBreaker[] }) {
  const { paper, ...t } = text().safety;
  const c = paper.columns;
  if (breakers.length === 0) return <p>{t.noBreakers}</p>;
  return (
    <Table columns={[c.breaker, c.string, `${c.mode} (${paper.atPresent})`, c.terms]}>
      {breakers.map(each => (
        <tr key={each.breaker}>
          <th scope="row">{each.breaker}</th><td>{each.strings.join(', ')}</td><td>{t.modes[each.mode]}: {t.phases[each.phase]}</td>
          <td>{[t.countdownOf(duration(each.terms.countdownMillis)), `${t.facts.discharge}: ${each.terms.inDischarge ? t.dischargeAllowed(each.terms.allowedInDischarge ?? '?') : t.dischargeNever}`,
            `${t.facts.last}: ${each.terms.lastString === 'OPEN' ? t.lastOpen : t.lastKeep}`, `${t.facts.relay}: ${each.cannotTrip.length > 0 ? each.cannotTrip.join('; ') : each.terms.secondRelay ? t.relayGoodTwo : t.relayGood}`,
            `${t.facts.status}: ${each.terms.statusInput ? t.sights[each.sight] : t.noInput}`].map(line => <div key={line}>{line}</div>)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Proofs({ breaker }: { breaker: GuardedBreaker }) {
  const past = usePoll<Past>(`/protection/breakers/${encodeURIComponent(breaker.breaker)}/past`, AGAIN_MILLIS);
  const { paper, ...t } = text().safety;
  const c = paper.columns;
  const due = breaker.proofDueMillis;
  return (
    <>
      <p><b>{t.breaker} {breaker.breaker}</b>: {due === null ? t.proofNever : due < serverNow() ? t.proofOver(date(due)) : t.proofDue(date(due))}</p>
      {past.value && past.value.proofs.length > 0 && (
        <Table columns={[c.when, c.result, c.by]}>
          {past.value.proofs.map((proof, i) => <tr key={i}><td>{dateTime(proof.atMillis)}</td><td>{proofWords(proof)}</td><td>{proof.by}</td></tr>)}
        </Table>
      )}
    </>
  );
}

function Lost({ all }: { all: Protection }) {
  const here = useCell(site);
  const now = useCell(images);
  const { paper, ...t } = text().safety;
  const missing = all.strings.flatMap(guard => [
    ...(guard.cannotProtect === 'NO' ? [] : [`${guard.string}: ${t.cannotProtect}. ${t.cannot[guard.cannotProtect]}`]),
    ...guard.lost.map(each => `${guard.string}: ${t.losses[each]}`), ...(guard.breakerMayNotStopIt ? [`${guard.string}: ${t.lithium}`] : []),
    ...unbelieved(guard, here?.strings.find(each => each.id === guard.string), now.get(guard.string)).map(each => `${guard.string}: ${each}`)]);
  return <section><h2>{paper.lost}</h2>{missing.length === 0 ? <p>{paper.complete}</p> : <ul>{missing.map(each => <li key={each}>{each}</li>)}</ul>}</section>;
}

function Boxes() {
  const all = usePoll<{ blackBoxes: BlackBox[] }>('/protection/black-boxes', AGAIN_MILLIS);
  const t = text().safety;
  return (
    <section>
      <h2>{t.boxes}</h2>
      {all.failure !== '' && <p class="failure">{all.failure}</p>}
      {all.value !== null && (all.value.blackBoxes.length === 0 ? <p>{t.noBoxes}</p> : (
        <ul>{all.value.blackBoxes.map(box => <li key={box.name}>{dateTime(box.beganMillis)}, {box.string}, {t.stages[box.stage]}: {box.name}, {box.sealed ? t.sealed : t.records}</li>)}</ul>
      ))}
    </section>
  );
}

function Events() {
  const [found, setFound] = useState<SiteEvent[] | null>(null);
  const { paper, reading } = text().safety;
  useEffect(() => {
    const now = Math.ceil(serverNow());
    get<{ events: SiteEvent[] }>(`/events?from=${now - YEAR_MILLIS}&to=${now}&limit=${EVENTS}`).then(
      answer => setFound(answer.events.filter(each => KINDS.includes(each.kind))), () => undefined); // said elsewhere
  }, []);
  const c = paper.columns;
  return (
    <section>
      <h2>{paper.events}</h2>
      {found === null ? <p class="soft">{reading}</p> : found.length === 0 ? <p>{paper.noEvents}</p>
        : <Table columns={[c.when, c.what]}>{found.map((each, i) => <tr key={i}><td>{dateTime(each.atMillis)}</td><td>{each.text}</td></tr>)}</Table>}
    </section>
  );
}
