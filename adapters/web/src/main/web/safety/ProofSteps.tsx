// SPDX-License-Identifier: Apache-2.0
import { VerbButton } from '../parts/VerbButton';
import { text } from '../text';
import type { GuardedBreaker } from './model';
import { atBreaker } from './useDeed';
import type { Doing } from './useDeed';

const AT = { NONE: -1, OPENING: 0, ASKING: 1, CLOSING: 2 };

/** Leads through a proof test, step by step. */
export function ProofSteps({ breaker, doing }: { breaker: GuardedBreaker; doing: Doing }) {
  const t = text().safety;
  const { proof } = breaker;
  if (proof === 'NONE') return null;
  const say = (opened: boolean) => void doing.act(atBreaker(breaker.breaker, 'saw'), { opened });
  return (
    <section class="proof-steps" aria-label={t.proofSteps}>
      <h4>{t.proofSteps}{breaker.proofBy !== null && <small> {t.proofBy(breaker.proofBy)}</small>}</h4>
      <ol>
        {t.stepNames.map((name, i) => (i !== 1 || !breaker.terms.statusInput) && (
          <li key={name} aria-current={i === AT[proof] ? 'step' : undefined} class={i < AT[proof] ? 'past' : ''}>{name}</li>
        ))}
      </ol>
      <p class="do" role="status">{t.steps[proof]}</p>
      <p class="buttons">
        {proof === 'ASKING' && (
          <>
            <VerbButton verb="PROVE_BREAKER" strings={breaker.strings} class="strong" disabled={doing.busy} onClick={() => say(true)}>{t.sawYes}</VerbButton>
            <VerbButton verb="PROVE_BREAKER" strings={breaker.strings} disabled={doing.busy} onClick={() => say(false)}>{t.sawNo}</VerbButton>
          </>
        )}
        <VerbButton verb="PROVE_BREAKER" strings={breaker.strings} disabled={doing.busy} onClick={() => void doing.act(atBreaker(breaker.breaker, 'abandon'), {})}>{t.abandon}</VerbButton>
      </p>
    </section>
  );
}
