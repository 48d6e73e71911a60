// SPDX-License-Identifier: Apache-2.0

/** Round steps for an axis of numbers: 1, 2 or 5 times a power of ten. */
export function niceStep(span: number, steps: number): number {
  const raw = span / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const rest = raw / power;
  return (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10) * power;
}

/** The multiples of `step` between two numbers, both included. */
export function multiples(low: number, high: number, step: number): number[] {
  const found: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) found.push(i * step);
  return found;
}

const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const TIME_STEPS = [
  SECOND, 5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY, 365 * DAY];

/** Round steps for an axis of time, ms. */
export function timeStep(spanMillis: number, steps: number): number {
  return TIME_STEPS.find(step => spanMillis / step <= steps) ?? TIME_STEPS.at(-1)!;
}

/** Ranges of deviation that maps and strips use, mV, so that they seldom change. */
const DEVIATION_RANGES = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** The smallest of these ranges that holds the deviation. */
export function deviationRange(largest: number): number {
  return DEVIATION_RANGES.find(range => largest <= range) ?? DEVIATION_RANGES.at(-1)!;
}
