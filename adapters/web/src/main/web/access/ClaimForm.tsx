// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { post, reason } from '../state/api';
import { text } from '../text';
import { Field } from './Field';
import { signIn } from './SignInForm';

/** Makes the first administrator of a server that has no users yet, and signs him in. */
export function ClaimForm() {
  const [code, setCode] = useState('');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const t = text().access;
  const go = async () => {
    if (password !== again) {
      setFailure(t.notTheSame);
      return;
    }
    setBusy(true);
    setFailure('');
    try {
      await post('/access/claim', { code: code.trim(), user: user.trim(), password });
      await signIn(user.trim(), password, '');
    } catch (problem) {
      setFailure(reason(problem));
      setBusy(false);
    }
  };
  return (
    <form class="entrance-form" onSubmit={event => { event.preventDefault(); void go(); }}>
      <h2>{t.claim}</h2>
      <p class="soft">{t.claimHint}</p>
      <Field label={t.claimCode} name="claim" value={code} onValue={setCode} />
      <Field label={t.name} hint={t.nameRule} name="username" autoComplete="username" value={user} onValue={setUser} />
      <Field label={t.password} hint={t.passwordRule} name="new-password" type="password" autoComplete="new-password" value={password} onValue={setPassword} />
      <Field label={t.passwordAgain} name="new-password-again" type="password" autoComplete="new-password" value={again} onValue={setAgain} />
      <p role="alert" class="failure">{failure}</p>
      <button type="submit" class="strong" disabled={busy || [code, user, password, again].some(each => each.trim() === '')}>{t.claimDo}</button>
    </form>
  );
}
