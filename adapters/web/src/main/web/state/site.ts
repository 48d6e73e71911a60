// SPDX-License-Identifier: Apache-2.0
import { Cell } from './cell';
import type { Health, Replacement, Site, SiteEvent, StringImage } from './model';

/** How the page stands with the server. */
export type Connection =
  | { state: 'connecting' }
  | { state: 'open' }
  | { state: 'gone'; sinceMillis: number }
  | { state: 'signed-out' };

/** Everything the page knows of the site; written by the stream alone. */
export const site = new Cell<Site | null>(null);
export const images = new Cell<ReadonlyMap<string, StringImage>>(new Map());
export const health = new Cell<Health | null>(null);
export const events = new Cell<SiteEvent[] | null>(null);
export const replacements = new Cell<Replacement[]>([]);
export const connection = new Cell<Connection>({ state: 'connecting' });

/** How far the server's clock, real or simulated, is ahead of this computer's, ms, when last heard. */
let serverClock = { atMillis: Date.now(), serverMillis: Date.now(), speed: 1 };

/** Notes what the server said of its clock. */
export function noteClock(serverMillis: number, speed: number): void {
  serverClock = { atMillis: Date.now(), serverMillis, speed };
}

/** The server's time now, epoch ms: all ages and windows are counted on it. It stands still while the server is gone. */
export function serverNow(): number {
  const state = connection.value;
  const until = state.state === 'gone' ? state.sinceMillis : Date.now();
  return serverClock.serverMillis + Math.max(0, until - serverClock.atMillis) * serverClock.speed;
}
