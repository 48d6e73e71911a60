// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { when } from '../format';
import { post, reason } from '../state/api';
import type { Approval } from '../state/approvals';
import { serverNow } from '../state/site';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import type { Policy } from './model';

const AGAIN_MILLIS = 5_000, POLICY_MILLIS = 60_000;

/** What waits for a second person, and what has become of it. */
export function Requests() {
  const all = usePoll<{ approvals: Approval[] }>('/approvals', AGAIN_MILLIS);
  const t = text().access;
  return (
    <section>
      <h2>{t.approvals}</h2>
      {all.failure !== '' && <p class="failure">{all.failure}</p>}
      <div class="scroll tall" tabIndex={0} role="region" aria-label={t.approvals}>
        <table class="list">
          <thead><tr>{[t.since, t.who, t.what, t.state, t.by].map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {all.value?.approvals.length === 0 && <tr><td colSpan={5}>{t.noApprovals}</td></tr>}
            {(all.value?.approvals ?? []).map(each => (
              <tr key={each.id}>
                <td>{when(each.askedAtMillis, serverNow())}</td><th scope="row">{each.who}</th>
                <td>{t.verbs[each.verb] ?? each.words} ({each.target}): {each.wanted}</td><td>{t.approvalStates[each.state]}</td><td>{each.by ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What needs a second person at all. */
export function SecondPerson() {
  const policy = usePoll<Policy>('/approvals/policy', POLICY_MILLIS);
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [note, setNote] = useState('');
  const t = text().access;
  const now = chosen ?? policy.value?.verbs ?? [];
  const turn = (verb: string) => setChosen(now.includes(verb) ? now.filter(each => each !== verb) : [...now, verb]);
  const save = async () => {
    try {
      await post('/approvals/policy', { verbs: now });
      setChosen(null);
      setNote(t.saved);
    } catch (problem) {
      setNote(reason(problem));
    }
    policy.again();
  };
  return (
    <section>
      <header><h2>{t.secondPerson}</h2><button disabled={chosen === null} onClick={() => void save()}>{t.save}</button></header>
      <p class="soft">{t.secondPersonMeans}</p>
      <div class="checks">
        {(policy.value?.possible ?? []).map(each => (
          <label key={each.verb} class="check">
            <input type="checkbox" checked={now.includes(each.verb)} onChange={() => turn(each.verb)} /> {t.verbs[each.verb] ?? each.words}
          </label>
        ))}
      </div>
      <p class="note" role="status">{policy.failure || note}</p>
    </section>
  );
}
