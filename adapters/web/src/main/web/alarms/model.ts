// SPDX-License-Identifier: Apache-2.0

/** What the API says of alarms; see docs/api.md, Alarms. Values in the unit of their dimension, times epoch ms. */

export const PRIORITIES = ['URGENT', 'HIGH', 'LOW'] as const;
export type Priority = (typeof PRIORITIES)[number];

export type AlarmState =
  | 'NORMAL' | 'UNACKNOWLEDGED' | 'ACKNOWLEDGED' | 'RETURNED' | 'LATCHED_UNACKNOWLEDGED' | 'LATCHED_ACKNOWLEDGED'
  | 'HIDDEN' | 'HIDDEN_ACTIVE';

export type HideReason = 'SHELVED' | 'SUPPRESSED' | 'OUT_OF_SERVICE' | 'GROUPED';

export interface Hiding {
  reason: HideReason;
  who: string;
  why: string;
  sinceMillis: number;
  /** Null or 0 without end. */
  untilMillis: number | null;
}

export interface Alarm {
  /** Definition and subject. */
  id: string;
  definition: string;
  subject: string;
  scope: 'BLOCK' | 'STRING' | 'LINE' | 'BREAKER' | 'SERVER';
  /** Whose alarm it is: who may do something about them may do it to this. */
  strings: string[];
  priority: Priority;
  level: 'WARNING' | 'ALARM';
  state: AlarmState;
  active: boolean;
  wantsAcknowledgement: boolean;
  latching: boolean;
  sequence: number;
  firstOut: boolean;
  /** Null for a hidden one that never came. */
  raisedAtMillis: number | null;
  changedAtMillis: number | null;
  value: number;
  limit: number;
  dimension: string | null;
  /** Empty for a flag. */
  valueText: string;
  limitText: string;
  sentence: string;
  cause: string;
  consequence: string;
  response: string;
  raises: number;
  chattering: boolean;
  /** Standing for more than a day. */
  stale: boolean;
  acknowledgedBy: string | null;
  acknowledgedAtMillis: number | null;
  comment: string | null;
  hidings: Hiding[];
}

export interface PriorityCount {
  standing: number;
  unacknowledged: number;
}

/** How it stands, as the stream says it. */
export interface AlarmSummary {
  version: number;
  /** Whether the general alarm is on: relay and buzzer. */
  general: boolean;
  buzzing: boolean;
  muted: boolean;
  flood: boolean;
  /** Why alarms cannot be kept; empty while they can. */
  failure: string;
  counts: Record<Priority, PriorityCount>;
  worst: Alarm | null;
}

export interface AlarmList {
  version: number;
  flood: boolean;
  failure: string;
  standing: Alarm[];
  hidden: Alarm[];
  /** How many are not in the lists. */
  more: number;
}

export interface Definition {
  id: string;
  scope: Alarm['scope'];
  side: 'LOW' | 'HIGH';
  level: Alarm['level'];
  priority: Priority;
  dimension: string | null;
  meaning: string;
  cause: string;
  consequence: string;
  response: string;
  standard: string;
  source: string;
}

export interface AlarmRecord {
  number: number;
  atMillis: number;
  definition: string;
  subject: string;
  action: 'RAISE' | 'RETURN' | 'ACKNOWLEDGE' | 'RESET' | 'HIDE' | 'SHOW';
  state: AlarmState;
  priority: Priority;
  limit: number;
  valueText: string;
  limitText: string;
  who: string;
  comment: string | null;
  untilMillis: number | null;
  sentence: string;
}

export interface Kpi {
  days: number;
  raises: number;
  perTenMinutes: { mean: number; most: number };
  /** Share of all 10 min in which more than ten came, 0 to 1. */
  floodShare: number;
  perDay: { atMillis: number; raises: number }[];
  top: { id: string; definition: string; subject: string; raises: number }[];
  chattering: string[];
  stale: string[];
  priorities: Record<Priority, number>;
}
