// SPDX-License-Identifier: Apache-2.0
import { text } from '../text';
import type { Change } from './model';
import { valueWords } from './titles';

const MOST = 200;

/** Settings as they were and as they are, or shall be. */
export function Difference({ changes }: { changes: Change[] }) {
  const t = text().settings;
  return (
    <ul class="difference">
      {changes.slice(0, MOST).map(change => (
        <li key={change.key}>
          <span>{change.key}</span>
          <span><del>{valueWords(change.before)}</del> → <ins>{valueWords(change.after)}</ins></span>
        </li>
      ))}
      {changes.length > MOST && <li>{t.more(changes.length - MOST)}</li>}
    </ul>
  );
}
