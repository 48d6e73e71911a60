// SPDX-License-Identifier: Apache-2.0
import { language } from './state/choices';
import { site } from './state/site';
import { text } from './text';

/** Values as people read them: always a unit, tabular figures, a fixed number of decimals by kind, "−" for minus. */

const MINUS = '\u2212';
const SPACE = '\u00a0';

const figures = new Map<string, Intl.NumberFormat>();

function plain(value: number, decimals: number): string {
  const key = language.value + decimals;
  let format = figures.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language.value === 'de' ? 'de-DE' : 'en-GB', {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    figures.set(key, format);
  }
  const written = format.format(value);
  return /[1-9]/.test(written) ? written.replace('-', MINUS) : written.replace('-', '');
}

type Known = number | null | undefined;

function figure(value: Known, divisor: number, decimals: number, unit: string): string {
  return value === null || value === undefined ? text().notMeasured : plain(value / divisor, decimals) + SPACE + unit;
}

export const blockVolts = (millivolts: Known) => figure(millivolts, 1000, 3, 'V');
export const stringVolts = (millivolts: Known) => figure(millivolts, 1000, 1, 'V');
export const millivolts = (value: Known) => figure(value, 1, 0, 'mV');
export const celsius = (centidegrees: Known) => figure(centidegrees, 100, 1, '°C');
export const milliohms = (microohms: Known) => figure(microohms, 1000, 2, 'mΩ');
export const amps = (milliamps: Known) => figure(milliamps, 1000, 2, 'A');
export const percent = (permille: Known) => figure(permille, 10, 0, '%');
export const count = (value: number) => plain(value, 0);

/** A difference: with its sign, mV below 1 V, V from there on. */
export function deviation(value: Known): string {
  if (value === null || value === undefined) return text().notMeasured;
  return signed(value, Math.abs(value) < 1000 ? millivolts(value) : figure(value, 1000, 2, 'V'));
}

/** A difference of temperature, with its sign. */
export function kelvin(centidegrees: Known): string {
  if (centidegrees === null || centidegrees === undefined) return text().notMeasured;
  return signed(centidegrees, figure(centidegrees, 100, 1, 'K'));
}

/** With a plus before more than nothing, as it is written. */
function signed(value: number, written: string): string {
  return value > 0 && /[1-9]/.test(written) ? '+' + written : written;
}

/** A number for an axis, without its unit. */
export const tick = (value: number, decimals: number) => plain(value, decimals);

const times = new Map<string, Intl.DateTimeFormat>();

function timeFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const timeZone = site.value?.timeZone ?? 'UTC';
  const key = name + language.value + timeZone;
  let format = times.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language.value === 'de' ? 'de-DE' : 'en-GB', { timeZone, ...options });
    times.set(key, format);
  }
  return format;
}

const HM = { hour: '2-digit', minute: '2-digit' } as const;

export const clock = (millis: number) => timeFormat('clock', { ...HM, second: '2-digit' }).format(millis);
export const clockWithZone = (millis: number) =>
  timeFormat('zone', { ...HM, second: '2-digit', timeZoneName: 'short' }).format(millis);
export const hourMinute = (millis: number) => timeFormat('hm', HM).format(millis);
export const day = (millis: number) => timeFormat('day', { day: '2-digit', month: 'short' }).format(millis);
export const date = (millis: number) =>
  timeFormat('date', { day: '2-digit', month: 'short', year: 'numeric' }).format(millis);
export const dateTime = (millis: number) => `${date(millis)}, ${clock(millis)}`;

const QUARTER = 900_000;
/** The last answer: zones change at a quarter of an hour, and charts ask for the same one over and over. */
let offset = { zone: '', quarter: NaN, millis: 0 };

/** How far the site's zone is ahead of UTC at an instant, ms. */
export function zoneOffset(millis: number): number {
  const zone = site.value?.timeZone ?? 'UTC', quarter = Math.floor(millis / QUARTER);
  if (offset.zone !== zone || offset.quarter !== quarter) offset = { zone, quarter, millis: zoneOffsetOf(quarter * QUARTER) };
  return offset.millis;
}

function zoneOffsetOf(millis: number): number {
  const format = timeFormat('parts', {
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    hourCycle: 'h23' });
  const parts = Object.fromEntries(format.formatToParts(millis).map(part => [part.type, Number(part.value)]));
  return Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second) - millis;
}

/** When something was, as short as it stays clear: the time today, else the day too. */
export function when(millis: number, nowMillis: number): string {
  return date(millis) === date(nowMillis) ? clock(millis) : `${day(millis)}, ${hourMinute(millis)}`;
}

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

/** A length of time in its largest unit: "45 s", "12 min", "3 h 20 min", "12 d". */
export function duration(millis: number): string {
  const t = text();
  if (millis < MINUTE) return `${Math.max(0, Math.floor(millis / 1000))}${SPACE}s`;
  if (millis < HOUR) return `${Math.floor(millis / MINUTE)}${SPACE}min`;
  if (millis < DAY) {
    const minutes = Math.floor(millis % HOUR / MINUTE);
    return `${Math.floor(millis / HOUR)}${SPACE}h` + (minutes > 0 ? ` ${minutes}${SPACE}min` : '');
  }
  return `${Math.floor(millis / DAY)}${SPACE}${t.days}`;
}
