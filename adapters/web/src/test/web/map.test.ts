// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { equal, ok } from 'node:assert/strict';
import { blockAt, mapLayout } from '../../main/web/batteries/map';
import { seeded } from './random';

const COUNTS = [1, 4, 12, 13, 64, 160, 161, 600];
const WIDTHS = [300, 358, 620, 1_100, 1_660];

test('the tiles fit their place at every width, and the height is that of the last row', () => {
  for (const count of COUNTS) {
    for (const width of WIDTHS) {
      const layout = mapLayout(count, width);
      const where = `${count} blocks in ${width}`;
      ok(layout.columns >= 1 && layout.columns <= count, where);
      ok(layout.columns * (layout.width + layout.gap) - layout.gap <= width + 1e-9, where);
      const rows = Math.ceil(count / layout.columns);
      ok(Math.abs(layout.total - (rows * (layout.height + layout.gap) - layout.gap)) < 1e-9, where);
    }
  }
});

test('few blocks get large tiles, some hundred get cells', () => {
  ok(mapLayout(4, 620).width >= 130);
  ok(mapLayout(64, 620).width >= 54);
  ok(mapLayout(600, 620).width >= 17 && mapLayout(600, 620).width <= 28);
  ok(mapLayout(600, 620).total < 620);
});

test('what is drawn at a place is found there', () => {
  const random = seeded();
  for (let i = 0; i < 2_000; i++) {
    const count = 1 + random.below(600);
    const layout = mapLayout(count, 200 + random.below(1_600));
    const at = random.below(count);
    const x = (at % layout.columns) * (layout.width + layout.gap) + layout.width * (1 + random.below(998)) / 1_000;
    const y = Math.floor(at / layout.columns) * (layout.height + layout.gap) + layout.height * (1 + random.below(998)) / 1_000;
    equal(blockAt(layout, count, x, y), at);
  }
});

test('beside the tiles there is no block', () => {
  const layout = mapLayout(10, 620);
  equal(blockAt(layout, 10, -1, 5), -1);
  equal(blockAt(layout, 10, 5, -1), -1);
  equal(blockAt(layout, 10, layout.columns * (layout.width + layout.gap) + 1, 5), -1);
  equal(blockAt(layout, 10, 5, layout.total + layout.gap + 1), -1);
});

test('where there is room it is filled, never beyond its edges, and with tiles no smaller than without', () => {
  for (const count of COUNTS) {
    for (const width of WIDTHS) {
      const least = mapLayout(count, width);
      for (const room of [least.total, least.total + 1, 300, 420, 700]) {
        if (room < least.total) continue;
        const layout = mapLayout(count, width, room);
        const where = `${count} blocks in ${width} x ${room}`;
        ok(layout.total <= room + 1e-9, where);
        ok(layout.columns * (layout.width + layout.gap) - layout.gap <= width + 1e-9, where);
        ok(layout.columns * Math.ceil(count / layout.columns) >= count, where);
        ok(layout.width * layout.height >= least.width * least.height - 1e-9, where);
      }
    }
  }
  ok(mapLayout(4, 770, 390).height > 150, 'four blocks beside a chart');
  equal(mapLayout(4, 700, 178).columns, 2, 'rather two rows than upright tiles');
  ok(mapLayout(600, 1_400, 450).width > 25, 'six hundred on a wall');
  ok(mapLayout(12, 440, 0, 72).total < 100, 'a dozen beside five other dozens');
});
