// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'preact/hooks';
import { Picture } from '../canvas/Picture';
import { text } from '../text';
import { areaOf, drawRises, hottestOf, placeAt } from './rises';
import type { GuardedString, Limits, Rises } from './model';
import { degrees, kelvins } from './words';

const HEIGHT = 210;

interface Props {
  rises: Rises;
  /** Places of the blocks whose rise is only the last known one. */
  old: ReadonlySet<number>;
  guard: GuardedString;
  limits: Limits;
}

/** Every block's rise above the air against the limits; pointer or arrow keys read one. */
export function RisePicture({ rises, old, guard, limits }: Props) {
  const [cursor, setCursor] = useState(-1);
  const width = useRef(0);
  const t = text().safety;
  const count = rises.blocks.length;
  const hottest = hottestOf(rises);
  const under = (event: MouseEvent) => placeAt(areaOf(width.current, HEIGHT), count, event.offsetX);
  const press = (event: KeyboardEvent) => {
    const at = cursor >= 0 ? cursor : hottest;
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: count - 1 }[event.key];
    if (next === undefined) return;
    if (next >= 0 && next < count) setCursor(next);
    event.preventDefault();
  };
  const shown = cursor >= 0 ? cursor : hottest;
  return (
    <div class="rises">
      <Picture class="rise-picture" label={t.picture(count)} height={() => HEIGHT}
        draw={sheet => { width.current = sheet.width; drawRises(sheet, rises, { old, cursor }, t.lines); }}
        canvas={{
          role: 'application', tabIndex: 0,
          onPointerMove: event => setCursor(under(event)), onPointerDown: event => setCursor(under(event)),
          onPointerLeave: () => setCursor(-1), onBlur: () => setCursor(-1), onKeyDown: press,
        }} />
      <p class="reading" role="status">{shown < 0 ? t.hint : wordsOf(rises, shown, guard, limits) + (old.has(shown) ? ` · ${t.lastKnown}` : '')}</p>
    </div>
  );
}

function wordsOf(rises: Rises, at: number, guard: GuardedString, limits: Limits): string {
  const t = text().safety;
  const block = rises.blocks[at]!, rise = rises.riseCentikelvins[at] ?? null, celsius = rises.centidegrees[at] ?? null;
  if (rise === null) return t.blindAt(block);
  const known = guard.decisive?.block === block ? guard.decisive : null;
  return [
    t.at(block, kelvins(rise / 100), degrees(celsius === null ? null : celsius / 100)),
    ...(known !== null && guard.stage !== 'NORMAL' ? [t.votes(known.riseVotes, limits.votes)] : []),
    ...(known !== null && known.sagKelvin !== null && guard.stage !== 'NORMAL' ? [t.sag(kelvins(known.sagKelvin))] : []),
  ].join(' · ');
}
