// SPDX-License-Identifier: Apache-2.0
import { mixed } from '../canvas/palette';
import { Picture } from '../canvas/Picture';
import type { Sheet } from '../canvas/Picture';
import { BAND_MILLIVOLTS } from '../findings';
import { deviation } from '../format';
import type { BatteryString, StringImage } from '../state/model';
import { deviations, tint } from './deviations';
import type { Deviations } from './deviations';

const HEIGHT = 34;
const MARGIN = 6;

/** All blocks of a string on one line, each a tick where its voltage lies beside the target; the picked one in violet. */
export function Strip({ string, image, picked = -1 }: { string: BatteryString; image: StringImage; picked?: number }) {
  const lie = deviations(string, image);
  const label = `${deviation(-lie.range)} … ${deviation(lie.range)}`;
  return <Picture class="strip" label={label} height={() => HEIGHT} draw={sheet => draw(sheet, lie, picked)} />;
}

function draw({ context, width, colours }: Sheet, lie: Deviations, picked: number): void {
  const middle = width / 2;
  const scale = (width / 2 - MARGIN) / lie.range;
  const top = 2, bottom = HEIGHT - 14;
  context.fillStyle = colours.band;
  const half = Math.max(1, BAND_MILLIVOLTS * scale);
  context.fillRect(middle - half, top, 2 * half, bottom - top);
  context.fillStyle = colours.line;
  context.fillRect(MARGIN, bottom, width - 2 * MARGIN, 1);
  for (const value of lie.each) {
    if (value === null) continue;
    const strength = tint(value, lie.range);
    context.fillStyle = mixed(colours.trace, strength < 0 ? colours.low : colours.high, Math.abs(strength));
    context.fillRect(middle + value * scale - 0.75, top + 3, 1.5, bottom - top - 3);
  }
  const own = lie.each[picked] ?? null;
  if (own !== null) {
    context.fillStyle = colours.violet;
    context.fillRect(middle + own * scale - 2, top, 4, bottom - top + 2);
  }
  context.fillStyle = colours.soft;
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'bottom';
  context.textAlign = 'left';
  context.fillText(deviation(-lie.range), MARGIN, HEIGHT);
  context.textAlign = 'right';
  context.fillText(deviation(lie.range), width - MARGIN, HEIGHT);
}
