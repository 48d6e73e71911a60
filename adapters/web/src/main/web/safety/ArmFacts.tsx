// SPDX-License-Identifier: Apache-2.0
import { tick, when } from '../format';
import { serverNow } from '../state/site';
import { text } from '../text';
import type { GuardedBreaker, Past } from './model';

const LISTED = 8;

/** Whether nothing speaks against arming; the server decides. */
export function mayArm(breaker: GuardedBreaker, nowMillis: number): boolean {
  return breaker.cannotTrip.length === 0 && breaker.proofDueMillis !== null && breaker.proofDueMillis >= nowMillis;
}

/** What somebody has to see before he arms a breaker: what it would have done, its last proof test, and what speaks against it. */
export function ArmFacts({ breaker, past }: { breaker: GuardedBreaker; past: Past }) {
  const t = text().safety;
  const now = serverNow();
  const would = past.deeds.filter(deed => deed.news === 'WOULD_HAVE_OPENED');
  const passed = past.proofs.find(proof => proof.passed);
  const against = [...breaker.cannotTrip, ...(breaker.proofDueMillis === null ? [t.noProof] : breaker.proofDueMillis < now ? [t.proofOverdue] : [])];
  return (
    <>
      <p>{t.wouldList(past.wouldHaveOpened)}</p>
      {would.length > 0 && (
        <>
          <ul class="plain would">{would.slice(0, LISTED).map(deed => <li key={deed.atMillis}>{when(deed.atMillis, now)}: {deed.text}</li>)}</ul>
          <p class="soft">{t.shadowNeeded}</p>
        </>
      )}
      {passed && <p>{t.lastProof(when(passed.atMillis, now), passed.openedMillis === null ? text().notMeasured : `${tick(passed.openedMillis / 1_000, 2)}\u00a0s`)}</p>}
      {against.length > 0 && <div class="failure"><b>{t.armRefused}</b><ul class="plain">{against.map(why => <li key={why}>{why}</li>)}</ul></div>}
    </>
  );
}
