// SPDX-License-Identifier: Apache-2.0
import { may } from './access';
import type { Access, Role } from './access';
import { Cell } from './cell';

/** Something that somebody wants to do and a second person has to approve. */
export interface Approval {
  id: number;
  who: string;
  verb: string;
  words: string;
  role: Role;
  target: string;
  wanted: string;
  askedAtMillis: number;
  untilAtMillis: number;
  state: 'WAITING' | 'DONE' | 'FAILED' | 'REFUSED' | 'EXPIRED';
  by: string | null;
  told: string | null;
}

/** What waits and what was answered lately, the newest first. */
export const approvals = new Cell<Approval[]>([]);

/** The requests that this person can answer, or has made himself and can take back. */
export function toAnswer(who: Access | null, all: Approval[]): Approval[] {
  if (who?.kind !== 'PERSON') return [];
  const everywhere = Object.keys(who.strings ?? {});
  return all.filter(each => each.state === 'WAITING'
    && (each.who === who.user || may(who, each.verb) || may(who, each.verb, everywhere)));
}
