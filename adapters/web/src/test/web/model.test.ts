// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import type { Column, Kind, StringChange, StringImage } from '../../main/web/state/model';
import { changed, GOOD, KINDS, MISSING } from '../../main/web/state/model';
import { seeded } from './random';
import { aStatus, anImage, good } from './samples';

function change(at: number, kinds: StringChange['kinds']): StringChange {
  return { string: 'A1', sampledAtMillis: at, status: aStatus('A1', { sampledAtMillis: at, spreadMillivolts: at }), kinds };
}

test('a step is added, a null stands for nothing measured, a step after nothing is the value', () => {
  const before = anImage('A1', { values: [13_620, 13_618, null], quality: [GOOD, GOOD, MISSING] });
  const after = changed(before, change(2, { voltage: { change: [-3, null, 13_600], quality: [GOOD, MISSING, GOOD] } }));
  deepEqual(after.kinds.voltage, { values: [13_617, null, 13_600], quality: [GOOD, MISSING, GOOD] });
  deepEqual(before.kinds.voltage.values, [13_620, 13_618, null], 'the former image stays as it was');
});

test('columns that are not named are the same ones; time and status are the new ones', () => {
  const before = anImage('A1', good(13_620));
  const after = changed(before, change(7, { duty: { quality: [MISSING] } }));
  equal(after.kinds.voltage, before.kinds.voltage);
  equal(after.kinds.temperature, before.kinds.temperature);
  equal(after.kinds.duty.values, before.kinds.duty.values);
  deepEqual(after.kinds.duty.quality, [MISSING]);
  equal(after.sampledAtMillis, 7);
  equal(after.status.spreadMillivolts, 7);
});

test('any chain of changes leads to the image that it was made from', () => {
  const random = seeded();
  const columnOf = (count: number): Column => {
    const values = Array.from({ length: count }, () => (random.chance(0.2) ? null : random.below(30_000) - 5_000));
    return { values, quality: values.map(value => (value === null ? MISSING : random.below(3))) };
  };
  for (let chain = 0; chain < 50; chain++) {
    const count = 1 + random.below(20);
    let folded: StringImage = anImage('A1', columnOf(count));
    let wanted: Record<Kind, Column> = { ...folded.kinds };
    for (let step = 0; step < 20; step++) {
      const next = { ...wanted };
      const kinds: StringChange['kinds'] = {};
      for (const kind of KINDS) {
        if (random.chance(0.4)) continue;
        const column = columnOf(count);
        const old = wanted[kind].values;
        kinds[kind] = {
          change: column.values.map((value, i) => (value === null ? null : value - (old[i] ?? 0))), quality: column.quality };
        next[kind] = column;
      }
      wanted = next;
      folded = changed(folded, change(step, kinds));
      deepEqual(folded.kinds, wanted);
    }
  }
});
