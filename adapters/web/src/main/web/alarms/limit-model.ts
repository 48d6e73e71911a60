// SPDX-License-Identifier: Apache-2.0

/** What the API says of the limits of alarms; amounts with their unit, as people write them in settings. */

export const LIMIT_FIELDS = ['limit', 'deadband', 'onDelay', 'offDelay', 'state'] as const;
export type LimitField = (typeof LIMIT_FIELDS)[number];

/** A limit with its timing; null where it is inherited. */
export type Limit = Record<LimitField, string | null>;

export interface BlockLimit {
  block: string;
  own: Limit;
  inForce: Limit;
}

export interface StringLimit {
  definition: string;
  dimension: string | null;
  side: 'LOW' | 'HIGH';
  level: 'WARNING' | 'ALARM';
  standard: Limit;
  /** What the string itself gives. */
  string: Limit | null;
  inForce: Limit;
  source: string;
  lockedInLine: number | null;
  /** Those that differ from their string. */
  blocks: BlockLimit[];
}

export interface BackTest {
  fromMillis: number;
  toMillis: number;
  resolutionMillis: number;
  resolution: string;
  total: number;
  raises: { subject: string; atMillis: number; valueText: string; untilMillis: number | null }[];
  /** The same with the limit in force. */
  now: { total: number };
}

const SETTING_NAMES: Record<LimitField, string> = {
  limit: 'limit', deadband: 'deadband', onDelay: 'on-delay', offDelay: 'off-delay', state: 'state',
};

/** Whose limit is meant: that of a string or of one of its blocks. */
export interface LimitPlace {
  kind: 'strings' | 'blocks';
  id: string;
}

/** What somebody has written in a dialog, as settings; only what differs from what is in force, and null for an emptied own one. */
export function limitChanges(place: LimitPlace, definition: string, own: Limit | null, inForce: Limit, wished: Limit): Record<string, string | null> {
  const changes: Record<string, string | null> = {};
  for (const field of LIMIT_FIELDS) {
    const wish = wished[field]?.trim() ?? '';
    const key = `${place.kind}.${place.id}.alarms.${definition}.${SETTING_NAMES[field]}`;
    if (wish === '') {
      if ((own?.[field] ?? null) !== null) changes[key] = null;
    } else if (wish !== inForce[field]) {
      changes[key] = wish;
    }
  }
  return changes;
}

/** What a back-test is asked: what is wished where it differs; the server takes the rest from what is in force. */
export function backTestOf(place: LimitPlace, definition: string, inForce: Limit, wished: Limit, days: number): Record<string, unknown> {
  const asked: Record<string, unknown> = { definition, [place.kind === 'strings' ? 'string' : 'block']: place.id, days };
  for (const field of LIMIT_FIELDS) {
    const wish = wished[field]?.trim() ?? '';
    if (field !== 'state' && wish !== '' && wish !== inForce[field]) asked[field] = wish;
  }
  return asked;
}
