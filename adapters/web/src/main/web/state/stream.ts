// SPDX-License-Identifier: Apache-2.0
import type { AlarmSummary } from '../alarms/model';
import { access } from './access';
import { connectedAnew, noteAlarms } from './alarms';
import { approvals } from './approvals';
import type { Approval } from './approvals';
import { get, readAccess, Refused } from './api';
import { changed } from './model';
import type { Health, Replacement, Site, SiteEvent, StringChange, StringImage } from './model';
import { connection, events, health, images, noteClock, replacements, site } from './site';

const TRY_AGAIN_MILLIS = 2_000;
const HEALTH_MILLIS = 5_000;
const HEALTH_PATIENCE_MILLIS = 6_000;
const EVENTS = 100;
/** How often a page that nobody is signed in on asks whether that is still so. */
const SIGNED_OUT_MILLIS = 30_000;

let source: EventSource | null = null;
let failures = 0;
let beginning = false;

/** Begins to follow the server, for as long as the page stands. */
export function followServer(): void {
  void begin();
  setInterval(() => void look(), HEALTH_MILLIS);
  setInterval(() => void lookForSession(), SIGNED_OUT_MILLIS);
  addEventListener('focus', () => void lookForSession());
  access.follow(() => {
    const signedIn = access.value?.signedIn === true;
    if (!signedIn && connection.value.state !== 'signed-out') {
      source?.close();
      source = null;
      connection.value = { state: 'signed-out' };
    } else if (signedIn && connection.value.state === 'signed-out') {
      connection.value = { state: 'connecting' };
      void begin();
    }
  });
}

/** Somebody may have signed in from another tab. */
async function lookForSession(): Promise<void> {
  if (connection.value.state === 'signed-out') await readAccess().catch(() => undefined);
}

async function begin(): Promise<void> {
  if (beginning) return;
  beginning = true;
  source?.close();
  source = null;
  try {
    if (!(await readAccess()).signedIn) return;
    const [answer, now] = await Promise.all([get<SiteAnswer>('/site'), get<Health>('/health', HEALTH_PATIENCE_MILLIS)]);
    takeHealth(now);
    site.value = fromAnswer(answer);
  } catch (failure) {
    lost(failure);
    if (connection.value.state !== 'signed-out') setTimeout(() => void begin(), TRY_AGAIN_MILLIS);
    return;
  } finally {
    beginning = false;
  }
  open();
}

function takeHealth(now: Health): void {
  failures = 0;
  noteClock(now.nowMillis, now.speed);
  health.value = now;
}

function open(): void {
  const opened = new EventSource('/api/v1/stream?form=changes');
  source = opened;
  connectedAnew();
  let greeted = false;
  opened.addEventListener('hello', () => {
    // It comes again when names, labels or switches have changed.
    if (greeted) void readSite();
    greeted = true;
    connection.value = { state: 'open' };
    void readEvents();
  });
  opened.addEventListener('image', event => take(JSON.parse((event as MessageEvent<string>).data) as StringImage));
  opened.addEventListener('change', event => {
    const change = JSON.parse((event as MessageEvent<string>).data) as StringChange;
    const before = images.value.get(change.string);
    if (before) take(changed(before, change));
  });
  opened.addEventListener('alarms', event => noteAlarms(JSON.parse((event as MessageEvent<string>).data) as AlarmSummary));
  opened.onerror = () => {
    if (source !== opened) return;
    lost(null);
    // The browser itself tries again only after some kinds of end; this one tries after all.
    opened.close();
    source = null;
    setTimeout(() => void begin(), TRY_AGAIN_MILLIS);
  };
}

async function readSite(): Promise<void> {
  try {
    site.value = fromAnswer(await get<SiteAnswer>('/site'));
  } catch {
    // A server that is gone is noticed elsewhere, and everything is read again then.
  }
}

function take(image: StringImage): void {
  images.value = new Map(images.value).set(image.string, image);
}

function lost(failure: unknown): void {
  if (failure instanceof Refused && failure.status === 401 || connection.value.state === 'signed-out') {
    connection.value = { state: 'signed-out' };
  } else if (connection.value.state !== 'gone') {
    connection.value = { state: 'gone', sinceMillis: Date.now() };
  }
}

/** Asks how the server is; a stream that is silent because the network is gone is noticed here. */
async function look(): Promise<void> {
  if (connection.value.state === 'signed-out') return;
  try {
    takeHealth(await get<Health>('/health', HEALTH_PATIENCE_MILLIS));
    if (connection.value.state === 'open') {
      await readEvents();
    }
  } catch (failure) {
    failures++;
    if (failures >= 2 && source) {
      source.close();
      source = null;
      lost(failure);
      setTimeout(() => void begin(), TRY_AGAIN_MILLIS);
    }
  }
}

/** Reads the last events and the questions that wait for an answer. */
export async function readEvents(): Promise<void> {
  try {
    const [last, questions] = await Promise.all([
      get<{ events: SiteEvent[] }>(`/events?limit=${EVENTS}`),
      get<{ replacements: Replacement[] }>('/replacements'),
    ]);
    if (access.value?.kind === 'PERSON') {
      approvals.value = (await get<{ approvals: Approval[] }>('/approvals')).approvals;
    }
    events.value = last.events;
    replacements.value = questions.replacements;
  } catch {
    // The next look tries again; that the server is gone is said elsewhere.
  }
}

interface SiteAnswer {
  name: string;
  timeZone: string;
  relayModules: Site['relayModules'];
  breakers: Site['breakers'];
  lines: string[];
  batteries: { name: string; strings: Omit<Site['strings'][number], 'battery'>[] }[];
}

function fromAnswer(answer: SiteAnswer): Site {
  return {
    name: answer.name,
    timeZone: answer.timeZone,
    relayModules: answer.relayModules,
    breakers: answer.breakers,
    lines: answer.lines,
    strings: answer.batteries.flatMap(battery => battery.strings.map(string => ({ ...string, battery: battery.name }))),
  };
}
