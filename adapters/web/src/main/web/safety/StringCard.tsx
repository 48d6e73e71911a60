// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { amps, clock, duration } from '../format';
import { SHAPE_OF_PRIORITY } from '../parts/Icon';
import { access, may } from '../state/access';
import { get } from '../state/api';
import { useCell } from '../state/cell';
import { link } from '../state/route';
import { images, site } from '../state/site';
import { text } from '../text';
import { DeedDialog } from './DeedDialog';
import { oldRises, unbelieved, unmeasured } from './measured';
import type { GuardedString, Limits, Rises } from './model';
import { RisePicture } from './RisePicture';
import { useDeed } from './useDeed';
import { degrees, findingOf, kelvins, ratio } from './words';

const HOUR_MILLIS = 3_600_000;
const PRIORITY = { NORMAL: 4, WARN: 3, ALARM: 2, TRIP: 1 };

/** One string under guard: its stage in words, every block against the limits, and what of the protection is missing. */
export function StringCard({ guard, limits }: { guard: GuardedString; limits: Limits }) {
  const [asking, setAsking] = useState(false);
  const doing = useDeed();
  const who = useCell(access);
  const { rises, failed } = useRises(guard);
  const t = text().safety;
  const id = guard.string;
  const image = useCell(images).get(id);
  const string = useCell(site)?.strings.find(each => each.id === id);
  const silent = unmeasured(image) && guard.cannotProtect === 'NO';
  const unseen = guard.stage === 'NORMAL' && (silent || guard.cannotProtect !== 'NO');
  const priority = unseen ? 2 : PRIORITY[guard.stage];
  const what = findingOf(guard);
  return (
    <article class={`card guard p${priority}${silent ? ' silent' : ''}`} data-string={id} data-stage={guard.stage}>
      <header>
        <h3>{t.string} {id}</h3>
        <span class="stage">{priority < 4 && <span class="shape" aria-hidden="true">{SHAPE_OF_PRIORITY[priority]} </span>}{unseen ? (silent ? text().notMeasured : t.unprotected) : t.stages[guard.stage]}</span>
      </header>
      {!unseen && <p class="sentence">{what.charAt(0).toUpperCase() + what.slice(1)}.{guard.confirmation !== 'NONE' && guard.confirmation !== 'NOT_NEEDED' && <small> {t.confirmed}: {t.confirmations[guard.confirmation]}.</small>}</p>}
      {silent && <p class="failure" role="alert">{t.unmeasured(id)}</p>}
      {guard.cannotProtect !== 'NO' && <p class="failure" role="alert"><b>{t.cannotProtect}.</b> {t.cannot[guard.cannotProtect]}</p>}
      {rises !== null && rises.riseCentikelvins.length > 0 ? <RisePicture rises={rises} old={oldRises(rises, string, image)} guard={guard} limits={limits} />
        : <p class={failed ? 'soft' : 'soft no-look'}>{failed ? t.notRead : guard.steppedAtMillis === null ? t.notYet : ''}</p>}
      <Facts guard={guard} limits={limits} silent={silent} />
      <Notes guard={guard} said={unbelieved(guard, string, image)} />
      <p class="buttons">
        <a class="button" href={link('batteries', id)}>{t.charts}</a>
        {may(who, 'LEARN_ANEW', [id]) && <button onClick={() => setAsking(true)}>{t.deeds.learn}</button>}
      </p>
      <p class="note" role="status">{doing.done}</p>
      {asking && <DeedDialog deed="learn" id={id} strings={id} doing={doing} path={`strings/${encodeURIComponent(id)}/learn-anew`} onNo={() => setAsking(false)} />}
    </article>
  );
}

function Facts({ guard, limits, silent }: { guard: GuardedString; limits: Limits; silent: boolean }) {
  const t = text().safety;
  const lead = guard.leadHours;
  return (
    <dl class="facts">
      <div><dt>{t.hottest}</dt><dd>{guard.decisive ? <a href={link('batteries', guard.string, guard.decisive.block)}>{guard.decisive.block}</a> : text().notMeasured}
        {guard.decisive && <small> {kelvins(guard.decisive.riseKelvin)}</small>}</dd></div>
      <div><dt>{guard.ambientSubstituted ? t.airSubstitute : t.air}</dt><dd>{degrees(guard.referenceCelsius)}</dd></div>
      <div><dt>{t.median}</dt><dd>{kelvins(guard.medianRiseKelvin)}</dd></div>
      <div><dt>{t.float}</dt><dd>{guard.floatCurrentAmps === null ? text().notMeasured : amps(guard.floatCurrentAmps * 1_000)}{guard.currentRatio !== null && <small> {t.times(ratio(guard.currentRatio))}</small>}</dd></div>
      <div><dt>{t.lead}</dt><dd>{silent ? text().notMeasured : lead === null ? (guard.referenceCelsius === null ? text().notMeasured : t.leadNone) : t.leadIn(degrees(limits.tripCelsius), duration(lead * HOUR_MILLIS))}</dd></div>
      <div><dt>{t.learning}</dt><dd>{t.learnings[guard.learning]}{guard.learntBy !== null && <small> {t.learntBy(guard.learntBy)}</small>}</dd></div>
      <div><dt>{t.breaker}</dt><dd>{guard.breaker ?? t.noBreaker}</dd></div>
      <div><dt>{t.sampled}</dt><dd>{guard.steppedAtMillis === null ? text().notYet : clock(guard.steppedAtMillis)}</dd></div>
    </dl>
  );
}

function Notes({ guard, said }: { guard: GuardedString; said: string[] }) {
  const t = text().safety;
  return (
    <>
      {guard.breakerMayNotStopIt && <p class="caveat"><span aria-hidden="true">◆</span> {t.lithium}</p>}
      {guard.equalizingStopped && <p class="soft">{t.equalizingStopped}</p>}
      {guard.recent && <p class="soft">{t.recentNote}</p>}
      {said.map(each => <p key={each} class="caveat"><span aria-hidden="true">◆</span> {each}</p>)}
      {guard.lost.length > 0 && (
        <details class="lost"><summary>{t.lost} <small>{guard.lost.length}</small></summary>
          <ul class="plain">{guard.lost.map(each => <li key={each}>{t.losses[each]}</li>)}</ul></details>
      )}
    </>
  );
}

/** The rises of a string, read anew after each look of its guard. */
function useRises(guard: GuardedString): { rises: Rises | null; failed: boolean } {
  const [rises, setRises] = useState<Rises | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    get<Rises>(`/protection/strings/${encodeURIComponent(guard.string)}/rises`).then(
      answer => { if (wanted) setRises(answer); }, () => { if (wanted) setFailed(true); });
    return () => { wanted = false; };
  }, [guard.string, guard.steppedAtMillis]);
  return { rises, failed };
}
