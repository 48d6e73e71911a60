// SPDX-License-Identifier: Apache-2.0
import type { GuardedBreaker, Protection } from '../safety/model';
import { summary } from './alarms';
import { get } from './api';
import { Cell } from './cell';
import { route } from './route';
import { connection, serverNow } from './site';

const NEAR_MILLIS = 1_000, FAR_MILLIS = 15_000;

/** Guards and breakers as last read; null before the first answer. */
export const protection = new Cell<Protection | null>(null);

let busy = false;
let lastMillis = -Infinity;

/** Keeps guards and breakers read: each second while somebody looks or a breaker is at work, else every now and then. */
export function followProtection(): void {
  setInterval(() => {
    if (performance.now() - lastMillis >= (near() ? NEAR_MILLIS : FAR_MILLIS)) void readProtection();
  }, NEAR_MILLIS / 2);
  let version = -1;
  summary.follow(() => {
    if (summary.value !== null && summary.value.version !== version) void readProtection();
    version = summary.value?.version ?? -1;
  });
  connection.follow(() => { if (connection.value.state === 'open') void readProtection(); });
}

function near(): boolean {
  return route.value[0] === 'safety' || (protection.value?.breakers ?? []).some(atWork);
}

/** Whether something runs that people have to know of, on whatever page they are. */
export function atWork(breaker: GuardedBreaker): boolean {
  return ['COUNTDOWN', 'VETOED', 'OPENING', 'FAILED'].includes(breaker.phase);
}

/** Reads them at once; that the server is gone is said elsewhere. */
export async function readProtection(): Promise<void> {
  if (busy || connection.value.state !== 'open') return;
  busy = true;
  lastMillis = performance.now();
  try {
    protection.value = await get<Protection>('/protection');
  } catch {
    // The next look tries again.
  } finally {
    busy = false;
  }
}

/** What is left of a countdown or a veto now, ms. */
export function leftOf(breaker: GuardedBreaker): number {
  return Math.max(0, breaker.leftMillis - Math.max(0, serverNow() - breaker.atMillis));
}
