// SPDX-License-Identifier: Apache-2.0
import { language } from '../state/choices';
import { useCell } from '../state/cell';
import { connection } from '../state/site';
import { text } from '../text';

/** Says when what stands on the page is no longer fed. */
export function ConnectionNote() {
  const state = useCell(connection);
  const t = text().connection;
  if (state.state === 'open') return <div role="alert" />;
  const words = state.state === 'connecting' ? t.connecting
    : state.state === 'signed-out' ? t.signedOut
      : t.gone(new Date(state.sinceMillis).toLocaleTimeString(language.value === 'de' ? 'de-DE' : 'en-GB'));
  return <div role="alert" class={`connection ${state.state}`}>{words}</div>;
}
