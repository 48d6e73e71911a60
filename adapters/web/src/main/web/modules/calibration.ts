// SPDX-License-Identifier: Apache-2.0
import { tick } from '../format';
import { text } from '../text';
import type { Calibration } from './model';

/** What a calibration does to a reading, as short as a cell of a table wants it. */
export function calibrationFigure(calibration: Calibration): string {
  const { offsetMicrovolts, gainMillionths, temperatureOffsetCentidegrees } = calibration;
  const parts: string[] = [];
  if (offsetMicrovolts !== 0) parts.push(`${signed(offsetMicrovolts / 1000, 1)}\u00a0mV`);
  if (gainMillionths !== 1_000_000) parts.push(`×\u00a0${tick(gainMillionths / 1e6, 4)}`);
  if (temperatureOffsetCentidegrees !== 0) parts.push(`${signed(temperatureOffsetCentidegrees / 100, 1)}\u00a0K`);
  return parts.length === 0 ? text().modules.calibrated : parts.join('; ');
}

function signed(value: number, decimals: number): string {
  return (value > 0 ? '+' : '') + tick(value, decimals);
}
