// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { when } from '../format';
import { post, reason } from '../state/api';
import { serverNow } from '../state/site';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import type { Session } from './model';

const AGAIN_MILLIS = 10_000;

/** Sessions of everybody, or the own ones: from where, since when, until when; each can be ended. */
export function Sessions({ own }: { own: boolean }) {
  const [note, setNote] = useState('');
  const base = own ? '/access/sessions' : '/sessions';
  const sessions = usePoll<{ sessions: Session[] }>(base, AGAIN_MILLIS);
  const t = text().access;
  const end = async (session: Session) => {
    try {
      await post(`${base}/${encodeURIComponent(session.id)}/end`, {});
      setNote('');
    } catch (problem) {
      setNote(reason(problem));
    }
    sessions.again();
  };
  return (
    <section>
      <h2>{own ? t.ownSessions : t.sessions}</h2>
      <p class="note" role="status">{sessions.failure || note}</p>
      <div class="scroll tall" tabIndex={0} role="region" aria-label={own ? t.ownSessions : t.sessions}>
        <table class="list">
          <thead><tr>{[t.name, t.from, t.began, t.used, t.ends, t.actions].map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {sessions.value?.sessions.length === 0 && <tr><td colSpan={6}>{t.noSessions}</td></tr>}
            {(sessions.value?.sessions ?? []).map(each => (
              <tr key={each.id}>
                <th scope="row">{each.user}</th><td>{each.from}</td><td>{when(each.beganAtMillis, serverNow())}</td>
                <td>{when(each.usedAtMillis, serverNow())}</td><td>{when(each.untilAtMillis, serverNow())}</td>
                <td><button onClick={() => void end(each)} aria-label={`${t.end}: ${each.user}, ${each.from}`}>{t.end}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
