// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { when } from '../format';
import { access } from '../state/access';
import { post, reason } from '../state/api';
import { approvals, toAnswer } from '../state/approvals';
import type { Approval } from '../state/approvals';
import { useCell } from '../state/cell';
import { serverNow } from '../state/site';
import { readEvents } from '../state/stream';
import { text } from '../text';

/** On every page: what waits for this person's approval, and what he wants himself. */
export function ApprovalNote() {
  const who = useCell(access);
  const waiting = toAnswer(who, useCell(approvals));
  if (waiting.length === 0) return null;
  return (
    <section class="approvals" aria-label={text().access.approvals}>
      {waiting.map(each => <Question key={each.id} request={each} own={each.who === who?.user} />)}
    </section>
  );
}

function Question({ request, own }: { request: Approval; own: boolean }) {
  const [failure, setFailure] = useState('');
  const t = text().access;
  const answer = async (how: 'approve' | 'refuse') => {
    try {
      await post(`/approvals/${request.id}/${how}`, {});
    } catch (problem) {
      setFailure(reason(problem));
    }
    await readEvents();
  };
  const what = t.verbs[request.verb] ?? request.words;
  return (
    <div class="card question">
      <p>{own ? t.youWant(what, request.target, request.wanted) : t.somebodyWants(request.who, what, request.target, request.wanted)}{' '}
        <span class="soft">{t.until(when(request.untilAtMillis, serverNow()))}</span></p>
      <div class="buttons">
        {!own && <button class="strong" onClick={() => void answer('approve')}>{t.approve}</button>}
        <button onClick={() => void answer('refuse')}>{own ? t.takeBack : t.refuse}</button>
      </div>
      {failure !== '' && <p role="alert" class="failure">{failure}</p>}
    </div>
  );
}
