// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { changesOf, found, shown, stillWanted, wanting } from '../../main/web/settings/draft';
import type { Draft } from '../../main/web/settings/draft';
import type { Setting } from '../../main/web/settings/model';
import { titleOf, valueWords } from '../../main/web/settings/titles';

function aSetting(changes: Partial<Setting> = {}): Setting {
  return {
    key: 'strings.A1.name', group: 'strings', subject: 'A1', name: 'name', title: 'Name', kind: 'text', value: 'A1',
    default: 'A1', given: false, lockedInLine: null, allowed: '', mostCharacters: 100, words: [], strings: [], ...changes,
  };
}

const NONE: Draft = new Map();
const given = aSetting({ value: 'upper', given: true });

test('wanting what is there already is no wish', () => {
  equal(wanting(NONE, aSetting(), 'A1').size, 0);
  equal(wanting(NONE, aSetting(), '').size, 0);
  equal(wanting(NONE, aSetting(), null).size, 0);
  equal(wanting(NONE, given, 'upper').size, 0);
  equal(wanting(wanting(NONE, given, 'lower'), given, 'upper').size, 0);
});

test('an empty field and the button go back to the default', () => {
  for (const wish of ['', '  ', null]) {
    const draft = wanting(NONE, given, wish);
    deepEqual([...draft], [['strings.A1.name', null]]);
    equal(shown(draft, given), 'A1');
    deepEqual(changesOf(draft, [given]), [{ key: 'strings.A1.name', before: 'upper', after: null, default: 'A1' }]);
  }
  equal(shown(wanting(NONE, given, 'lower'), given), 'lower');
  equal(shown(NONE, given), 'upper');
});

test('what somebody else has done meanwhile, locked or taken away is wanted no more', () => {
  const draft: Draft = new Map([['strings.A1.name', 'lower'], ['strings.A2.name', 'x']]);
  equal(stillWanted(draft, [given]).get('strings.A1.name'), 'lower');
  equal(stillWanted(draft, [aSetting({ value: 'lower', given: true })]).size, 0);
  equal(stillWanted(draft, [aSetting({ lockedInLine: 7 })]).size, 0);
  equal(stillWanted(draft, []).size, 0);
});

test('a search finds settings that have all its words, in the language of the page', () => {
  const all = [aSetting(), aSetting({ key: 'strings.A2.name', subject: 'A2', value: 'upper rack', given: true })];
  deepEqual(found(all, ' name OF string ', titleOf).length, 2);
  deepEqual(found(all, 'rack upper', titleOf).map(each => each.subject), ['A2']);
  deepEqual(found(all, 'nothing', titleOf), []);
  deepEqual(found(all, ' ', titleOf).length, 2);
});

test('a setting that the page does not know is called as the server calls it', () => {
  equal(titleOf(aSetting({ group: 'new', name: 'thing', title: 'New thing' })), 'New thing');
  deepEqual([null, 'on', 'off', '6 h'].map(valueWords), ['default', 'on', 'off', '6 h']);
});
