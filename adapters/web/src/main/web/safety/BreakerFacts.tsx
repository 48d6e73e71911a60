// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { date, duration } from '../format';
import { link } from '../state/route';
import { serverNow } from '../state/site';
import { text } from '../text';
import type { GuardedBreaker, Proof } from './model';
import { proofWords } from './PastLists';

/** What a breaker may do by itself, what holds it back, and whether it could be opened. */
export function BreakerFacts({ breaker, lastProof }: { breaker: GuardedBreaker; lastProof: Proof | undefined }) {
  const t = text().safety;
  const { terms } = breaker;
  const overdue = breaker.proofDueMillis !== null && breaker.proofDueMillis < serverNow();
  return (
    <dl class="breaker-facts">
      <Fact name={t.facts.mode} value={t.modes[breaker.mode]} means={t.modeMeans[breaker.mode]} />
      <Fact name={t.facts.strings} value={breaker.strings.map((string, i) => <>{i > 0 && ', '}<a href={link('safety', string)}>{string}</a></>)} means={breaker.last ? t.isLast : ''} />
      <Fact name={t.facts.status} value={terms.statusInput ? t.sights[breaker.sight] : t.noInput} loud={breaker.phase === 'FAILED'} />
      <Fact name={t.facts.current} value={t.currents[breaker.current]} />
      <Fact name={t.facts.relay} value={breaker.cannotTrip.length > 0 ? t.relayBad : terms.secondRelay ? t.relayGoodTwo : t.relayGood} loud={breaker.cannotTrip.length > 0} />
      <Fact name={t.facts.proof} value={breaker.proofDueMillis === null ? t.proofNever : overdue ? t.proofOver(date(breaker.proofDueMillis)) : t.proofDue(date(breaker.proofDueMillis))}
        means={lastProof ? proofWords(lastProof) : ''} loud={overdue} />
      <Fact name={t.facts.countdown} value={t.countdownOf(duration(terms.countdownMillis))} />
      <Fact name={t.facts.veto} value={breaker.hot ? t.vetoHot : breaker.vetoUsed ? t.vetoUsed : t.vetoFree} />
      <Fact name={t.facts.discharge} value={terms.inDischarge ? t.dischargeAllowed(terms.allowedInDischarge ?? '?') : t.dischargeNever} />
      <Fact name={t.facts.last} value={terms.lastString === 'OPEN' ? t.lastOpen : t.lastKeep} />
    </dl>
  );
}

function Fact({ name, value, means = '', loud = false }: { name: string; value: ComponentChildren; means?: string; loud?: boolean }) {
  return <div class={loud ? 'loud' : ''}><dt>{name}</dt><dd>{value}{means !== '' && <small>{means}</small>}</dd></div>;
}
