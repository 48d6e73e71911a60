// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { amount, commentOf, placeName, responseOf, sentenceOf, stemOf, titleOf } from '../../main/web/alarms/words';
import { language } from '../../main/web/state/choices';
import { site } from '../../main/web/state/site';
import { ALARM_WORDS_DE } from '../../main/web/text/alarm-words-de';
import { anAlarm, aSite, aString } from './samples';

function inGerman(check: () => void): void {
  language.value = 'de';
  try {
    check();
  } finally {
    language.value = 'en';
  }
}

test('English says what the server says, with a minus that is one', () => {
  const alarm = anAlarm({ sentence: 'Block A1-3 is far below its string: -0.31 V, limit -0.3 V.' });
  equal(sentenceOf(alarm), 'Block A1-3 is far below its string: \u22120.31\u00a0V, limit \u22120.3\u00a0V.');
  equal(responseOf(alarm), 'Watch its resistance.');
});

test('German is built from the parts: meaning, place, value and limit', () => {
  site.value = aSite(aString());
  inGerman(() => {
    equal(sentenceOf(anAlarm()), 'Die Spannung von Block 3 von A1 ist in Erhaltungsladung niedrig: 13,21\u00a0V, Grenze 13,3\u00a0V.');
    equal(sentenceOf(anAlarm({ definition: 'module-lost-alarm', valueText: '', limitText: '' })),
      'Das Batteriemodul von Block 3 von A1 antwortet nicht.');
    equal(sentenceOf(anAlarm({ definition: 'line-down-alarm', scope: 'LINE', subject: 'L1', valueText: '', limitText: '' })),
      'Leitung L1 ist nicht benutzbar.');
    match(responseOf(anAlarm()), /^Seinen Widerstand beobachten/);
    equal(titleOf({ id: 'block-temperature-high-warning', meaning: 'A block is hot', scope: 'BLOCK' }), 'Block n ist heiß');
  });
  equal(placeName('A1-3'), 'Block 3 of A1', 'names follow the language');
});

test('German says what a value is measured against, that an alarm has gone, and that one never came', () => {
  const told = anAlarm({ definition: 'disk-free-warning', scope: 'SERVER', subject: 'server', valueText: '9.0 %', limitText: '10 %' });
  const discharge = anAlarm({ definition: 'discharge-warning', scope: 'STRING', subject: 'A1', limit: 0, valueText: '12.0 s', limitText: '0 s' });
  inGerman(() => {
    equal(sentenceOf(told), 'Die Platte ist fast voll: 9,0\u00a0% frei, Grenze 10\u00a0%.');
    equal(sentenceOf({ ...told, active: false }), 'Die Platte ist fast voll: 9,0\u00a0% frei, Grenze 10\u00a0%; inzwischen vorbei.');
    equal(sentenceOf({ ...told, raisedAtMillis: null }), 'Die Platte ist fast voll: verborgen, und bisher nie gekommen.');
    equal(sentenceOf(discharge), 'A1 speist die Last.');
    equal(commentOf({ comment: 'OUT_OF_SERVICE: work order 4711' }), 'Außer Betrieb: work order 4711');
  });
  deepEqual([commentOf({ comment: null }), commentOf({ comment: 'SHELVEDX' })], ['', 'SHELVEDX']);
});

test('German says how far a weak block is below its string, and leaves that out where nobody knows', () => {
  site.value = aSite(aString());
  const weak = anAlarm({ definition: 'block-weak-warning', limit: 35, valueText: '5.2 %', limitText: '3.5 %' });
  inGerman(() => {
    equal(sentenceOf(weak), 'Block 3 von A1 bricht in der Entladung ein: 5,2\u00a0% unter seinem Strang, Grenze 3,5\u00a0%.');
    equal(sentenceOf({ ...weak, limit: 0, valueText: '', limitText: '' }), 'Block 3 von A1 bricht in der Entladung ein.');
    equal(sentenceOf({ ...weak, valueText: '0.0 %' }), 'Block 3 von A1 bricht in der Entladung ein.');
    equal(sentenceOf(anAlarm({ definition: 'discharge-alarm', limit: 900_000, valueText: '0.0 s', limitText: '15 min' })).includes('0,0'), false);
  });
});

test('an alarm that the page does not know is said in the words of the server', () => {
  inGerman(() => {
    const alarm = anAlarm({ definition: 'something-new-alarm' });
    deepEqual([sentenceOf(alarm).replaceAll('\u00a0', ' '), responseOf(alarm)], [alarm.sentence, alarm.response]);
  });
});

test('both levels of an alarm say the same', () => {
  equal(stemOf('block-voltage-low-warning'), 'block-voltage-low');
  equal(stemOf('block-voltage-low-alarm'), 'block-voltage-low');
  equal(stemOf('alarm-of-its-own'), 'alarm-of-its-own');
});

test('amounts have the sign and the decimal sign of the language', () => {
  equal(amount('-0.3 V'), '\u22120.3\u00a0V');
  inGerman(() => equal(amount('-0.3 V'), '\u22120,3\u00a0V'));
});

test('every German sentence is whole', () => {
  for (const [stem, words] of Object.entries(ALARM_WORDS_DE)) {
    ok(!/[.:]$/.test(words.meaning('X')), stem);
    for (const sentence of [words.cause, words.consequence, words.response]) match(sentence, /\.$/, stem);
  }
});
