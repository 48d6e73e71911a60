// SPDX-License-Identifier: Apache-2.0
import { tick, when } from '../format';
import { serverNow } from '../state/site';
import { text } from '../text';
import type { Past, Proof } from './model';

const seconds = (millis: number) => `${tick(millis / 1_000, 2)}\u00a0s`;

/** How a proof test ended, in a few words. */
export function proofWords(proof: Proof): string {
  const t = text().safety;
  return [
    proof.passed ? t.passed : `${t.notPassed}: ${proof.why}`,
    ...(proof.openedMillis === null ? [] : [t.openedIn(seconds(proof.openedMillis))]),
    ...(proof.secondOpenedMillis === null ? [] : [t.secondIn(seconds(proof.secondOpenedMillis))]),
    ...(proof.passed ? [proof.seenByInput ? t.seenByInput : t.seenByPerson] : []),
  ].join(', ');
}

/** What has happened to a breaker, and its proof tests; closed until somebody wants to see it. */
export function PastLists({ past }: { past: Past }) {
  const t = text().safety;
  const now = serverNow();
  return (
    <div class="pasts">
      <details>
        <summary>{t.happened} <small>{past.deeds.length}</small></summary>
        {past.deeds.length === 0 ? <p class="soft">{t.nothingHappened}</p> : (
          <ol class="events">
            {past.deeds.map((deed, i) => (
              <li key={`${deed.atMillis} ${i}`}><time dateTime={new Date(deed.atMillis).toISOString()}>{when(deed.atMillis, now)}</time>
                <span>{deed.news === 'WOULD_HAVE_OPENED' && <b class="mark-word">{t.would}</b>} {deed.text}</span></li>
            ))}
          </ol>
        )}
      </details>
      <details>
        <summary>{t.proofs} <small>{past.proofs.length}</small></summary>
        {past.proofs.length === 0 ? <p class="soft">{t.noProofs}</p> : (
          <ol class="events">
            {past.proofs.map((proof, i) => (
              <li key={`${proof.atMillis} ${i}`}><time dateTime={new Date(proof.atMillis).toISOString()}>{when(proof.atMillis, now)}</time>
                <span>{proofWords(proof)}; {t.proofBy(proof.by)}</span></li>
            ))}
          </ol>
        )}
      </details>
    </div>
  );
}
