// SPDX-License-Identifier: Apache-2.0
import { mixed } from '../canvas/palette';
import { Picture } from '../canvas/Picture';
import type { Sheet } from '../canvas/Picture';
import { BAND_MILLIVOLTS } from '../findings';
import { deviation } from '../format';
import type { BatteryString, StringImage } from '../state/model';
import { deviations, tint } from './deviations';
import type { Deviations } from './deviations';

const HEIGHT = 46;
const MARGIN = 6;
/** Width of a column of dots; few blocks get larger ones. */
const DOT = 4, LARGE_DOT = 8, FEW = 24;

interface Props {
  string: BatteryString;
  image: StringImage;
  picked?: number;
  /** So many times as large as on a page. */
  scale?: number;
}

/** All blocks of a string on one line, each a dot where its voltage lies beside the target; the picked one in violet. */
export function Strip({ string, image, picked = -1, scale = 1 }: Props) {
  const lie = deviations(string, image);
  const label = `${deviation(-lie.range)} … ${deviation(lie.range)}`;
  return <Picture class="strip" label={label} height={() => HEIGHT * scale} draw={sheet => {
    sheet.context.scale(scale, scale);
    draw({ ...sheet, width: sheet.width / scale }, lie, picked);
  }} />;
}

function draw({ context, width, colours }: Sheet, lie: Deviations, picked: number): void {
  const top = 2, bottom = HEIGHT - 15;
  context.fillStyle = colours.trace;
  context.fillRect(MARGIN, bottom, width - 2 * MARGIN, 1);
  if (lie.each.every(value => value === null)) return;
  const middle = width / 2;
  const scale = (width / 2 - MARGIN) / lie.range;
  const dot = lie.each.length <= FEW ? LARGE_DOT : DOT;
  const half = Math.max(1, BAND_MILLIVOLTS * scale);
  context.fillStyle = colours.band;
  context.fillRect(middle - half, top, 2 * half, bottom - top);
  const column = (value: number) => Math.round(value * scale / dot);
  const most = Math.max(1, ...counts(lie.each, column).values());
  const high = Math.min(dot, (bottom - top) / most);
  const stacked = new Map<number, number>();
  lie.each.forEach((value, i) => {
    if (value === null) return;
    const at = column(value);
    const below = stacked.get(at) ?? 0;
    stacked.set(at, below + 1);
    const strength = tint(value, lie.range);
    context.fillStyle = i === picked ? colours.violet
      : mixed(colours.trace, strength < 0 ? colours.low : colours.high, Math.abs(strength));
    context.fillRect(middle + at * dot - dot / 2, bottom - (below + 1) * high, dot - 1, Math.max(high - 1, high * 0.7));
  });
  const own = lie.each[picked] ?? null;
  if (own !== null) {
    context.fillStyle = colours.violet;
    context.fillRect(middle + column(own) * dot - 2, top, 3, bottom - top);
  }
  context.fillStyle = colours.soft;
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'bottom';
  context.textAlign = 'left';
  context.fillText(deviation(-lie.range), MARGIN, HEIGHT);
  context.textAlign = 'right';
  context.fillText(deviation(lie.range), width - MARGIN, HEIGHT);
}

function counts(values: (number | null)[], column: (value: number) => number): Map<number, number> {
  const found = new Map<number, number>();
  for (const value of values) {
    if (value !== null) found.set(column(value), (found.get(column(value)) ?? 0) + 1);
  }
  return found;
}
