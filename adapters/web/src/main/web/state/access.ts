// SPDX-License-Identifier: Apache-2.0
import { text } from '../text';
import { Cell } from './cell';

/** Who this browser is to the server, and what he may; see docs/api.md, Access. */

export const ROLES = ['view', 'operate', 'service', 'safety', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Access {
  /** Whether the server has users. */
  claimed: boolean;
  scheme: string;
  /** What stands on the way to the identity provider; null where there is none. */
  elsewhere?: string | null;
  signedIn: boolean;
  kind?: 'PERSON' | 'SCRIPT' | 'CONSOLE';
  user?: string;
  role?: Role;
  /** Higher roles for single strings. */
  strings?: Record<string, Role>;
  secondFactor?: boolean | null;
  /** Sent beside the cookie with every change. */
  csrf?: string | null;
  /** The least role for each verb of the server. */
  verbs?: Record<string, Role>;
}

/** Null before the server has said it. */
export const access = new Cell<Access | null>(null);

/** Notes that the server does not know this browser any more. */
export function sessionEnded(): void {
  const before = access.value;
  if (before === null || before.signedIn) {
    access.value = {
      claimed: before?.claimed ?? true, scheme: before?.scheme ?? location.protocol.replace(':', ''),
      elsewhere: before?.elsewhere ?? null, signedIn: false,
    };
  }
}

function includes(role: Role | undefined, least: Role): boolean {
  return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** Whether this person may do that to those strings, to the site as a whole when there are none. The server decides. */
export function may(who: Access | null, verb: string, strings: string[] = []): boolean {
  const least = who?.verbs?.[verb];
  if (!who || !who.signedIn || least === undefined) return false;
  return includes(who.role, least)
    || strings.length > 0 && strings.every(string => includes(who.strings?.[string], least));
}

/** Whether this person may do that to anything at all. */
export function mayAnywhere(who: Access | null, verb: string): boolean {
  return may(who, verb) || Object.keys(who?.strings ?? {}).some(string => may(who, verb, [string]));
}

/** Why he may not, in words for him; empty when he may. */
export function whyNot(who: Access | null, verb: string, strings: string[] = []): string {
  const least = who?.verbs?.[verb];
  if (may(who, verb, strings) || least === undefined) return '';
  return text().access.needsRole(text().access.roles[least], text().access.roles[who?.role ?? 'view']);
}
