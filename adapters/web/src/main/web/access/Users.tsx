// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { when } from '../format';
import { post, reason } from '../state/api';
import { serverNow } from '../state/site';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import { grantWords } from './model';
import type { User } from './model';
import { UserDialog } from './UserDialog';
import type { UserTask } from './UserDialog';

const AGAIN_MILLIS = 10_000;

/** Everybody who may sign in, and what he may. */
export function Users() {
  const [asks, setAsks] = useState<{ task: UserTask; user: User | null } | null>(null);
  const [note, setNote] = useState('');
  const users = usePoll<{ users: User[] }>('/users', AGAIN_MILLIS);
  const t = text().access;
  const done = (words: string) => { setAsks(null); setNote(words); users.again(); };
  const turn = async (user: User) => {
    const task = user.disabled ? 'enable' : 'disable';
    try {
      await post(`/users/${encodeURIComponent(user.name)}/${task}`, {});
      done(t.done[task](user.name));
    } catch (problem) {
      setNote(reason(problem));
    }
  };
  const marks = (user: User) => [
    user.disabled ? t.disabled : t.active, ...(user.secondFactor ? [t.withSecondFactor] : []), ...(user.emergency ? [t.emergencyMark] : []),
  ].join(', ');
  return (
    <section>
      <header><h2>{t.users}</h2><button onClick={() => setAsks({ task: 'add', user: null })}>{t.addUser}</button></header>
      <p class="note" role="status">{users.failure || note}</p>
      <div class="scroll tall" tabIndex={0} role="region" aria-label={t.users}>
        <table class="list">
          <thead><tr>{[t.name, t.role, t.state, t.passwordSince, t.actions].map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>{(users.value?.users ?? []).map(user => (
            <tr key={user.name} class={user.disabled ? 'off' : ''}>
              <th scope="row">{user.name}</th><td>{grantWords(user, t.roles)}</td><td>{marks(user)}</td>
              <td>{when(user.passwordAtMillis, serverNow())}</td>
              <td class="buttons">
                <button onClick={() => setAsks({ task: 'grant', user })} aria-label={t.rolesOf(user.name)}>{t.change}</button>
                <button onClick={() => setAsks({ task: 'password', user })} aria-label={t.resetOf(user.name)}>{t.password}</button>
                <button onClick={() => void turn(user)} aria-label={`${user.disabled ? t.enable : t.disable}: ${user.name}`}>{user.disabled ? t.enable : t.disable}</button>
                <button onClick={() => setAsks({ task: 'remove', user })} aria-label={t.removeUser(user.name)}>{t.remove}</button>
              </td>
            </tr>
          ))}</tbody>
        </table>
      </div>
      {asks && <UserDialog task={asks.task} user={asks.user} onDone={done} onNo={() => setAsks(null)} />}
    </section>
  );
}
