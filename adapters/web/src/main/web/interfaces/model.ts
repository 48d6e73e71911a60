// SPDX-License-Identifier: Apache-2.0
import { tick } from '../format';

/** A protocol by which others read the site. */
export interface Interface {
  id: string;
  name: string;
  state: 'OFF' | 'SERVING' | 'FAILED';
  problem: string | null;
  /** Null while it is off. */
  status: Status | null;
}

export interface Status {
  places: { where: string; problem: string | null }[];
  admitted: string[];
  writers: { name: string; from: string; may: string[] }[];
  commands: string[];
  requests: number;
  /** Null where nobody counts them. */
  refused: number | null;
  /** Null for protocols without. */
  connections: number | null;
  turnedAway: number;
  clients: Client[];
  lastError: { text: string; atMillis: number } | null;
}

export interface Client {
  /** Empty for all who have no row of their own. */
  address: string;
  who: string;
  how: string;
  requests: number;
  refused: number;
  connections: number;
  lastAtMillis: number | null;
}

/** A value as a client sees it. */
export interface Point {
  address: string;
  part: string;
  subject: string;
  name: string;
  form: string;
  scale: string;
  raw: string;
  value: string;
  quality: 'GOOD' | 'SUSPECT' | 'STALE' | 'MISSING';
  words: string;
}

export interface View {
  image: number;
  atMillis: number | null;
  matching: number;
  from: number;
  points: Point[];
}

/** Where a page of what clients see is read. */
export function viewPath(protocol: string, search: string, known: boolean, from: number, count: number): string {
  const query = new URLSearchParams({ from: String(from), count: String(count) });
  if (known) query.set('known', 'true');
  if (search.trim() !== '') query.set('search', search.trim());
  return `/interfaces/${encodeURIComponent(protocol)}/view?${query}`;
}

/** Where the page begins that still has something, when the one asked for is behind the end. */
export function within(from: number, matching: number, count: number): number {
  return Math.max(0, Math.min(from, Math.floor((matching - 1) / count) * count));
}

/** Requests a second between two answers; null when nobody can say: too soon, or the server was started anew. */
export function perSecond(before: number, now: number, millis: number): number | null {
  return millis < 500 || now < before ? null : (now - before) * 1000 / millis;
}

/** A command line as it works from where this page is read. */
export function runnable(command: string, host: string): string {
  return command.replace(/\bHOST\b/g, host);
}

/** Units as the other pages have them, and how many places further left the point stands. */
const UNITS: Record<string, [unit: string, places: number]> = { mV: ['V', 3], mA: ['A', 3], 'µΩ': ['mΩ', 3], permille: ['%', 1] };

/** An amount in figures of the language, in the units of the other pages; anything else as it is. */
export function amount(value: string): string {
  const parts = /^(-?\d+)(?:\.(\d+))? (\S+)$/.exec(value);
  if (!parts) return value;
  const [unit, places] = UNITS[parts[3]!] ?? [parts[3]!, 0];
  return `${tick(Number(`${parts[1]}.${parts[2] ?? '0'}`) / 10 ** places, (parts[2]?.length ?? 0) + places)}\u00a0${unit}`;
}
