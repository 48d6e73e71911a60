// SPDX-License-Identifier: Apache-2.0
import { deviationRange } from '../canvas/scale';
import { BAND_MILLIVOLTS } from '../findings';
import type { BatteryString, StringImage } from '../state/model';
import { GOOD, MISSING } from '../state/model';

/** How the blocks of a string lie beside each other: what map, scope, strip and table draw. */
export interface Deviations {
  /** The middle: the target, else the mean; null before there is one. mV. */
  middle: number | null;
  /** Voltage minus the middle, mV; null where nothing is measured. */
  each: (number | null)[];
  /** A round number that all lie within, mV. */
  range: number;
  /** Blocks that need a look: not good, left out, not correctable. */
  abnormal: boolean[];
}

const known = new WeakMap<StringImage, Deviations>();

/** How the blocks lie; found once for each image, however many pictures show it. */
export function deviations(string: BatteryString, image: StringImage): Deviations {
  let lie = known.get(image);
  if (!lie || lie.each.length !== string.blocks.length) known.set(image, lie = found(string, image));
  return lie;
}

function found(string: BatteryString, image: StringImage): Deviations {
  const { values, quality } = image.kinds.voltage;
  const middle = image.status.targetMillivolts ?? image.status.meanMillivolts;
  const each = values.map((value, i) =>
    (value === null || middle === null || quality[i] === MISSING ? null : value - middle));
  const largest = each.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), BAND_MILLIVOLTS);
  const named = new Set([...image.status.notCorrectable, ...image.status.excluded].map(remark => remark.block));
  return {
    middle, each, range: deviationRange(largest),
    abnormal: string.blocks.map((block, i) => quality[i] !== GOOD || named.has(block.id)),
  };
}

/** How strongly a deviation is coloured, −1 (low) to 1 (high): not at all within the band. */
export function tint(deviation: number, range: number): number {
  const beyond = Math.abs(deviation) - BAND_MILLIVOLTS;
  if (beyond <= 0) return 0;
  const full = Math.max(range, 200) - BAND_MILLIVOLTS;
  return Math.sign(deviation) * Math.min(1, Math.sqrt(beyond / full));
}
