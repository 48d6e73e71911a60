// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Confirm } from '../parts/Confirm';
import { post, reason } from '../state/api';
import { text } from '../text';
import { Field } from './Field';
import { GrantFields } from './GrantFields';
import { higher } from './model';
import type { Grants, User } from './model';

/** What is done to a user in a dialog. */
export type UserTask = 'add' | 'grant' | 'password' | 'remove';

interface Props {
  task: UserTask;
  /** The user; null to add one. */
  user: User | null;
  onDone: (words: string) => void;
  onNo: () => void;
}

/** Adds a user, changes his roles, resets his password, or takes him out. */
export function UserDialog({ task, user, onDone, onNo }: Props) {
  const [name, setName] = useState(user?.name ?? '');
  const [grants, setGrants] = useState<Grants>({ role: user?.role ?? 'view', strings: user?.strings ?? {} });
  const [password, setPassword] = useState('');
  const [emergency, setEmergency] = useState(false);
  const [failure, setFailure] = useState('');
  const t = text().access;
  const given = { role: grants.role, strings: higher(grants) };
  const bodies = {
    add: { name: name.trim(), ...given, password, ...(emergency ? { emergency: true } : {}) }, grant: given, password: { password }, remove: {},
  };
  const send = async () => {
    try {
      await post(task === 'add' ? '/users' : `/users/${encodeURIComponent(name)}/${task}`, bodies[task]);
      onDone(t.done[task](name.trim()));
    } catch (problem) {
      setFailure(reason(problem));
    }
  };
  const asksPassword = task === 'add' || task === 'password';
  const title = { add: t.addUser, grant: t.rolesOf(name), password: t.resetOf(name), remove: t.removeUser(name) }[task];
  return (
    <Confirm title={title} yes={{ add: t.add, grant: t.save, password: t.save, remove: t.remove }[task]} onYes={() => void send()} onNo={onNo}
      disabled={name.trim() === '' || asksPassword && password === ''}>
      {task === 'add' && <Field label={t.name} hint={t.nameRule} value={name} onValue={setName} autoFocus />}
      {(task === 'add' || task === 'grant') && <GrantFields grants={grants} onGrants={setGrants} />}
      {asksPassword && (
        <Field label={t.firstPassword} hint={t.passwordRule} type="password" autoComplete="new-password" value={password} onValue={setPassword} />
      )}
      {task === 'add' && (
        <label class="check"><input type="checkbox" checked={emergency} onChange={event => setEmergency(event.currentTarget.checked)} /> {t.emergency}</label>
      )}
      {task === 'password' && <p>{t.resetMeans}</p>}
      {task === 'remove' && <p>{t.removeMeans(name)}</p>}
      <p role="alert" class="failure">{failure}</p>
    </Confirm>
  );
}
