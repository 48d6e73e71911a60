// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { post, reason, Refused } from '../state/api';
import { useCell } from '../state/cell';
import { text } from '../text';
import { Difference } from './Difference';
import { changesOf, draft } from './draft';
import type { Difference as Answer, Settings } from './model';

interface Props {
  present: Settings;
  /** Called when the settings should be read again. */
  onDone: () => void;
}

/** What is going to be changed, what for, and the buttons that do it; there only while there is something. */
export function DraftBar({ present, onDone }: Props) {
  const wishes = useCell(draft);
  const [why, setWhy] = useState('');
  const [problems, setProblems] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const t = text().settings;
  const changes = changesOf(wishes, present.settings);
  const send = async (path: string, body: unknown): Promise<Answer | null> => {
    setBusy(true);
    setProblems([]);
    setNote('');
    try {
      return await post<Answer>(path, body);
    } catch (failure) {
      if (failure instanceof Refused && failure.status === 202) {
        draft.value = new Map();
        setWhy('');
        setNote(failure.message);
        return null;
      }
      setProblems(failure instanceof Refused && failure.problems.length > 0 ? failure.problems : [reason(failure)]);
      if (failure instanceof Refused && failure.status === 409) onDone();
      return null;
    } finally {
      setBusy(false);
    }
  };
  const wanted = Object.fromEntries(wishes);
  const check = async () => {
    const answer = await send('/settings/check', { changes: wanted });
    if (answer) setNote(t.wouldDo(answer.changes.length));
  };
  const apply = async () => {
    const answer = await send('/settings/apply', { version: present.version, changes: wanted, why });
    if (!answer) return;
    draft.value = new Map();
    setWhy('');
    setNote(t.applied(answer.version));
    onDone();
  };
  if (changes.length === 0) return note === '' ? null : <p class="draft card" role="status">{note}</p>;
  return (
    <form class="draft card" aria-label={t.draft} onSubmit={event => { event.preventDefault(); void apply(); }}>
      <details open={changes.length <= 4}>
        <summary>{t.changes(changes.length)}</summary>
        <Difference changes={changes} />
      </details>
      {problems.length > 0 && <ul class="plain failure" role="alert">{problems.map(each => <li key={each}>{each}</li>)}</ul>}
      <p role="status" class="reading">{note}</p>
      <div class="buttons">
        <input type="text" aria-label={t.why} placeholder={t.why} value={why} maxLength={200} onInput={event => setWhy(event.currentTarget.value)} />
        <button type="button" disabled={busy} onClick={() => void check()}>{t.check}</button>
        <button type="submit" class="strong" disabled={busy || why.trim() === ''}>{t.apply}</button>
        <button type="button" onClick={() => { draft.value = new Map(); setProblems([]); setNote(''); }}>{t.discard}</button>
      </div>
    </form>
  );
}
