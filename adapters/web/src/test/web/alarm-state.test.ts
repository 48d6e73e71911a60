// SPDX-License-Identifier: Apache-2.0
import './browser';
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import type { AlarmSummary } from '../../main/web/alarms/model';
import { alarms, connectedAnew, noteAlarms, readAlarms, summary } from '../../main/web/state/alarms';
import { connection } from '../../main/web/state/site';
import { anAlarmList } from './samples';

const NONE = { standing: 0, unacknowledged: 0 };

function said(version: number): AlarmSummary {
  return {
    version, general: false, buzzing: false, muted: false, flood: false, failure: '', counts: { URGENT: NONE, HIGH: NONE, LOW: NONE },
    worst: null,
  };
}

/** Stands for the browser's clock of things that wait. */
class Waiting {
  private nowMillis = 0;
  private things: { atMillis: number; run: () => void }[] = [];

  install(): void {
    globalThis.setTimeout = ((run: () => void, millis: number) => this.things.push({ atMillis: this.nowMillis + millis, run })) as never;
  }

  pass(millis: number): void {
    this.nowMillis += millis;
    const due = this.things.filter(thing => thing.atMillis <= this.nowMillis);
    this.things = this.things.filter(thing => thing.atMillis > this.nowMillis);
    due.forEach(thing => thing.run());
  }
}

/** Lets everything happen that waits for nothing but an answer. */
async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

test('the lists are read when their version changes, once a second at most, and again after a failure', async () => {
  const waiting = new Waiting();
  waiting.install();
  const asked: string[] = [];
  let version = 1, fails = false;
  globalThis.fetch = (async (path: string) => {
    asked.push(path);
    if (fails) throw new TypeError('nobody there');
    return { ok: true, status: 200, json: async () => ({ ...anAlarmList([]), version }) };
  }) as unknown as typeof fetch;
  connection.value = { state: 'open' };

  noteAlarms(said(1));
  await settled();
  deepEqual(asked, ['/api/v1/alarms?limit=1000']);
  equal(alarms.value?.version, 1);
  noteAlarms(said(1));
  await settled();
  equal(asked.length, 1, 'nothing has changed');

  version = 4;
  [2, 3, 4].forEach(each => noteAlarms(said(each)));
  await settled();
  equal(asked.length, 1, 'a second has not passed');
  equal(summary.value?.version, 4, 'the counts are there at once');
  waiting.pass(1_000);
  await settled();
  deepEqual([asked.length, alarms.value?.version], [2, 4]);

  fails = true;
  readAlarms();
  waiting.pass(1_000);
  await settled();
  equal(asked.length, 3);
  fails = false;
  waiting.pass(4_999);
  await settled();
  equal(asked.length, 3);
  waiting.pass(1);
  await settled();
  equal(asked.length, 4);
});

test('after a new connection the lists are read though their version is the same: the server may have begun anew', async () => {
  const waiting = new Waiting();
  waiting.install();
  let asked = 0;
  globalThis.fetch = (async () => {
    asked++;
    return { ok: true, status: 200, json: async () => ({ ...anAlarmList([]), version: 9 }) };
  }) as unknown as typeof fetch;
  noteAlarms(said(9));
  waiting.pass(1_000);
  await settled();
  const before = asked;
  noteAlarms(said(9));
  waiting.pass(1_000);
  await settled();
  equal(asked, before, 'nothing has changed');

  connectedAnew();
  noteAlarms(said(9));
  waiting.pass(1_000);
  await settled();
  equal(asked, before + 1);
  noteAlarms(said(9));
  waiting.pass(5_000);
  await settled();
  equal(asked, before + 1, 'once is enough');
});
