// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { equal } from 'node:assert/strict';
import { Memory } from '../../main/web/canvas/memory';
import { mixed, pixel } from '../../main/web/canvas/palette';

test('a memory holds what was drawn last, in its order and length, and nothing before', () => {
  const memory = new Memory();
  const colours = {};
  equal(memory.holds([1, 'a', colours]), false);
  equal(memory.holds([1, 'a', colours]), true);
  equal(memory.holds([1, 'a', {}]), false, 'another palette of the same colours');
  equal(memory.holds([1, 'a']), false);
  equal(memory.holds(['a', 1]), false);
  equal(memory.holds([1, 'a']), false, 'the one before the last');
});

test('a colour becomes a pixel: alpha, blue, green, red', () => {
  equal(pixel('#123456'), 0xff563412);
  equal(pixel('#123456'), 0xff563412, 'and so the second time');
  equal(pixel('#fa0'), 0xff00aaff);
  equal(pixel('#ffffff'), 0xffffffff);
  equal(pixel(mixed('#000000', '#0000ff', 1)), 0xffff0000);
});
