// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { backTestOf, limitChanges } from '../../main/web/alarms/limit-model';
import type { Limit, LimitPlace } from '../../main/web/alarms/limit-model';
import { limitWords } from '../../main/web/alarms/Limits';

const NOTHING: Limit = { limit: null, deadband: null, onDelay: null, offDelay: null, state: null };
const IN_FORCE: Limit = { limit: '13.3 V', deadband: '10 mV', onDelay: '1 min', offDelay: '1 min', state: 'on' };
const STRING: LimitPlace = { kind: 'strings', id: 'A1' };
const BLOCK: LimitPlace = { kind: 'blocks', id: 'A1-3' };
const ID = 'block-voltage-low-alarm';

test('what is written becomes a setting of the string or of the block', () => {
  const wished = { ...NOTHING, limit: ' 13.2 V ', onDelay: '5 min', state: 'off' };
  deepEqual(limitChanges(STRING, ID, null, IN_FORCE, wished), {
    'strings.A1.alarms.block-voltage-low-alarm.limit': '13.2 V', 'strings.A1.alarms.block-voltage-low-alarm.on-delay': '5 min',
    'strings.A1.alarms.block-voltage-low-alarm.state': 'off' });
  deepEqual(limitChanges(BLOCK, ID, null, IN_FORCE, { ...NOTHING, deadband: '20 mV' }),
    { 'blocks.A1-3.alarms.block-voltage-low-alarm.deadband': '20 mV' });
});

test('what stays as it is changes nothing, and an emptied field gives its own limit up', () => {
  deepEqual(limitChanges(STRING, ID, null, IN_FORCE, NOTHING), {});
  deepEqual(limitChanges(STRING, ID, null, IN_FORCE, IN_FORCE), {});
  const own = { ...NOTHING, limit: '13.3 V', offDelay: '1 min' };
  deepEqual(limitChanges(STRING, ID, own, IN_FORCE, own), {});
  deepEqual(limitChanges(STRING, ID, own, IN_FORCE, { ...own, limit: ' ' }), { 'strings.A1.alarms.block-voltage-low-alarm.limit': null });
});

test('a back-test is asked only what differs; the server knows what is in force', () => {
  deepEqual(backTestOf(STRING, ID, IN_FORCE, { ...IN_FORCE, limit: '13.2 V', state: 'off' }, 30),
    { definition: ID, string: 'A1', days: 30, limit: '13.2 V' });
  deepEqual(backTestOf(BLOCK, ID, IN_FORCE, NOTHING, 7), { definition: ID, block: 'A1-3', days: 7 });
});

test('a limit in a few words; off hides its figures', () => {
  deepEqual([IN_FORCE, { ...IN_FORCE, state: 'off' }, { ...NOTHING, limit: '-0.3 V' }, { ...NOTHING, state: 'on' }, NOTHING].map(limitWords),
    ['13.3\u00a0V, after 1\u00a0min', 'off', '\u22120.3\u00a0V', 'on', '–']);
});
