// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Field } from '../access/Field';
import { SecondFactor } from '../access/SecondFactor';
import { Sessions } from '../access/Sessions';
import { access } from '../state/access';
import { post, reason } from '../state/api';
import { useCell } from '../state/cell';
import { text } from '../text';

/** What a person decides about his own access. */
export function Own() {
  const who = useCell(access);
  const t = text();
  return (
    <>
      <h1>{t.pages.own}</h1>
      {who?.kind === 'PERSON'
        ? <><div class="cards"><Password user={who.user ?? ''} /><SecondFactor /></div><Sessions own /></>
        : <p>{t.access.noPerson}</p>}
    </>
  );
}

function Password({ user }: { user: string }) {
  const [before, setBefore] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState('');
  const t = text().access;
  const save = async () => {
    setNote('');
    setFailure(next === again ? '' : t.notTheSame);
    if (next !== again) return;
    try {
      await post('/access/password', { old: before, new: next });
      setNote(t.passwordChanged);
      setBefore(''); setNext(''); setAgain('');
    } catch (problem) {
      setFailure(reason(problem));
    }
  };
  return (
    <section class="card form">
      <h2>{t.changePassword}</h2>
      <form onSubmit={event => { event.preventDefault(); void save(); }}>
        <input class="hidden" name="username" autoComplete="username" value={user} readOnly tabIndex={-1} aria-hidden="true" />
        <Field label={t.oldPassword} name="password" type="password" autoComplete="current-password" value={before} onValue={setBefore} />
        <Field label={t.newPassword} hint={t.passwordRule} name="new-password" type="password" autoComplete="new-password" value={next} onValue={setNext} />
        <Field label={t.passwordAgain} name="new-password-again" type="password" autoComplete="new-password" value={again} onValue={setAgain} />
        <button type="submit" class="strong" disabled={[before, next, again].includes('')}>{t.save}</button>
      </form>
      <p role="status">{note}</p>
      <p role="alert" class="failure">{failure}</p>
    </section>
  );
}
