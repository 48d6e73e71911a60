// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Confirm } from '../parts/Confirm';
import { text } from '../text';
import type { Doing } from './useDeed';

export type Deed = 'trip' | 'veto' | 'release' | 'arm' | 'shadow' | 'disarm' | 'prove' | 'learn';

const LENGTHS = [1, 5, 10, 20, 30];
const LONGEST_REASON = 500;

interface Props {
  deed: Deed;
  /** Id of the breaker, of the string for learning. */
  id: string;
  /** What leaves the load, in words. */
  strings: string;
  doing: Doing;
  /** Where it is sent. */
  path: string;
  /** Sent beside what is asked here. */
  more?: Record<string, unknown>;
  /** Whether it cannot be done at present. */
  refused?: boolean;
  onNo: () => void;
  children?: ComponentChildren;
}

/** Asks before something is done to a breaker: says the consequence in words, wants a reason, and its id where it opens. */
export function DeedDialog({ deed, id, strings, doing, path, more = {}, refused = false, onNo, children }: Props) {
  const [why, setWhy] = useState('');
  const [typed, setTyped] = useState('');
  const [minutes, setMinutes] = useState(10);
  const t = text().safety;
  const typing = deed === 'trip' || deed === 'prove', reasons = deed !== 'prove';
  const ready = (!typing || typed === id) && (!reasons || why.trim() !== '') && !refused;
  const send = async () => {
    const body: Record<string, unknown> = { ...more };
    if (typing) body.confirm = typed;
    if (reasons) body.reason = why.trim();
    if (deed === 'veto') body.minutes = minutes;
    if (await doing.act(path, body)) onNo();
  };
  return (
    <Confirm title={t.titles[deed](id)} yes={t.deeds[deed]} onYes={() => void send()} onNo={onNo} disabled={doing.busy || !ready}>
      <p class="consequence">{t.means[deed](strings)}</p>
      {children}
      {deed === 'veto' && (
        <label class="field">{t.minutes}
          <select value={minutes} onChange={event => setMinutes(Number(event.currentTarget.value))}>
            {LENGTHS.map(each => <option key={each} value={each}>{t.minutesOf(each)}</option>)}
          </select>
        </label>
      )}
      {typing && (
        <label class="field">{t.typeId(id)}
          <input type="text" value={typed} autofocus autocomplete="off" spellcheck={false} onInput={event => setTyped(event.currentTarget.value)} />
        </label>
      )}
      {reasons && (
        <label class="field">{t.reason}
          <input type="text" value={why} maxLength={LONGEST_REASON} required autofocus={!typing} onInput={event => setWhy(event.currentTarget.value)} />
        </label>
      )}
      {doing.failure !== '' && <p role="alert" class="failure">{doing.failure}</p>}
    </Confirm>
  );
}
