// SPDX-License-Identifier: Apache-2.0
import { count, dateTime } from '../format';
import { access, may } from '../state/access';
import { useCell } from '../state/cell';
import { usePoll } from '../state/usePoll';
import { text } from '../text';
import type { BlackBox } from './model';

const AGAIN_MILLIS = 10_000;

/** What was recorded of strings that got warm, to take along. */
export function BlackBoxes() {
  const all = usePoll<{ blackBoxes: BlackBox[] }>('/protection/black-boxes', AGAIN_MILLIS);
  const who = useCell(access);
  const t = text().safety;
  const boxes = all.value?.blackBoxes ?? [];
  return (
    <section>
      <h2>{t.boxes}</h2>
      {all.failure !== '' && <p class="failure">{all.failure}</p>}
      {all.value !== null && boxes.length === 0 && <p class="calm">{t.noBoxes}</p>}
      {boxes.length > 0 && (
        <>
          <div class="scroll" tabIndex={0} role="region" aria-label={t.boxes}>
            <table class="list">
              <thead><tr>{t.boxColumns.map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
              <tbody>
                {boxes.map(box => (
                  <tr key={box.name}>
                    <td>{dateTime(box.beganMillis)}</td><th scope="row">{box.string}</th><td>{t.stages[box.stage]}</td><td>{box.sealed ? t.sealed : t.records}</td>
                    <td>{count(Math.ceil(box.bytes / 1_000))}{'\u00a0'}kB</td>
                    <td>{may(who, 'READ_BLACK_BOX', [box.string]) ? <a href={`/api/v1/protection/black-boxes/${encodeURIComponent(box.name)}`} download={box.name}>{box.name}</a> : box.name}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p class="soft">{t.explain} <code>./evenfloat explain {boxes[0]!.name}</code></p>
        </>
      )}
    </section>
  );
}
