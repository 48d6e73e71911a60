// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { SHAPE_OF_PRIORITY } from '../parts/Icon';
import { VerbButton } from '../parts/VerbButton';
import { access, may } from '../state/access';
import { useCell } from '../state/cell';
import { leftOf } from '../state/protection';
import { images, serverNow } from '../state/site';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import { ArmFacts, mayArm } from './ArmFacts';
import { BreakerFacts } from './BreakerFacts';
import { DeedDialog } from './DeedDialog';
import type { Deed } from './DeedDialog';
import type { GuardedBreaker, Past, Protection } from './model';
import { unmeasured } from './measured';
import { PastLists } from './PastLists';
import { ProofSteps } from './ProofSteps';
import { atBreaker, useDeed } from './useDeed';
import { useTick } from '../parts/useTick';
import { minutesSeconds, stateOf } from './words';

const PAST_MILLIS = 5_000;

const VERBS: Record<Exclude<Deed, 'learn'>, string> = {
  trip: 'TRIP_BREAKER', veto: 'VETO_TRIP', release: 'RELEASE_BREAKER', arm: 'ARM_BREAKER', shadow: 'DISARM_BREAKER', disarm: 'DISARM_BREAKER',
  prove: 'PROVE_BREAKER',
};

/** One breaker: how it stands, what counts down, what it may do by itself, and what people can do about it. */
export function BreakerCard({ breaker, all }: { breaker: GuardedBreaker; all: Protection }) {
  const [asking, setAsking] = useState<Exclude<Deed, 'learn'> | null>(null);
  const doing = useDeed();
  const who = useCell(access);
  const past = usePoll<Past>(`/protection/breakers/${encodeURIComponent(breaker.breaker)}/past`, PAST_MILLIS);
  const counting = (breaker.phase === 'COUNTDOWN' || breaker.phase === 'VETOED') && breaker.hold === 'NONE';
  useTick(counting);
  const t = text().safety;
  const now = useCell(images);
  const { priority, sentence } = stateOf(breaker, all, breaker.strings.filter(each => unmeasured(now.get(each))));
  const names = breaker.strings.join(', ');
  const deeds = offered(breaker).filter(deed => may(who, VERBS[deed], breaker.strings));
  return (
    <article class={`card breaker p${priority}`} data-breaker={breaker.breaker} data-phase={breaker.phase} data-mode={breaker.mode}>
      <header>
        <h3>{t.breaker} {breaker.breaker}</h3>
        <span class={`mode ${breaker.mode.toLowerCase()}`} title={t.modeMeans[breaker.mode]}>{t.modes[breaker.mode]}</span>
      </header>
      <div class="now">
        {counting && <p class="countdown" role="timer" aria-label={t.phases[breaker.phase]}>{minutesSeconds(leftOf(breaker))}</p>}
        <div>
          <p class="sentence"><span class="shape" aria-hidden="true">{priority < 4 ? SHAPE_OF_PRIORITY[priority] : '●'}</span> {sentence}</p>
          {counting && <p class="at-zero">{breaker.phase === 'VETOED' ? t.atZeroVeto : breaker.mode === 'SHADOW' ? t.atZeroShadow : t.atZero(names)}</p>}
        </div>
      </div>
      {breaker.cannotTrip.length > 0 && (
        <div class="failure"><b>{t.cannotTrip}</b><ul class="plain">{breaker.cannotTrip.map(why => <li key={why}>{why}</li>)}</ul></div>
      )}
      {breaker.proof !== 'NONE' && <ProofSteps breaker={breaker} doing={doing} />}
      <BreakerFacts breaker={breaker} lastProof={past.value?.proofs[0]} />
      {deeds.length > 0 && (
        <p class="buttons">
          {deeds.map(deed => (
            <VerbButton key={deed} verb={VERBS[deed]} strings={breaker.strings} class={deed === 'veto' || deed === 'release' ? 'strong' : deed === 'trip' ? 'danger' : ''}
              disabled={doing.busy} onClick={() => setAsking(deed)}>{t.deeds[deed]}</VerbButton>
          ))}
        </p>
      )}
      {asking === null && doing.failure !== '' && <p role="alert" class="failure">{doing.failure}</p>}
      <p class="note" role="status">{doing.done}</p>
      {past.value && <PastLists past={past.value} />}
      {asking !== null && (
        <DeedDialog deed={asking} id={breaker.breaker} strings={names} doing={doing} path={atBreaker(breaker.breaker, asking)} onNo={() => setAsking(null)}
          more={asking === 'arm' ? { seen: past.value?.wouldHaveOpened ?? 0 } : {}} refused={asking === 'arm' && (past.value === null || !mayArm(breaker, serverNow()))}>
          {asking === 'arm' && past.value && <ArmFacts breaker={breaker} past={past.value} />}
        </DeedDialog>
      )}
    </article>
  );
}

/** What can be done to a breaker as it stands. */
function offered(breaker: GuardedBreaker): Exclude<Deed, 'learn'>[] {
  const { phase, mode } = breaker;
  const deeds: Exclude<Deed, 'learn'>[] = [];
  if (phase === 'COUNTDOWN' && breaker.hold === 'NONE' && !breaker.vetoUsed && !breaker.hot) deeds.push('veto');
  if (phase === 'OPEN' || phase === 'FAILED' || phase === 'WOULD_BE_OPEN') deeds.push('release');
  if (phase !== 'OPEN' && phase !== 'OPENING') deeds.push('trip');
  if (mode !== 'ARMED') deeds.push('arm');
  if (mode !== 'SHADOW') deeds.push('shadow');
  if (mode !== 'DISARMED') deeds.push('disarm');
  if (breaker.proof === 'NONE' && (phase === 'WATCHING' || phase === 'WOULD_BE_OPEN')) deeds.push('prove');
  return deeds;
}
