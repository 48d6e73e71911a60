// SPDX-License-Identifier: Apache-2.0
import type { AlarmList, AlarmSummary } from '../alarms/model';
import { get } from './api';
import { Cell } from './cell';
import { connection } from './site';

/** How many the lists may hold; the rest is counted. */
const MOST = 1_000;
const LEAST_BETWEEN_MILLIS = 1_000;
const TRY_AGAIN_MILLIS = 5_000;

/** How the alarms stand, as the stream says it; null before it has. */
export const summary = new Cell<AlarmSummary | null>(null);

/** The alarms that stand and those that are hidden; null before they are read. */
export const alarms = new Cell<AlarmList | null>(null);

let reading = false;
let readAgain = false;
let lastMillis = -Infinity;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Takes what the stream says; reads the lists anew when they are others. */
export function noteAlarms(now: AlarmSummary): void {
  summary.value = now;
  if (alarms.value?.version !== now.version) readAlarms();
}

/** Reads the lists, at once or as soon as a second has passed since they were last read. */
export function readAlarms(waitMillis = 0): void {
  if (reading) {
    readAgain = true;
    return;
  }
  if (timer !== null) return;
  const wait = Math.max(waitMillis, lastMillis + LEAST_BETWEEN_MILLIS - performance.now());
  if (wait <= 0) void read();
  else timer = setTimeout(() => { timer = null; void read(); }, wait);
}

async function read(): Promise<void> {
  reading = true;
  readAgain = false;
  lastMillis = performance.now();
  let failed = false;
  try {
    alarms.value = await get<AlarmList>(`/alarms?limit=${MOST}`);
  } catch {
    // That the server is gone is said elsewhere.
    failed = true;
  } finally {
    reading = false;
  }
  const behind = summary.value !== null && (alarms.value?.version ?? -1) < summary.value.version;
  // Without a connection the next one begins with a word about alarms.
  if (failed && connection.value.state === 'open') readAlarms(TRY_AGAIN_MILLIS);
  else if (!failed && (readAgain || behind)) readAlarms();
}
