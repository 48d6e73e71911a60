// SPDX-License-Identifier: Apache-2.0
import type { AlarmList, AlarmSummary } from '../alarms/model';
import { get } from './api';
import { Cell } from './cell';
import { connection } from './site';

/** How many the lists may hold; the rest is counted. */
const MOST = 1_000;
const LEAST_BETWEEN_MILLIS = 1_000;
const TRY_AGAIN_MILLIS = 5_000;
/** Of the time of this page at most a tenth goes into lists: what they cost is waited for ten times over, to a limit. */
const SHARE = 10;
const MOST_BETWEEN_MILLIS = 4_000;
/** The lists are shown when nothing else is to be done, but not later than that. */
const IDLE_MILLIS = 500;

/** How the alarms stand, as the stream says it; null before it has. */
export const summary = new Cell<AlarmSummary | null>(null);

/** The alarms that stand and those that are hidden; null before they are read. */
export const alarms = new Cell<AlarmList | null>(null);

let reading = false;
let readAgain = false;
let lastMillis = -Infinity;
let costMillis = 0;
/** Which connection this is, and on which the lists were read: a server that began anew may count to the same version. */
let present = 0;
let readOn = -1;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Takes what the stream says; reads the lists anew when they are others. */
export function noteAlarms(now: AlarmSummary): void {
  summary.value = now;
  if (readOn !== present || alarms.value?.version !== now.version) readAlarms();
}

/** Takes note of a new connection: what was read on the one before may be of another run of the server. */
export function connectedAnew(): void {
  present++;
}

/** Reads the lists, at once or as soon as a while has passed since they were last read: a second, more where they cost much. */
export function readAlarms(waitMillis = 0): void {
  if (reading) {
    readAgain = true;
    return;
  }
  if (timer !== null) return;
  const between = Math.min(MOST_BETWEEN_MILLIS, Math.max(LEAST_BETWEEN_MILLIS, SHARE * costMillis));
  const wait = Math.max(waitMillis, lastMillis + between - performance.now());
  if (wait <= 0) void read();
  else timer = setTimeout(() => { timer = null; void read(); }, wait);
}

async function read(): Promise<void> {
  reading = true;
  readAgain = false;
  lastMillis = performance.now();
  const on = present;
  let failed = false;
  try {
    const list = await get<AlarmList>(`/alarms?limit=${MOST}`);
    await idle();
    const from = performance.now();
    alarms.value = list;
    readOn = on;
    await Promise.resolve(); // what follows the lists is drawn before that
    costMillis = performance.now() - from;
  } catch {
    // That the server is gone is said elsewhere.
    failed = true;
  } finally {
    reading = false;
  }
  const behind = readOn !== present || summary.value !== null && (alarms.value?.version ?? -1) < summary.value.version;
  // Without a connection the next one begins with a word about alarms.
  if (failed && connection.value.state === 'open') readAlarms(TRY_AGAIN_MILLIS);
  else if (!failed && (readAgain || behind)) readAlarms();
}

/** Ends when the page has nothing more urgent to do: a sweep, a key. Some browsers cannot say. */
function idle(): Promise<void> {
  if (typeof requestIdleCallback === 'undefined') return Promise.resolve();
  return new Promise(done => { requestIdleCallback(() => done(), { timeout: IDLE_MILLIS }); });
}
