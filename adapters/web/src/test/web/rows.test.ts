// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { worstOfBlocks } from '../../main/web/alarms/order';
import { cell, COLUMNS, csv, rowsOf, sorted } from '../../main/web/batteries/rows';
import { GOOD, MISSING, STALE } from '../../main/web/state/model';
import { acknowledged, anAlarm, aString, anImage, good } from './samples';

const SOME = { values: [13_620, null, 13_580, 13_700], quality: [GOOD, MISSING, GOOD, STALE] };

test('what is not measured comes last in both directions', () => {
  const rows = rowsOf(aString(), anImage('A1', SOME));
  deepEqual(sorted(rows, 'voltage', true).map(row => row.id), ['A1-3', 'A1-1', 'A1-4', 'A1-2']);
  deepEqual(sorted(rows, 'voltage', false).map(row => row.id), ['A1-4', 'A1-1', 'A1-3', 'A1-2']);
});

test('equal values stay in the order of the string, and sorting leaves the rows alone', () => {
  const rows = rowsOf(aString(), anImage('A1', good(5, 5, 5, 5)));
  for (const ascending of [true, false]) {
    deepEqual(sorted(rows, 'voltage', ascending).map(row => row.at), [0, 1, 2, 3]);
  }
  deepEqual(rows.map(row => row.at), [0, 1, 2, 3]);
});

test('abnormal is what is not good, left out or not correctable; those come first when sorted by state', () => {
  const image = anImage('A1', good(1, 2, 3, 4), {
    excluded: [{ block: 'A1-3', remark: 'the battery is open' }], notCorrectable: [{ block: 'A1-4', remark: 'a cell is short' }] });
  const rows = rowsOf(aString(), image);
  deepEqual(rows.map(row => row.abnormal), [false, false, true, true]);
  deepEqual(sorted(rows, 'state', true).map(row => row.id), ['A1-3', 'A1-4', 'A1-1', 'A1-2']);
  equal(cell(rows[3]!, 'state'), 'a cell is short');
  const named = anImage('A1', good(1, 2, 3, 4), { excluded: [{ block: 'A1-3', remark: 'Block A1-3: the battery is open' }] });
  equal(cell(rowsOf(aString(), named)[2]!, 'state'), 'the battery is open', 'the row has named the block already');
});

test('an unknown is said, never 0', () => {
  const row = rowsOf(aString(), anImage('A1', SOME, { ambientCentidegrees: null }))[1]!;
  deepEqual([cell(row, 'voltage'), cell(row, 'deviation'), cell(row, 'rise')], ['not measured', 'not measured', 'not measured']);
  deepEqual([row.sort.voltage, row.sort.deviation, row.sort.rise], [null, null, null]);
});

/** Reads CSV as RFC 4180 describes it. */
function parsed(text: string): string[][] {
  const lines: string[][] = [[]];
  let cell = '', quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (quoted && sign === '"' && text[i + 1] === '"') { cell += '"'; i++; }
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') { lines.at(-1)!.push(cell); cell = ''; }
    else if (!quoted && sign === '\r') { i++; lines.at(-1)!.push(cell); cell = ''; lines.push([]); }
    else cell += sign;
  }
  ok(!quoted && cell === '' && lines.at(-1)!.length === 0, 'ends with a whole line');
  return lines.slice(0, -1);
}

test('CSV has a head with units, numbers as the API has them, and nothing where nothing is measured', () => {
  const lines = parsed(csv(rowsOf(aString(), anImage('A1', SOME, { targetMillivolts: 13_620 }))));
  equal(lines.length, 5);
  deepEqual(lines[0]!.slice(0, 4), ['id', 'number', 'label', 'voltage [mV]']);
  deepEqual(lines[3]!.slice(0, 4), ['A1-3', '3', '', '13580']);
  deepEqual(lines[2]!.slice(0, 4), ['A1-2', '2', '', '']);
  ok(lines.every(line => line.length === COLUMNS.length + 1));
});

test('CSV keeps quotation marks, commas and line ends of a remark, and no cell becomes a formula', () => {
  const formulas = ['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1'];
  const remarks = ['says "open", at\r\nterminal 2', ...formulas];
  const image = anImage('A1', good(...remarks.map(() => 1)), {
    excluded: remarks.map((remark, i) => ({ block: `A1-${i + 1}`, remark })) });
  const lines = parsed(csv(rowsOf(aString('A1', remarks.length), image))).slice(1);
  equal(lines[0]!.at(-1), remarks[0]);
  lines.slice(1).forEach((line, i) => {
    match(line.at(-1)!, /^'/, 'a spreadsheet takes it for a text');
    equal(line.at(-1)!.slice(1), formulas[i]);
  });
});

test('a block with an alarm is abnormal, says it, and comes first when sorted by state', () => {
  const image = anImage('A1', good(1, 2, 3, 4), { excluded: [{ block: 'A1-1', remark: 'the battery is open' }] });
  const standing = [
    acknowledged({ subject: 'A1-3' }), anAlarm({ subject: 'A1-4', priority: 'URGENT', sentence: 'It is hot.' }), anAlarm({ subject: 'A1-4' })];
  const rows = rowsOf(aString(), image, worstOfBlocks(standing));
  deepEqual(rows.map(row => row.abnormal), [true, false, true, true]);
  deepEqual(sorted(rows, 'state', true).map(row => row.id), ['A1-4', 'A1-3', 'A1-1', 'A1-2']);
  equal(cell(rows[3]!, 'state'), 'It is hot.', 'the worst of its alarms');
});
