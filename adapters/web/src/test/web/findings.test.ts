// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { calmSentences, findings } from '../../main/web/findings';
import type { BatteryString, Health, Replacement, StringImage } from '../../main/web/state/model';
import { GOOD, MISSING } from '../../main/web/state/model';
import { aHealth, aSite, aString, anImage, good } from './samples';

const NOW = 3_600_000;
const CALM = good(13_620, 13_618, 13_622, 13_620);

function found(image: StringImage, health: Health | null = null, questions: Replacement[] = [], string = aString()) {
  return findings(aSite(string), new Map([[image.string, image]]), health, questions, NOW);
}

function missing(...numbers: number[]) {
  return (string: BatteryString) => anImage(string.id, {
    values: string.blocks.map(block => (numbers.includes(block.number) ? null : 13_620)),
    quality: string.blocks.map(block => (numbers.includes(block.number) ? MISSING : GOOD)),
  });
}

const downLine = { line: 'L1', up: false, problem: 'no answer since 14:03', sweeps: 9, lastSweepAtMillis: 1, sweepMillis: 5,
  modules: 4, missing: 4 };

test('a calm site has no findings', () => {
  deepEqual(found(anImage('A1', CALM), aHealth()), []);
});

test('a block that is not measured is named and led to', () => {
  const [only, ...more] = found(missing(3)(aString()));
  equal(more.length, 0);
  equal(only!.priority, 2);
  match(only!.sentence, /^Block 3 of A1 is not measured/);
  equal(only!.href, '#/batteries/A1/A1-3');
});

test('of many blocks only some are named, and all are counted', () => {
  const string = aString('A1', 20);
  const [only] = found(missing(1, 2, 3, 4, 5, 6, 7, 8)(string), null, [], string);
  match(only!.sentence, /^8 blocks of A1 are not measured: 1, 2, 3, 4, 5 and 3 more\./);
});

test('before the first sweep nothing is missing', () => {
  const image = { ...missing(1, 2, 3, 4)(aString()), sampledAtMillis: null };
  deepEqual(found(image), []);
});

test('a line that is down is said once, not once more by each of its blocks', () => {
  const all = found(missing(1, 2, 3, 4)(aString()), aHealth({ lines: [downLine] }));
  deepEqual(all.map(each => each.sentence), ['Line L1 is down: no answer since 14:03']);
  equal(all[0]!.href, '#/lines');
});

test('a discharge says how long it has lasted', () => {
  const [only] = found(anImage('A1', CALM, { state: 'DISCHARGE', stateSinceMillis: NOW - 12 * 60_000, meanMillivolts: 12_100 }));
  match(only!.sentence, /^A1 is discharging for 12\u00a0min; the mean block is at 12\.100\u00a0V\.$/);
});

test('remarks of the equalizer lead to their blocks', () => {
  const all = found(anImage('A1', CALM, {
    notCorrectable: [{ block: 'A1-2', remark: 'its charge is short' }], excluded: [{ block: 'A1-4', remark: 'implausible' }] }));
  deepEqual(all.map(each => [each.priority, each.href]), [[3, '#/batteries/A1/A1-2'], [3, '#/batteries/A1/A1-4']]);
  match(all[0]!.sentence, /its charge is short/);
});

test('a charger that is set wrong is said with both voltages', () => {
  const [only] = found(anImage('A1', CALM, { chargerMisSet: true, meanMillivolts: 13_800 }));
  match(only!.sentence, /13\.800\u00a0V.*13\.620\u00a0V/);
});

test('a history that is not written and an unknown serial number are findings', () => {
  const health = aHealth({ history: { working: false, problem: 'disk full', waiting: 3, lost: 0 } });
  const all = found(anImage('A1', CALM), health, [{ block: 'A1-1', oldSerial: '1', newSerial: '2', sinceMillis: 1 }]);
  deepEqual(all.map(each => [each.priority, each.href]), [[2, '#/system'], [3, '#/modules']]);
  match(all[0]!.sentence, /disk full/);
});

test('the most urgent comes first, and the order of equals is that of the site', () => {
  const strings = [aString('A1'), aString('A2')];
  const image = (id: string) => anImage(id, { values: [null, 1, 1, 1], quality: [MISSING, GOOD, GOOD, GOOD] }, { chargerMisSet: true });
  const all = findings(aSite(...strings), new Map([['A1', image('A1')], ['A2', image('A2')]]), null, [], NOW);
  deepEqual(all.map(each => each.priority), [2, 2, 3, 3]);
  deepEqual(all.map(each => /A\d/.exec(each.sentence)![0]), ['A1', 'A2', 'A1', 'A2']);
});

test('every finding leads somewhere', () => {
  const health = aHealth({ lines: [downLine], history: { working: false, problem: null, waiting: 0, lost: 0 } });
  const all = found(anImage('A1', CALM, { state: 'DISCHARGE', chargerMisSet: true }), health);
  ok(all.length >= 4);
  ok(all.every(each => each.href.startsWith('#/')));
});

function calm(images: StringImage[], strings = [aString()]): string[] {
  return calmSentences(aSite(...strings), new Map(images.map(image => [image.string, image]))).map(each => each.sentence);
}

test('converged and measured: one sentence', () => {
  deepEqual(calm([anImage('A1', CALM)]), ['All 4 blocks are measured and within the band.']);
});

test('a string that is being equalized says how far it has come', () => {
  const all = calm([anImage('A1', CALM, {
    phase: 'WORKING', spreadMillivolts: 123, lowestBlock: 2, lowestMillivolts: 13_540, targetMillivolts: 13_620 })]);
  equal(all[0], 'All 4 blocks are measured.');
  match(all[1]!, /123\u00a0mV apart; block 2 is lowest, −80\u00a0mV/);
});

test('it never says that all are measured when one is not, or one string has no values', () => {
  deepEqual(calm([missing(1)(aString())]), []);
  deepEqual(calm([anImage('A1', CALM)], [aString('A1'), aString('A2')]), []);
});

test('a site without strings and one without values say what to do', () => {
  match(calm([], [])[0]!, /names no strings/);
  match(calm([])[0]!, /No values yet/);
});
