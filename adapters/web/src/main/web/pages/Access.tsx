// SPDX-License-Identifier: Apache-2.0
import { ClaimForm } from '../access/ClaimForm';
import { Requests, SecondPerson } from '../access/Requests';
import { Sessions } from '../access/Sessions';
import { Tokens } from '../access/Tokens';
import { Users } from '../access/Users';
import { access, may, whyNot } from '../state/access';
import { useCell } from '../state/cell';
import { text } from '../text';

/** Who may do what: users, tokens of scripts, sessions, and what needs a second person. */
export function Access() {
  const who = useCell(access);
  const t = text();
  return (
    <>
      <h1>{t.pages.access}</h1>
      {!who?.claimed && <section class="card form claim"><ClaimForm /></section>}
      {who?.claimed && !may(who, 'MANAGE_USERS') && <p>{whyNot(who, 'MANAGE_USERS')}</p>}
      {who?.claimed && may(who, 'MANAGE_USERS') && <><Users /><Tokens /><Sessions own={false} /><Requests /><SecondPerson /></>}
    </>
  );
}
