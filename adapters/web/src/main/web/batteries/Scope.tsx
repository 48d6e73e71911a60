// SPDX-License-Identifier: Apache-2.0
import { mixed } from '../canvas/palette';
import { Picture } from '../canvas/Picture';
import type { Sheet } from '../canvas/Picture';
import { multiples, niceStep } from '../canvas/scale';
import { BAND_MILLIVOLTS } from '../findings';
import { millivolts } from '../format';
import type { BatteryString, StringImage } from '../state/model';
import { text } from '../text';
import { deviations, tint } from './deviations';
import type { Deviations } from './deviations';

const LEFT = 66, BOTTOM = 20, TOP = 8;

interface Props {
  string: BatteryString;
  image: StringImage;
  picked: number;
  onPick: (at: number) => void;
}

/** The oscilloscope: one bar a block from the target to its voltage, all at one instant. */
export function Scope({ string, image, picked, onPick }: Props) {
  const lie = deviations(string, image);
  const numbers = string.blocks.map(block => block.number);
  const pick = (event: MouseEvent) => {
    const wide = (event.currentTarget as HTMLCanvasElement).clientWidth - LEFT;
    const at = Math.floor((event.offsetX - LEFT) / wide * numbers.length);
    if (at >= 0 && at < numbers.length) onPick(at);
  };
  return <Picture class="scope" label={text().batteries.scopeLabel} height={width => Math.min(360, Math.max(220, width * 0.45))} fill
    draw={sheet => draw(sheet, lie, numbers, picked)} canvas={{ onClick: pick }} />;
}

function draw({ context, width, height, colours }: Sheet, lie: Deviations, numbers: number[], picked: number): void {
  const middle = TOP + (height - TOP - BOTTOM) / 2;
  const scale = (height - TOP - BOTTOM) / 2 / lie.range;
  const each = (width - LEFT) / numbers.length;
  context.font = '11px system-ui, sans-serif';
  context.fillStyle = colours.band;
  context.fillRect(LEFT, middle - BAND_MILLIVOLTS * scale, width - LEFT, 2 * BAND_MILLIVOLTS * scale);
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const value of multiples(-lie.range, lie.range, niceStep(2 * lie.range, 6))) {
    const y = Math.round(middle - value * scale) + 0.5;
    context.fillStyle = colours.line;
    context.fillRect(LEFT, y - 0.5, width - LEFT, 1);
    context.fillStyle = colours.soft;
    context.fillText(millivolts(value), LEFT - 6, y);
  }
  const bar = Math.max(1, each * 0.7);
  lie.each.forEach((value, i) => {
    if (value === null) return;
    const strength = tint(value, lie.range);
    context.fillStyle = i === picked ? colours.violet
      : mixed(colours.trace, strength < 0 ? colours.low : colours.high, Math.abs(strength));
    const y = middle - Math.max(value, 0) * scale;
    context.fillRect(LEFT + i * each + (each - bar) / 2, y, bar, Math.max(1.5, Math.abs(value) * scale));
  });
  context.fillStyle = colours.soft;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  const every = Math.max(1, niceStep(numbers.length, (width - LEFT) / 46));
  numbers.forEach((number, i) => {
    if (number % every === 0 || number === 1 && every > 1) context.fillText(String(number), LEFT + (i + 0.5) * each, height - 4);
  });
}
