// SPDX-License-Identifier: Apache-2.0
import { blockVolts, celsius, deviation, kelvin, milliohms, percent, tick } from '../format';
import type { BatteryString, Kind, StringImage } from '../state/model';
import { GOOD, valueOf } from '../state/model';
import { text } from '../text';
import { deviations, tint } from './deviations';

/** One block in one kind, ready to be drawn; what it says is put into words only when somebody asks. */
export class Reading {
  /** Where it lies beside its string, −1 to 1; null when there is no value. */
  place: number | null = null;
  /** How strongly it is coloured: low −1, ordinary 0, high 1. */
  tint = 0;
  /** Share of full bypass, 0 to 1; only in the kind duty. */
  duty = 0;

  constructor(
    private readonly kind: Kind, readonly quality: number, readonly abnormal: boolean,
    private readonly value: number | null, private readonly away: number,
  ) {}

  /** Its value with unit. */
  figure(): string {
    return this.value === null ? text().notMeasured : FIGURE[this.kind](this.value);
  }

  /** How it lies beside the others; empty where that says nothing. */
  aside(): string {
    if (this.value === null) return '';
    return this.kind === 'voltage' ? deviation(this.away) : this.kind === 'temperature' ? kelvin(this.away) : '';
  }

  /** Its value without unit, for a tile. */
  short(): string {
    return this.value === null ? '–' : SHORT[this.kind](this.value);
  }
}

const FIGURE: Record<Kind, (value: number) => string> = {
  voltage: blockVolts, temperature: celsius, resistance: milliohms, duty: percent,
};

const SHORT: Record<Kind, (value: number) => string> = {
  voltage: value => tick(value / 1000, 3), temperature: value => tick(value / 100, 1),
  resistance: value => tick(value / 1000, 2), duty: value => tick(value / 10, 0),
};

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
    const value = valueOf(image, kind, i);
    const away = value === null || middle === null ? 0 : value - middle;
    const reading = new Reading(kind, quality, lie.abnormal[i]!, value, away);
    if (value === null) return reading;
    switch (kind) {
      case 'voltage':
        reading.place = away / lie.range;
        reading.tint = quality === GOOD ? tint(away, lie.range) : 0;
        break;
      case 'temperature':
        reading.place = clip(away / TEMPERATURE_FULL);
        reading.tint = beyond(away, TEMPERATURE_QUIET, TEMPERATURE_FULL);
        break;
      case 'resistance': {
        const share = middle ? away / middle : 0;
        reading.place = clip(share / RESISTANCE_FULL);
        reading.tint = beyond(share, RESISTANCE_QUIET, RESISTANCE_FULL);
        break;
      }
      case 'duty':
        reading.place = value / 500 - 1;
        reading.duty = value / 1000;
    }
    return reading;
  });
}

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
