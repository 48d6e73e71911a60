// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { deviationRange, multiples, niceStep, timeStep } from '../../main/web/canvas/scale';
import { seeded } from './random';

test('steps are 1, 2 or 5 times a power of ten', () => {
  equal(niceStep(10, 10), 1);
  equal(niceStep(15, 10), 2);
  equal(niceStep(30, 10), 5);
  equal(niceStep(70, 10), 10);
  ok(Math.abs(niceStep(0.06, 5) - 0.02) < 1e-12);
});

test('never more steps than asked for, and at least a fifth of them', () => {
  const random = seeded();
  for (let i = 0; i < 1_000; i++) {
    const span = (1 + random.below(1_000_000)) / 1_000, steps = 2 + random.below(20);
    const many = span / niceStep(span, steps);
    ok(many <= steps * (1 + 1e-9) && many >= steps / 2.5 - 1e-9, `${span} in ${steps}: ${many}`);
  }
});

test('multiples hold both ends in spite of rounding', () => {
  deepEqual(multiples(-20, 20, 10), [-20, -10, 0, 10, 20]);
  deepEqual(multiples(0.1, 0.3, 0.1).map(value => value.toFixed(1)), ['0.1', '0.2', '0.3']);
  deepEqual(multiples(3, 4, 10), []);
});

test('steps of time are those of a clock', () => {
  equal(timeStep(10 * 60_000, 10), 60_000);
  equal(timeStep(2 * 3_600_000, 8), 15 * 60_000);
  equal(timeStep(24 * 3_600_000, 8), 3 * 3_600_000);
  equal(timeStep(7 * 86_400_000, 10), 86_400_000);
  equal(timeStep(1e15, 4), 365 * 86_400_000);
});

test('ranges of deviation are round and hold the largest', () => {
  equal(deviationRange(10), 20);
  equal(deviationRange(20), 20);
  equal(deviationRange(21), 50);
  equal(deviationRange(1_800), 2_000);
  equal(deviationRange(99_999), 10_000);
});
