// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'preact/hooks';
import { ClaimForm } from '../access/ClaimForm';
import { SignInForm } from '../access/SignInForm';
import { ChoiceMenu } from '../parts/ChoiceMenu';
import { access } from '../state/access';
import { useCell } from '../state/cell';
import { text } from '../text';

/** What somebody sees who is not signed in; afterwards the place stands that he came for. */
export function Entrance() {
  const who = useCell(access);
  const t = text().access;
  useEffect(() => {
    document.title = `${t.signIn} · Evenfloat`;
  }, [t]);
  const claimed = who?.claimed ?? true;
  return (
    <div class="entrance">
      <header><h1>Evenfloat</h1><ChoiceMenu /></header>
      <main id="main" class="card">
        {claimed ? <SignInForm /> : <><p role="status">{text().connection.signedOut}</p><ClaimForm /></>}
      </main>
    </div>
  );
}
