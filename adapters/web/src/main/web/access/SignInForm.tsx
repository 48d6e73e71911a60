// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { access } from '../state/access';
import type { Access } from '../state/access';
import { post, reason, Refused } from '../state/api';
import { text } from '../text';
import { Field } from './Field';

/** Signs in: takes the session that the server gives. */
export async function signIn(user: string, password: string, code: string): Promise<void> {
  access.value = await post<Access>('/access/sign-in', { user, password, ...(code === '' ? {} : { code }) });
}

/** Said by the server whatever was wrong; anything else that it says is shown as it is. */
const DENIED = 'Name or password is wrong.';

/** Name, password, and the code of the second factor when the server asks for it. */
export function SignInForm() {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [wantsCode, setWantsCode] = useState(false);
  const [failure, setFailure] = useState('');
  const [waits, setWaits] = useState(0);
  const [busy, setBusy] = useState(false);
  const t = text().access;
  useEffect(() => {
    if (waits <= 0) return undefined;
    const timer = setTimeout(() => setWaits(waits - 1), 1_000);
    return () => clearTimeout(timer);
  }, [waits]);
  const go = async () => {
    setBusy(true);
    setFailure('');
    try {
      await signIn(user.trim(), password, code.trim());
    } catch (problem) {
      const refused = problem instanceof Refused ? problem : null;
      const asksCode = refused?.status === 403 && refused.problems.some(each => each.startsWith('code:'));
      if (asksCode) setWantsCode(true);
      setFailure(asksCode && code === '' ? '' : asksCode ? t.wrongCode : reason(problem) === DENIED ? t.denied : reason(problem));
      setWaits(refused?.status === 429 ? Math.max(1, refused.waitSeconds) : 0);
      setCode('');
      setBusy(false);
    }
  };
  return (
    <form class="entrance-form" onSubmit={event => { event.preventDefault(); void go(); }}>
      <h2>{t.signIn}</h2>
      <Field label={t.name} name="username" autoComplete="username" value={user} onValue={setUser} autoFocus />
      <Field label={t.password} name="password" type="password" autoComplete="current-password" value={password} onValue={setPassword} />
      {wantsCode && (
        <Field label={t.code} name="code" autoComplete="one-time-code" inputMode="numeric" value={code} onValue={setCode} autoFocus />
      )}
      {wantsCode && failure === '' && <p class="soft" role="status">{t.codeHint}</p>}
      <p role="alert" class="failure">{waits > 0 ? t.waitFor(waits) : failure}</p>
      <button type="submit" class="strong" disabled={busy || waits > 0 || user.trim() === '' || password === '' || wantsCode && code.trim() === ''}>
        {t.signIn}
      </button>
      {access.value?.elsewhere && <a class="elsewhere" href="/api/v1/access/oidc/begin">{access.value.elsewhere}</a>}
    </form>
  );
}
