// SPDX-License-Identifier: Apache-2.0
import { blockVolts, celsius, deviation, kelvin, milliohms, percent, tick } from '../format';
import type { BatteryString, Kind, StringImage } from '../state/model';
import { GOOD, valueOf } from '../state/model';
import { text } from '../text';
import { deviations, tint } from './deviations';

/** One block in one kind, ready to be drawn. */
export interface Reading {
  quality: number;
  /** Its value with unit. */
  figure: () => string;
  /** How it lies beside the others; empty where that says nothing. */
  aside: () => string;
  /** Its value without unit, for a tile. */
  short: () => string;
  /** Where it lies beside its string, −1 to 1; null when there is no value. */
  place: number | null;
  /** How strongly it is coloured: low −1, ordinary 0, high 1. */
  tint: number;
  /** Share of full bypass, 0 to 1; only in the kind duty. */
  duty: number;
  abnormal: boolean;
}

/** The unit of the short values of a kind, for the heading above the tiles. */
export const TILE_UNIT: Record<Kind, string> = { voltage: 'V', temperature: '°C', resistance: 'mΩ', duty: '%' };

const TEMPERATURE_FULL = 1000, TEMPERATURE_QUIET = 300;
const RESISTANCE_FULL = 0.5, RESISTANCE_QUIET = 0.1;

/** All blocks of a string in one kind. */
export function readings(string: BatteryString, image: StringImage, kind: Kind): Reading[] {
  const lie = deviations(string, image);
  const column = image.kinds[kind];
  const middle = kind === 'voltage' ? lie.middle : median(column.values);
  return column.quality.map((quality, i) => {
    const base = { quality, abnormal: lie.abnormal[i]!, duty: 0, tint: 0, place: null };
    const value = valueOf(image, kind, i);
    if (value === null) {
      return { ...base, figure: () => text().notMeasured, aside: none, short: () => '–' };
    }
    const away = middle === null ? 0 : value - middle;
    switch (kind) {
      case 'voltage':
        return { ...base, figure: () => blockVolts(value), aside: () => deviation(away), short: () => tick(value / 1000, 3),
          place: away / lie.range, tint: quality === GOOD ? tint(away, lie.range) : 0 };
      case 'temperature':
        return { ...base, figure: () => celsius(value), aside: () => kelvin(away), short: () => tick(value / 100, 1),
          place: clip(away / TEMPERATURE_FULL), tint: beyond(away, TEMPERATURE_QUIET, TEMPERATURE_FULL) };
      case 'resistance': {
        const share = middle ? away / middle : 0;
        return { ...base, figure: () => milliohms(value), aside: none, short: () => tick(value / 1000, 2), place: clip(share / RESISTANCE_FULL),
          tint: beyond(share, RESISTANCE_QUIET, RESISTANCE_FULL) };
      }
      case 'duty':
        return { ...base, figure: () => percent(value), aside: none, short: () => tick(value / 10, 0), place: value / 500 - 1,
          duty: value / 1000 };
    }
  });
}

const none = () => '';

function clip(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

function beyond(away: number, quiet: number, full: number): number {
  const rest = Math.abs(away) - quiet;
  return rest <= 0 ? 0 : Math.sign(away) * Math.min(1, Math.sqrt(rest / (full - quiet)));
}

/** The middle value of those that are there; null when none is. */
export function median(values: (number | null)[]): number | null {
  const there = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  return there.length === 0 ? null : there[there.length >> 1]!;
}
