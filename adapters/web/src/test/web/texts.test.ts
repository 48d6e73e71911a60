// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { de } from '../../main/web/text/de';
import { en } from '../../main/web/text/en';

type Node = Record<string, unknown>;

/** What the texts are made of: a path and what stands there. */
function shape(node: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (typeof node === 'object' && node !== null) {
    into.set(path, Array.isArray(node) ? `list of ${node.length}` : 'group');
    for (const [name, child] of Object.entries(node as Node)) shape(child, `${path}.${name}`, into);
  } else {
    into.set(path, node);
  }
  return into;
}

const english = shape(en, '', new Map());
const german = shape(de, '', new Map());

test('German says all that English says, and nothing more', () => {
  deepEqual([...german.keys()].sort(), [...english.keys()].sort());
  for (const [path, here] of english) {
    const there = german.get(path);
    equal(typeof there, typeof here, path);
    if (typeof here === 'string') equal(/^(group|list of )/.test(here), /^(group|list of )/.test(there as string), path);
  }
});

test('no text is empty where the other language has words', () => {
  for (const [path, here] of english) {
    if (typeof here === 'string') equal((german.get(path) as string).trim() === '', here.trim() === '', path);
  }
});

test('a sentence says everything that it is given, in both languages', () => {
  let sentences = 0;
  for (const [path, here] of english) {
    if (typeof here !== 'function') continue;
    const there = german.get(path) as (...given: unknown[]) => string;
    equal(there.length, here.length, `${path}: how much it is given`);
    const given = Array.from({ length: here.length }, (_, i) => 71 + i);
    for (const sentence of [here as (...given: unknown[]) => string, there]) {
      const words = sentence(...given);
      given.forEach(each => ok(words.includes(String(each)), `${path}: "${words}" lacks ${each}`));
      ok(!words.includes('undefined'), `${path}: ${words}`);
    }
    sentences++;
  }
  ok(sentences > 10);
});

test('one block is not said in the plural', () => {
  equal(en.blocks(1), '1 block');
  equal(de.blocks(1), '1 Block');
  ok(!en.findings.missing('A1', '7', 1).includes('blocks'));
  ok(!de.findings.missing('A1', '7', 1).includes('Blöcke'));
});
