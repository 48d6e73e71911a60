// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, match } from 'node:assert/strict';
import { withAlarms } from '../../main/web/alarms/findings';
import { judged } from '../../main/web/alarms/judge';
import type { Alarm, Kpi } from '../../main/web/alarms/model';
import { deedsOf, doable, filtered, hasAmount, marksOf, mostUrgentFirst, placeOf, standingCount, VERB_OF } from '../../main/web/alarms/order';
import { historyPath, partsOf } from '../../main/web/alarms/query';
import { findings } from '../../main/web/findings';
import { GOOD, MISSING } from '../../main/web/state/model';
import { seeded } from './random';
import { acknowledged, aHealth, aHiding, anAlarm, anAlarmList, anImage, aSite, aString } from './samples';

const ids = (alarms: Alarm[]) => alarms.map(alarm => alarm.id);

test('urgent before important before minor; of equals what nobody has acknowledged, what is still so, and the newest', () => {
  const order = [
    anAlarm({ id: 'urgent', priority: 'URGENT' }),
    acknowledged({ id: 'urgent, acknowledged', priority: 'URGENT' }),
    anAlarm({ id: 'high, newer', raisedAtMillis: 2_000_000 }),
    anAlarm({ id: 'high' }),
    anAlarm({ id: 'high, over', state: 'RETURNED', active: false, raisedAtMillis: 3_000_000 }),
    acknowledged({ id: 'high, acknowledged', raisedAtMillis: 9_000_000 }),
    anAlarm({ id: 'low', priority: 'LOW', raisedAtMillis: 9_000_000 }),
  ];
  const random = seeded();
  for (let i = 0; i < 200; i++) {
    const mixed = [...order];
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = random.below(at + 1);
      [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
    }
    const before = ids(mixed);
    deepEqual(ids(mostUrgentFirst(mixed)), ids(order));
    deepEqual(ids(mixed), before, 'the list given stays as it was');
  }
});

test('a block is marked by its worst alarm: filled as long as one of that priority is not acknowledged', () => {
  const marks = marksOf([
    anAlarm({ subject: 'A1-1', priority: 'LOW' }), acknowledged({ subject: 'A1-1', priority: 'URGENT' }),
    acknowledged({ subject: 'A1-2' }), anAlarm({ subject: 'A1-2', definition: 'module-lost-alarm' }),
    anAlarm({ subject: 'A1', scope: 'STRING' }),
  ], 'BLOCK');
  deepEqual([...marks], [['A1-1', { priority: 1, filled: false }], ['A1-2', { priority: 2, filled: true }]]);
});

test('a filter wants every word, the priority, and what is not acknowledged', () => {
  const all = [
    anAlarm({ subject: 'A1-1' }), acknowledged({ subject: 'A1-2' }), anAlarm({ subject: 'A1-3', priority: 'LOW' })];
  const found = (words: string, priority: Alarm['priority'] | null = null, open = false) =>
    filtered(all, { words, priority, open }, alarm => alarm.sentence).map(alarm => alarm.subject);
  deepEqual(found(''), ['A1-1', 'A1-2', 'A1-3']);
  deepEqual(found(' FLOAT a1-2 '), ['A1-2']);
  deepEqual(found('float hot'), []);
  deepEqual(found('', 'LOW'), ['A1-3']);
  deepEqual(found('', null, true), ['A1-1', 'A1-3']);
});

test('what can be done follows from the state, and every deed has a verb of the server', () => {
  deepEqual(deedsOf(anAlarm()), ['acknowledge', 'shelve', 'out-of-service']);
  deepEqual(deedsOf(acknowledged()), ['shelve', 'out-of-service']);
  deepEqual(deedsOf(anAlarm({ state: 'LATCHED_ACKNOWLEDGED', active: false, wantsAcknowledgement: false })),
    ['reset', 'shelve', 'out-of-service']);
  const hidden = (...reasons: Parameters<typeof aHiding>[0][]) =>
    deedsOf(anAlarm({ state: 'HIDDEN_ACTIVE', wantsAcknowledgement: false, hidings: reasons.map(aHiding) }));
  deepEqual(hidden('SHELVED'), ['unshelve', 'out-of-service']);
  deepEqual(hidden('OUT_OF_SERVICE'), ['in-service']);
  deepEqual(hidden('SUPPRESSED'), ['out-of-service']);
  deepEqual(hidden('SHELVED', 'OUT_OF_SERVICE'), ['unshelve', 'in-service']);
  for (const deed of [...deedsOf(anAlarm()), ...hidden('SHELVED', 'OUT_OF_SERVICE')]) match(VERB_OF[deed], /^[A-Z_]+$/);
  const mixed = [anAlarm({ subject: 'A1-1' }), acknowledged({ subject: 'A1-2' })];
  deepEqual(doable(mixed, 'acknowledge').map(alarm => alarm.subject), ['A1-1']);
});

test('an alarm leads to what it is about', () => {
  deepEqual(placeOf(anAlarm()), ['batteries', 'A1', 'A1-3']);
  deepEqual(placeOf(anAlarm({ scope: 'STRING', subject: 'A1' })), ['batteries', 'A1']);
  deepEqual(placeOf(anAlarm({ scope: 'LINE', subject: 'L1', strings: ['A1'] })), ['lines']);
  deepEqual(placeOf(anAlarm({ scope: 'BREAKER', subject: 'Q1', strings: ['A1'] })), ['safety']);
  deepEqual(placeOf(anAlarm({ scope: 'SERVER', subject: 'server', strings: [] })), ['system']);
});

test('before the stream has said anything nothing stands', () => {
  equal(standingCount(null), 0);
});

test('the overview begins with the worst alarm; a finding that an alarm says, or that is hidden, is not said twice', () => {
  const string = aString();
  const image = anImage('A1', { values: [1, null, null, 1], quality: [GOOD, MISSING, MISSING, GOOD] }, { chargerMisSet: true });
  const found = findings(aSite(string), new Map([['A1', image]]), aHealth(), [], 0);
  equal(found.length, 2);
  const lost = ['A1-2', 'A1-3'].map(subject => anAlarm({ definition: 'module-lost-alarm', subject, sentence: `${subject} is silent.` }));
  const hot = acknowledged({ definition: 'block-temperature-high-alarm', priority: 'URGENT', sentence: 'It is hot.' });
  deepEqual(withAlarms(found, null), found);
  const one = withAlarms(found, anAlarmList([lost[0]!]));
  deepEqual([one.length, one[0]!.sentence], [3, 'A1-2 is silent.'], 'the second module is still said');
  const charger = anAlarm({ definition: 'charger-mis-set-alarm', subject: 'A1', state: 'HIDDEN_ACTIVE' });
  const all = withAlarms(found, anAlarmList([...lost, hot], [charger]));
  deepEqual(all.map(each => [each.sentence, each.known]),
    [['It is hot.', true], ['A1-2 is silent.', false], ['A1-3 is silent.', false]]);
  equal(all[0]!.href, '#/alarms/standing/block-temperature-high-alarm%2FA1-3');
  equal(all[0]!.response, hot.response, 'what to do is said with it');
  const oneLevel = ['A1-2', 'A1-3'].map(subject => anAlarm({ definition: 'module-lost', subject, sentence: `${subject} is silent.` }));
  deepEqual(withAlarms(found, anAlarmList(oneLevel, [charger])).map(each => each.sentence), ['A1-2 is silent.', 'A1-3 is silent.'],
    'an alarm of one level has none in its id');
  const another = anAlarm({ definition: 'module-lost-elsewhere', subject: 'A1-2' });
  equal(withAlarms(found, anAlarmList([another])).length, 3, 'another sort of alarm says something else');
});

const KPI: Kpi = {
  days: 30, raises: 4_500, perTenMinutes: { mean: 1, most: 10 }, floodShare: 0.01, perDay: [], top: [], chattering: [],
  stale: ['a', 'b', 'c', 'd'], priorities: { URGENT: 1, HIGH: 2, LOW: 3 },
};

test('figures are good up to what people can work on, and bad just beyond', () => {
  deepEqual(judged(KPI).map(each => each.good), [true, true, true, true, true, true]);
  const beyond: Kpi = {
    ...KPI, raises: 4_501, perTenMinutes: { mean: 1.01, most: 11 }, floodShare: 0.0101, chattering: ['a'], stale: [...KPI.stale, 'e'] };
  deepEqual(judged(beyond).map(each => each.good), [false, false, false, false, false, false]);
  deepEqual(judged({ ...KPI, days: 0 })[0], { name: 'perDay', value: null, good: true });
});

test('the history is asked for what is wanted, and nothing of a subject gets out of its place', () => {
  const wanted = { fromMillis: 1, definition: '', subject: ' A1-3 ,, A&1=4' };
  equal(historyPath(wanted), '/alarms/history?from=1&subject=A1-3%2CA%261%3D4');
  equal(historyPath({ ...wanted, subject: ' ', definition: 'line-down-alarm' }, { limit: 5, before: 7 }),
    '/alarms/history?from=1&definition=line-down-alarm&limit=5&before=7');
  deepEqual(partsOf('module-lost-alarm/A1-3'), { definition: 'module-lost-alarm', subject: 'A1-3' });
  deepEqual(partsOf(''), { definition: '', subject: '' });
});

test('a flag has no amount, nor has a time of which every moment counts', () => {
  equal(hasAmount(anAlarm()), true);
  equal(hasAmount(anAlarm({ valueText: '', limitText: '' })), false);
  equal(hasAmount(anAlarm({ dimension: 'TIME', value: 0, limit: 0, valueText: '0.0 s', limitText: '0 ms' })), false);
  equal(hasAmount(anAlarm({ dimension: 'TIME', value: 700_000, limit: 600_000, valueText: '11.7 min', limitText: '10 min' })), true);
  equal(hasAmount(anAlarm({ limit: 0 })), true, 'a voltage against 0 is one');
});
