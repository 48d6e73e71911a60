// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks';
import { when } from '../format';
import { Confirm } from '../parts/Confirm';
import { get, post, reason } from '../state/api';
import { serverNow } from '../state/site';
import { text } from '../text';
import { Difference } from './Difference';
import type { Change, Difference as Answer, VersionHead } from './model';

const VERSIONS = 50;

interface Props {
  version: number;
  mayRollBack: boolean;
  onDone: () => void;
}

/** Who changed what, when and why; each version can be looked at and gone back to. */
export function History({ version, mayRollBack, onDone }: Props) {
  const [versions, setVersions] = useState<VersionHead[] | null>(null);
  const [failure, setFailure] = useState('');
  const [back, setBack] = useState<number | null>(null);
  const t = text().settings;
  useEffect(() => {
    get<{ versions: VersionHead[] }>(`/settings/versions?limit=${VERSIONS}`)
      .then(answer => { setVersions(answer.versions); setFailure(''); })
      .catch(problem => setFailure(reason(problem)));
  }, [version]);
  return (
    <section>
      <h2>{t.history}</h2>
      {failure !== '' && <p role="alert" class="failure">{failure}</p>}
      {versions?.length === 0 && <p class="soft">{t.noHistory}</p>}
      <ol class="versions">
        {(versions ?? []).map(each => (
          <li key={each.version}>
            <Version head={each} present={each.version === version} />
            {mayRollBack && each.version !== version && <button onClick={() => setBack(each.version)} aria-label={t.rollBackTo(each.version)}>{t.rollBack}</button>}
          </li>
        ))}
        {version > 0 && <li><span class="soft">{t.first}</span>{mayRollBack && <button onClick={() => setBack(0)} aria-label={t.rollBackTo(0)}>{t.rollBack}</button>}</li>}
      </ol>
      {back !== null && <RollBack to={back} version={version} onNo={() => setBack(null)} onDone={() => { setBack(null); onDone(); }} />}
    </section>
  );
}

function Version({ head, present }: { head: VersionHead; present: boolean }) {
  const [changes, setChanges] = useState<Change[] | null>(null);
  const [failure, setFailure] = useState('');
  const t = text().settings;
  const open = () => {
    if (changes !== null) return;
    get<{ changes: Change[] }>(`/settings/versions/${head.version}`)
      .then(answer => setChanges(answer.changes)).catch(problem => setFailure(reason(problem)));
  };
  return (
    <details onToggle={open}>
      <summary>
        <b>{head.version}</b> <time>{head.atMillis === null ? '' : when(head.atMillis, serverNow())}</time> {head.who}: {head.why}{' '}
        <small>{t.changes(head.changeCount)}{present ? `, ${t.inForce}` : ''}</small>
      </summary>
      {changes ? <Difference changes={changes} /> : <p class="soft">{failure}</p>}
    </details>
  );
}

interface RollBackProps {
  to: number;
  version: number;
  onNo: () => void;
  onDone: () => void;
}

function RollBack({ to, version, onNo, onDone }: RollBackProps) {
  const t = text().settings;
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState('');
  const send = async () => {
    try {
      await post<Answer>('/settings/roll-back', { version, to, why });
      onDone();
    } catch (problem) {
      setFailure(reason(problem));
    }
  };
  return (
    <Confirm title={t.rollBackTo(to)} yes={t.rollBack} onYes={() => void send()} onNo={onNo} disabled={why.trim() === ''}>
      <p>{to === 0 ? t.rollBackAll : t.rollBackMeans}</p>
      <label class="why">{t.why} <input type="text" value={why} maxLength={200} onInput={event => setWhy(event.currentTarget.value)} /></label>
      <p role="alert" class="failure">{failure}</p>
    </Confirm>
  );
}
