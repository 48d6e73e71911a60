// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { deviations, tint } from '../../main/web/batteries/deviations';
import { median, readings } from '../../main/web/batteries/reading';
import { GOOD, MISSING, STALE } from '../../main/web/state/model';
import { aString, anImage, good } from './samples';

test('deviations are counted from the target, else from the mean, and not at all before there is one', () => {
  const values = good(13_620, 13_600, 13_640, 13_620);
  deepEqual(deviations(aString(), anImage('A1', values, { targetMillivolts: 13_610 })).each, [10, -10, 30, 10]);
  deepEqual(deviations(aString(), anImage('A1', values, { targetMillivolts: null, meanMillivolts: 13_620 })).each, [0, -20, 20, 0]);
  deepEqual(deviations(aString(), anImage('A1', values, { targetMillivolts: null, meanMillivolts: null })).each,
    [null, null, null, null]);
});

test('within the band nothing is coloured; beyond it blue below, orange above, never more than fully', () => {
  deepEqual([tint(10, 20), tint(-10, 20), tint(0, 20)], [0, 0, 0]);
  ok(tint(-40, 200) < 0 && tint(40, 200) > 0);
  deepEqual([tint(99_999, 200), tint(-99_999, 200)], [1, -1]);
});

test('a stale value is shown, but not coloured; a missing one has no place', () => {
  const image = anImage('A1', { values: [13_000, 13_000, null, 13_620], quality: [GOOD, STALE, MISSING, GOOD] });
  const [fresh, stale, gone, calm] = readings(aString(), image, 'voltage');
  ok(fresh!.tint < 0 && !fresh!.abnormal);
  ok(stale!.tint === 0 && stale!.abnormal);
  equal(stale!.short(), '13.000');
  deepEqual([gone!.place, gone!.figure(), gone!.short(), gone!.abnormal], [null, 'not measured', '–', true]);
  deepEqual([calm!.place, calm!.tint], [0, 0]);
});

test('a duty is a share of the full bypass', () => {
  const [none, half] = readings(aString('A1', 2), anImage('A1', good(1, 1), {}, { duty: good(0, 500) }), 'duty');
  deepEqual([none!.duty, half!.duty, half!.short()], [0, 0.5, '50']);
});

test('a resistance is judged beside the others of its string', () => {
  const column = good(5_000, 5_000, 5_000, 9_000);
  const [usual, , , high] = readings(aString(), anImage('A1', good(1, 1, 1, 1), {}, { resistance: column }), 'resistance');
  equal(usual!.tint, 0);
  ok(high!.tint > 0);
});

test('the median leaves out what is not there', () => {
  equal(median([null, null]), null);
  equal(median([5, null, 1, 3]), 3);
});
