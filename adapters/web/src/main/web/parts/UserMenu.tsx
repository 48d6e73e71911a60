// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { access } from '../state/access';
import type { Access } from '../state/access';
import { post, reason } from '../state/api';
import { useCell } from '../state/cell';
import { link } from '../state/route';
import { text } from '../text';
import { Icon } from './Icon';

function closeMenu(event: Event): void {
  (event.currentTarget as Element).closest('details')?.removeAttribute('open');
}

/** Who is signed in, with which role; leads to his own access, and out. */
export function UserMenu() {
  const [failure, setFailure] = useState('');
  const who = useCell(access);
  const t = text().access;
  if (!who?.signedIn) return null;
  const person = who.kind === 'PERSON';
  const out = async () => {
    try {
      access.value = await post<Access>('/access/sign-out', {});
    } catch (problem) {
      setFailure(reason(problem));
    }
  };
  const role = t.roles[who.role ?? 'view'];
  return (
    <details class="menu choices user">
      <summary aria-label={t.userMenu(who.user ?? '', role)} title={t.userMenu(who.user ?? '', role)}>
        <Icon name="user" /> <span class="who">{who.user}</span>
      </summary>
      <div>
        <p><b>{who.user}</b><br /><span class="soft">{role}{Object.entries(who.strings ?? {}).map(([string, each]) => `, ${string}: ${t.roles[each]}`).join('')}</span></p>
        {!who.claimed && <a href={link('access')} onClick={closeMenu}>{t.claim}</a>}
        {person && <a href={link('own')} onClick={closeMenu}>{t.own}</a>}
        {person && <button onClick={() => void out()}><Icon name="logOut" /> {t.signOut}</button>}
        {failure !== '' && <p role="alert" class="failure">{failure}</p>}
      </div>
    </details>
  );
}
