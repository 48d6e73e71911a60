// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { GuardedBreaker, GuardedString, Protection, Rises } from '../../main/web/safety/model';
import { areaOf, gapsOf, hottestOf, placeAt, spanOf } from '../../main/web/safety/rises';
import { unbelieved, unmeasured } from '../../main/web/safety/measured';
import { findingOf, minutesSeconds, stateOf, stripOf } from '../../main/web/safety/words';
import { leftOf } from '../../main/web/state/protection';
import { GOOD, MISSING, STALE } from '../../main/web/state/model';
import { noteClock } from '../../main/web/state/site';
import { aString, anImage, good } from './samples';

const NOW = 1_763_816_607_000;

const guard = (over: Partial<GuardedString> = {}): GuardedString => ({
  string: 'A1', breaker: 'Q1', stage: 'NORMAL', rule: 'NONE', confirmation: 'NONE', decisive: null, votingBlocks: 0, limit: null,
  referenceCelsius: 25, medianRiseKelvin: 0.4, floatCurrentAmps: null, currentRatio: null, leadHours: null, recent: false, ambientSubstituted: false,
  breakerMayNotStopIt: false, cannotProtect: 'NO', lost: [], learning: 'LEARNT', learntBy: null, faultySensors: [], ambientFaulty: false,
  equalizingStopped: false, steppedAtMillis: NOW, ...over,
});
const hot = guard({
  stage: 'TRIP', rule: 'TRIP_RISE', limit: 10, decisive: { block: 'A1-7', celsius: 37.1, riseKelvin: 12.1, kelvinPerHour: 1.24, sagKelvin: 8, riseVotes: 8 },
});
const breaker = (over: Partial<GuardedBreaker> = {}): GuardedBreaker => ({
  breaker: 'Q1', strings: ['A1'], mode: 'ARMED', phase: 'WATCHING', leftMillis: 0, atMillis: NOW, vetoUsed: false, hot: false, hold: 'NONE',
  sight: 'CLOSED', current: 'FLOWS', last: false, cannotTrip: [], proof: 'NONE', proofBy: null, proofDueMillis: null,
  terms: { countdownMillis: 300_000, lastString: 'OPEN', inDischarge: false, allowedInDischarge: null, secondRelay: false, statusInput: true }, ...over,
});
const all = (...strings: GuardedString[]) => ({ strings, breakers: [], limits: {} }) as unknown as Protection;

test('what is left is minutes and seconds, and 0:00 only at the end', () => {
  equal(minutesSeconds(192_000), '3:12');
  equal(minutesSeconds(191_001), '3:12');
  equal(minutesSeconds(1), '0:01');
  equal(minutesSeconds(0), '0:00');
});

test('a countdown goes on with the clock of the server, simulated or not', () => {
  noteClock(NOW + 60_000, 0);
  equal(leftOf(breaker({ leftMillis: 192_000 })), 132_000);
  equal(leftOf(breaker({ leftMillis: 30_000 })), 0, 'never less than nothing');
});

test('says which block, value and limit open a breaker, and when', () => {
  noteClock(NOW, 0);
  const { priority, sentence } = stateOf(breaker({ phase: 'COUNTDOWN', leftMillis: 192_000 }), all(hot));
  equal(priority, 1);
  for (const word of ['Q1', '3:12', 'A1-7', '12.1\u00a0K', '10.0\u00a0K', '1.24\u00a0K/h']) ok(sentence.includes(word), `${sentence} lacks ${word}`);
  ok(stripOf(breaker({ phase: 'COUNTDOWN', leftMillis: 192_000 })).sentence.includes('3:12'));
});

test('a breaker that could not be opened is not said to be calm', () => {
  const { priority, sentence } = stateOf(breaker({ cannotTrip: ['relay module AUX1 does not answer'] }), all(guard()));
  equal(priority, 1);
  ok(sentence.includes('could not be stopped'), sentence);
  equal(stateOf(breaker(), all(guard())).priority, 4);
});

test('a string of which no block is measured is not said to be calm, before its guard gives up', () => {
  const column = (...quality: number[]) => anImage('A1', good(1, 1), {}, { temperature: { values: [2_500, 2_500], quality } });
  equal(unmeasured(column(MISSING, STALE)), true);
  equal(unmeasured(column(MISSING, GOOD)), false, 'one is measured');
  equal(unmeasured(undefined), false, 'nothing has been heard yet');
  const { priority, sentence } = stateOf(breaker(), all(guard()), ['A1']);
  equal(priority, 2);
  ok(sentence.includes('No block of A1 is measured now'), sentence);
  equal(stateOf(breaker({ phase: 'COUNTDOWN', leftMillis: 192_000 }), all(hot), ['A1']).priority, 1, 'a countdown is told first');
});

test('a sensor that is silent is not said to be disbelieved, and of many some are named', () => {
  const said = (broken: number, ambientFaulty: boolean, quality: number[]) => unbelieved(
    guard({ faultySensors: aString('A1', broken).blocks.map(block => block.id), ambientFaulty }), aString('A1', quality.length),
    anImage('A1', good(...quality), {}, { temperature: { values: quality, quality } }));
  deepEqual(said(2, true, [MISSING, STALE]), [], 'the line is down');
  const [silent, speaks, air] = said(2, true, [GOOD, MISSING]);
  ok(silent!.includes('No value now from A1-2.') && speaks!.includes('not believed: A1-1.') && air!.includes('air sensor'));
  ok(said(64, false, Array(64).fill(GOOD))[0]!.includes('A1-8 and 56 more.'));
});

test('a shadow, a held and a disarmed breaker are not said to open', () => {
  const would = stateOf(breaker({ phase: 'COUNTDOWN', mode: 'SHADOW' }), all(hot)).sentence;
  ok(would.includes('would open') && would.includes('shadow'), would);
  ok(stateOf(breaker({ phase: 'COUNTDOWN', hold: 'DISCHARGE' }), all(hot)).sentence.includes('held'));
  ok(stateOf(breaker({ mode: 'DISARMED' }), all(guard())).sentence.includes('disarmed'));
  ok(stateOf(breaker({ mode: 'DISARMED' }), all(hot)).sentence.includes('stays closed'));
});

test('a string that nobody sees is never called normal', () => {
  const said = stateOf(breaker(), all(guard({ cannotProtect: 'NO_TEMPERATURES' })));
  ok(said.priority < 4 && said.sentence.includes('cannot be protected'), said.sentence);
});

test('every rule has its sentence', () => {
  for (const rule of ['NONE', 'WARN_RISE', 'ALARM_TEMPERATURE', 'ALARM_CURRENT', 'UNCONFIRMED', 'ALARM_ONLY', 'HELD_BY_DISCHARGE', 'TRIP_CLASSIC', 'TRIP_WIDESPREAD',
    'TRIP_CURRENT', 'TRIP_RISE', 'TRIP_HOT'] as const) ok(findingOf({ ...hot, rule, currentRatio: 4.2 }).length > 10, rule);
  ok(findingOf({ ...hot, rule: 'ALARM_TEMPERATURE', limit: 50 }).includes('50.0\u00a0°C'));
  ok(findingOf({ ...hot, rule: 'ALARM_TEMPERATURE', limit: 8 }).includes('8.0\u00a0K'));
});

test('the picture finds blocks by their place and holds all limits', () => {
  const rises: Rises = {
    string: 'A1', atMillis: NOW, blocks: ['A1-1', 'A1-2', 'A1-3'], riseCentikelvins: [40, null, 1_310], centidegrees: [2_540, null, 3_810],
    referenceCentidegrees: 2_500, warnCentikelvins: 500, alarmCentikelvins: 800, tripCentikelvins: 1_000,
  };
  equal(hottestOf(rises), 2);
  equal(hottestOf({ ...rises, riseCentikelvins: [null, null, null] }), -1);
  ok(spanOf(rises).high > 1_310);
  ok(spanOf({ ...rises, riseCentikelvins: [1, 2, 3] }).high > 1_000);
  deepEqual(gapsOf({ ...rises, riseCentikelvins: [null, 2, null, null] }), [[0, 1], [2, 4]]);
  const area = areaOf(600, 210);
  equal(placeAt(area, 3, area.left - 1), -1);
  equal(placeAt(area, 3, area.left + area.width / 2), 1);
  equal(placeAt(area, 3, area.left + area.width), -1);
});
