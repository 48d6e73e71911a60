// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { access } from '../state/access';
import { post, readAccess, reason } from '../state/api';
import { useCell } from '../state/cell';
import { text } from '../text';
import { Field } from './Field';
import { QrPicture } from './QrPicture';

/** The code of an authenticator beside the password: begun with a picture, confirmed with a code, given up with the password. */
export function SecondFactor() {
  const who = useCell(access);
  const [begun, setBegun] = useState<{ secret: string; uri: string } | null>(null);
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState('');
  const t = text().access;
  const attempt = async (what: () => Promise<unknown>, words: string) => {
    setFailure('');
    setNote('');
    try {
      await what();
      await readAccess();
      setNote(words);
      return true;
    } catch (problem) {
      setFailure(reason(problem));
      return false;
    }
  };
  const begin = () => attempt(async () => setBegun(await post('/access/second-factor/begin', {})), '');
  const confirm = async () => {
    if (await attempt(() => post('/access/second-factor/confirm', { code: code.trim() }), t.factorOn)) setBegun(null);
    setCode('');
  };
  const drop = async () => {
    await attempt(() => post('/access/second-factor/drop', { password }), t.factorOff);
    setPassword('');
  };
  return (
    <section class="card form">
      <h2>{t.secondFactor}</h2>
      <p>{who?.secondFactor ? t.factorIsOn : t.factorMeans}</p>
      {!who?.secondFactor && begun === null && <div><button onClick={() => void begin()}>{t.factorBegin}</button></div>}
      {!who?.secondFactor && begun && (
        <form onSubmit={event => { event.preventDefault(); void confirm(); }}>
          <p>{t.factorScan}</p>
          <QrPicture words={begun.uri} label={t.factorPicture} />
          <p>{t.factorType} <code>{begun.secret.replace(/(.{4})/g, '$1 ').trim()}</code></p>
          <Field label={t.code} name="code" autoComplete="one-time-code" inputMode="numeric" value={code} onValue={setCode} />
          <button type="submit" class="strong" disabled={code.trim() === ''}>{t.factorConfirm}</button>
        </form>
      )}
      {who?.secondFactor && (
        <form onSubmit={event => { event.preventDefault(); void drop(); }}>
          <Field label={t.password} name="password" type="password" autoComplete="current-password" value={password} onValue={setPassword} />
          <button type="submit" disabled={password === ''}>{t.factorDrop}</button>
        </form>
      )}
      <p role="status">{note}</p>
      <p role="alert" class="failure">{failure}</p>
    </section>
  );
}
