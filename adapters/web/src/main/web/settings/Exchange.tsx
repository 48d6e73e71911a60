// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'preact/hooks';
import { Confirm } from '../parts/Confirm';
import { post, reason, Refused } from '../state/api';
import { text } from '../text';
import { Difference } from './Difference';
import type { Change, Difference as Answer } from './model';

interface Props {
  version: number;
  mayTake: boolean;
  onDone: () => void;
}

/** The settings as a file: saved, and taken from one after a look at what it changes. */
export function Exchange({ version, mayTake, onDone }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<{ yaml: string; changes: Change[] } | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [why, setWhy] = useState('');
  const t = text().settings;
  const refuse = (failure: unknown) => (failure instanceof Refused && failure.status === 202
    ? setNote(failure.message)
    : setProblems(failure instanceof Refused && failure.problems.length > 0 ? failure.problems : [reason(failure)]));
  const look = async (chosen: File | undefined) => {
    setProblems([]);
    setNote('');
    if (!chosen) return;
    try {
      const yaml = await chosen.text();
      const answer = await post<Answer>('/settings/import/check', { yaml });
      if (answer.changes.length === 0) setNote(t.importNothing);
      else setTaken({ yaml, changes: answer.changes });
    } catch (failure) {
      refuse(failure);
    } finally {
      if (file.current) file.current.value = '';
    }
  };
  const apply = async () => {
    if (!taken) return;
    try {
      const answer = await post<Answer>('/settings/import', { version, yaml: taken.yaml, why });
      setNote(t.applied(answer.version));
      onDone();
    } catch (failure) {
      refuse(failure);
    }
    setTaken(null);
    setWhy('');
  };
  return (
    <div class="exchange">
      <div class="buttons">
        <a class="button" href="/api/v1/settings/export" download>{t.save}</a>
        {mayTake && <button onClick={() => file.current?.click()}>{t.take}</button>}
        <input ref={file} type="file" accept=".yaml,.yml,text/yaml" hidden aria-label={t.take} onChange={event => void look(event.currentTarget.files?.[0])} />
      </div>
      <p role="status" class="reading">{note}</p>
      {problems.length > 0 && <ul class="plain failure" role="alert">{problems.map(each => <li key={each}>{each}</li>)}</ul>}
      {taken && (
        <Confirm title={t.changes(taken.changes.length)} yes={t.apply} onYes={() => void apply()} onNo={() => setTaken(null)} disabled={why.trim() === ''}>
          <Difference changes={taken.changes} />
          <label class="why">{t.why} <input type="text" value={why} maxLength={200} onInput={event => setWhy(event.currentTarget.value)} /></label>
        </Confirm>
      )}
    </div>
  );
}
