// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { NONE, TrendData } from '../../main/web/canvas/trend-data';
import type { Random } from './random';
import { seeded } from './random';

const CAPACITY = 2_000;

test('a value of one sweep is the lowest and the highest of its row', () => {
  const data = new TrendData(3);
  data.append(1_000, [13_620, null, 13_630]);
  equal(data.count, 1);
  deepEqual([0, 1, 2].map(series => data.lowAt(0, series)), [13_620, NONE, 13_630]);
  deepEqual([0, 1, 2].map(series => data.highAt(0, series)), [13_620, NONE, 13_630]);
  deepEqual([data.rowLow[0], data.rowHigh[0], data.lastMillis], [13_620, 13_630, 1_000]);
});

test('a sweep that is not newer changes nothing', () => {
  const data = new TrendData(1);
  data.append(1_000, [1]);
  data.append(1_000, [2]);
  data.append(999, [3]);
  equal(data.count, 1);
  equal(data.lowAt(0, 0), 1);
});

test('a history replaces everything and says that it did', () => {
  const data = new TrendData(2);
  data.append(9_000, [1, 2]);
  const version = data.version;
  data.load({ atMillis: [10, 20], series: [{ min: [1, null], max: [5, null] }, { min: [2, 3], max: [2, 4] }] }, false);
  ok(data.version !== version);
  equal(data.count, 2);
  deepEqual([data.lowAt(0, 0), data.highAt(0, 0), data.lowAt(1, 0), data.highAt(1, 0)], [1, 5, NONE, NONE]);
  deepEqual(data.range(0, 100), { low: 1, high: 5 });
  deepEqual(data.range(15, 100), { low: 3, high: 4 });
});

test('nothing measured has no range', () => {
  const data = new TrendData(2);
  equal(data.range(-Infinity, Infinity), null);
  data.append(5, [null, null]);
  equal(data.range(0, 10), null);
  equal(data.range(6, 10), null);
});

test('the first row from an instant on', () => {
  const data = new TrendData(1);
  [10, 20, 30].forEach(at => data.append(at, [at]));
  deepEqual([0, 10, 11, 20, 30, 31].map(at => data.rowFrom(at)), [0, 0, 1, 1, 2, 3]);
});

interface Sample {
  at: number;
  low: (number | null)[];
  high: (number | null)[];
}

function extreme(samples: Sample[], pick: (sample: Sample) => (number | null)[], best: (...all: number[]) => number): number {
  const values = samples.flatMap(pick).filter((value): value is number => value !== null);
  return values.length === 0 ? NONE : best(...values);
}

/** Every row holds exactly the samples after the row before and up to its own time. */
function compare(data: TrendData, all: Sample[]): void {
  ok(data.count <= CAPACITY && data.count >= Math.min(all.length, CAPACITY / 2), `${data.count} rows of ${all.length}`);
  let from = 0;
  for (let row = 0; row < data.count; row++) {
    let to = from;
    while (to < all.length && all[to]!.at <= data.times[row]!) to++;
    const part = all.slice(from, to);
    ok(part.length > 0, `row ${row} holds something`);
    equal(part.at(-1)!.at, data.times[row]);
    for (let series = 0; series < data.series; series++) {
      equal(data.lowAt(row, series), extreme(part, sample => [sample.low[series]!], Math.min));
      equal(data.highAt(row, series), extreme(part, sample => [sample.high[series]!], Math.max));
    }
    equal(data.rowLow[row], extreme(part, sample => sample.low, Math.min));
    equal(data.rowHigh[row], extreme(part, sample => sample.high, Math.max));
    from = to;
  }
  equal(from, all.length, 'every sample lies in a row');
}

function history(random: Random, rows: number, series: number): Sample[] {
  let at = random.below(1_000);
  return Array.from({ length: rows }, () => {
    at += 1 + random.below(10_000);
    const low = Array.from({ length: series }, () => (random.chance(0.15) ? null : random.below(20_000) - 2_000));
    return { at, low, high: low.map(value => (value === null ? null : value + random.below(300))) };
  });
}
test('sweeps that came while a history was read stay behind its end', () => {
  const data = new TrendData(2);
  [10, 20, 30].forEach(at => data.append(at, [at, at === 30 ? null : 2 * at]));
  data.load({ atMillis: [5, 20], series: [{ min: [1, 2], max: [1, 2] }, { min: [3, 4], max: [3, 4] }] }, true);
  deepEqual([...data.times.slice(0, data.count)], [5, 20, 30]);
  deepEqual([data.lowAt(2, 0), data.highAt(2, 0), data.lowAt(2, 1)], [30, 30, NONE]);
  data.load({ atMillis: [5], series: [{ min: [1], max: [1] }, { min: [3], max: [3] }] }, false);
  equal(data.count, 1);
});

test('after any history and any sweeps no value is lost, however often the rows were halved', () => {
  const random = seeded();
  for (let turn = 0; turn < 6; turn++) {
    const series = 1 + random.below(5);
    const data = new TrendData(series);
    const all = history(random, random.below(2.5 * CAPACITY), series);
    data.load({
      atMillis: all.map(sample => sample.at),
      series: Array.from({ length: series }, (_, i) => ({
        min: all.map(sample => sample.low[i]!), max: all.map(sample => sample.high[i]!) })),
    }, false);
    compare(data, all);
    let at = all.at(-1)?.at ?? 0;
    for (let sweep = random.below(3 * CAPACITY); sweep > 0; sweep--) {
      at += 1 + random.below(3_000);
      const values = Array.from({ length: series }, () => (random.chance(0.1) ? null : random.below(20_000)));
      data.append(at, values);
      all.push({ at, low: values, high: values });
    }
    compare(data, all);
    ranges(random, data, all);
  }
});

/** Between the times of two rows the range is that of the samples. */
function ranges(random: Random, data: TrendData, all: Sample[]): void {
  if (data.count < 2) return;
  for (let i = 0; i < 50; i++) {
    const first = random.below(data.count - 1), last = first + random.below(data.count - first);
    const after = first === 0 ? -Infinity : data.times[first - 1]!;
    const part = all.filter(sample => sample.at > after && sample.at <= data.times[last]!);
    const low = extreme(part, sample => sample.low, Math.min);
    deepEqual(data.range(data.times[first]!, data.times[last]!),
      low === NONE ? null : { low, high: extreme(part, sample => sample.high, Math.max) });
    equal(data.rowFrom(data.times[first]!), first);
  }
}
