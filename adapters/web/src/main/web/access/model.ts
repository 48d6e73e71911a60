// SPDX-License-Identifier: Apache-2.0
import type { Role } from '../state/access';
import { ROLES } from '../state/access';
import type { Texts } from '../text';

/** What the API says of users, tokens and sessions; see docs/api.md, Access. */

export interface Grants {
  role: Role;
  strings: Record<string, Role>;
}

export interface User extends Grants {
  name: string;
  disabled: boolean;
  emergency: boolean;
  secondFactor: boolean;
  createdAtMillis: number;
  passwordAtMillis: number;
}

export interface Token extends Grants {
  name: string;
  createdBy: string;
  createdAtMillis: number;
  expiresAtMillis: number;
}

export interface Session {
  id: string;
  user: string;
  from: string;
  beganAtMillis: number;
  usedAtMillis: number;
  untilAtMillis: number;
}

export interface Policy {
  verbs: string[];
  possible: { verb: string; words: string; role: Role }[];
}

/** Roles as one text: everywhere first, then the strings where they are higher. */
export function grantWords(grants: Grants, roles: Texts['access']['roles']): string {
  const strings = Object.entries(grants.strings).map(([string, role]) => `${string}: ${roles[role]}`);
  return [roles[grants.role], ...strings].join(', ');
}

/** The roles for single strings that say more than the role everywhere, as they are sent. */
export function higher(grants: Grants): Record<string, Role> {
  return Object.fromEntries(
    Object.entries(grants.strings).filter(([, role]) => ROLES.indexOf(role) > ROLES.indexOf(grants.role)));
}
