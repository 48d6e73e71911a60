// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { Confirm } from '../parts/Confirm';
import { text } from '../text';
import type { Alarm } from './model';
import type { Deed } from './order';
import { sentenceOf } from './words';

/** Offered lengths of shelving, minutes. */
const LENGTHS = [15, 60, 240, 480, 1440, 10080];
const NAMED = 5;

/** What a dialog is open for. */
export interface Asking {
  deed: 'shelve' | 'out-of-service' | 'acknowledge';
  alarms: Alarm[];
}

interface Props extends Asking {
  /** Does it; false keeps the dialog open. */
  onYes: (deed: Deed, alarms: Alarm[], more: Record<string, unknown>) => Promise<boolean>;
  onNo: () => void;
  failure: string;
}

/** Asks for how long and why alarms are hidden, or for words beside an acknowledgement. */
export function DeedDialog({ deed, alarms, onYes, onNo, failure }: Props) {
  const [why, setWhy] = useState('');
  const [minutes, setMinutes] = useState(60);
  const [busy, setBusy] = useState(false);
  const t = text().alarms;
  const words = why.trim();
  const needsWords = deed !== 'acknowledge';
  const send = async () => {
    setBusy(true);
    const more = deed === 'shelve' ? { minutes, reason: words } : deed === 'acknowledge' ? (words === '' ? {} : { comment: words }) : { reason: words };
    const done = await onYes(deed, alarms, more);
    setBusy(false);
    if (done) onNo();
  };
  return (
    <Confirm title={t.dialogs[deed]} yes={t.deeds[deed]} onYes={() => void send()} onNo={onNo} disabled={busy || needsWords && words === ''}>
      <ul class="plain">
        {alarms.slice(0, NAMED).map(alarm => <li key={alarm.id}>{sentenceOf(alarm)}</li>)}
        {alarms.length > NAMED && <li>{text().findings.more(alarms.length - NAMED)}</li>}
      </ul>
      <p class="soft">{t.means[deed]}</p>
      {deed === 'shelve' && (
        <label class="field">{t.howLong}
          <select value={minutes} onChange={event => setMinutes(Number(event.currentTarget.value))}>
            {LENGTHS.map(each => <option key={each} value={each}>{t.lengths[each]}</option>)}
          </select>
        </label>
      )}
      <label class="field">{needsWords ? t.reason : t.comment}
        <input type="text" value={why} maxLength={200} required={needsWords} autofocus onInput={event => setWhy(event.currentTarget.value)} />
      </label>
      {failure !== '' && <p role="alert" class="failure">{failure}</p>}
    </Confirm>
  );
}
