// SPDX-License-Identifier: Apache-2.0

/** What the API says of guards and breakers; see docs/api.md, Protection. Temperatures °C, rises K. */

export type Stage = 'NORMAL' | 'WARN' | 'ALARM' | 'TRIP';
export const STAGES: Stage[] = ['NORMAL', 'WARN', 'ALARM', 'TRIP'];
export type Rule = 'NONE' | 'WARN_RISE' | 'ALARM_TEMPERATURE' | 'ALARM_CURRENT' | 'UNCONFIRMED' | 'ALARM_ONLY' | 'HELD_BY_DISCHARGE' | 'TRIP_CLASSIC'
  | 'TRIP_WIDESPREAD' | 'TRIP_CURRENT' | 'TRIP_RISE' | 'TRIP_HOT';
export type Mode = 'DISARMED' | 'SHADOW' | 'ARMED';
export type Phase = 'WATCHING' | 'COUNTDOWN' | 'VETOED' | 'OPENING' | 'WOULD_BE_OPEN' | 'OPEN' | 'FAILED';

/** What is known of the hottest block. */
export interface Evidence {
  block: string;
  celsius: number | null;
  riseKelvin: number | null;
  kelvinPerHour: number | null;
  sagKelvin: number | null;
  riseVotes: number;
}

export interface GuardedString {
  string: string;
  breaker: string | null;
  stage: Stage;
  rule: Rule;
  confirmation: 'NONE' | 'SEVERAL_BLOCKS' | 'WHOLE_STRING' | 'SAG' | 'NEIGHBOUR' | 'NOT_NEEDED';
  decisive: Evidence | null;
  votingBlocks: number;
  /** In the unit of the rule: K, °C, or times the float current. */
  limit: number | null;
  referenceCelsius: number | null;
  medianRiseKelvin: number | null;
  floatCurrentAmps: number | null;
  currentRatio: number | null;
  leadHours: number | null;
  recent: boolean;
  ambientSubstituted: boolean;
  breakerMayNotStopIt: boolean;
  cannotProtect: 'NO' | 'NO_TEMPERATURES' | 'TOO_FEW_TEMPERATURES' | 'DISCHARGE_UNKNOWN';
  lost: ('NO_CURRENT' | 'NO_CAPACITY' | 'NO_AMBIENT' | 'NO_VOLTAGES' | 'NOT_LEARNT' | 'BLIND_BLOCKS' | 'OTHER_CHEMISTRY')[];
  learning: 'WAITING' | 'REFUSED_WARM' | 'REFUSED_CURRENT' | 'LEARNT';
  learntBy: string | null;
  faultySensors: string[];
  ambientFaulty: boolean;
  equalizingStopped: boolean;
  steppedAtMillis: number | null;
}

export interface GuardedBreaker {
  breaker: string;
  strings: string[];
  mode: Mode;
  phase: Phase;
  /** Of countdown or veto at `atMillis`, on the server's clock. */
  leftMillis: number;
  atMillis: number;
  vetoUsed: boolean;
  hot: boolean;
  hold: 'NONE' | 'DISCHARGE' | 'LAST_STRING';
  sight: 'OPEN' | 'CLOSED' | 'UNKNOWN';
  current: 'NONE' | 'FLOWS' | 'UNKNOWN';
  last: boolean;
  terms: {
    countdownMillis: number;
    lastString: 'OPEN' | 'KEEP';
    inDischarge: boolean;
    allowedInDischarge: string | null;
    secondRelay: boolean;
    statusInput: boolean;
  };
  cannotTrip: string[];
  proof: 'NONE' | 'OPENING' | 'ASKING' | 'CLOSING';
  proofBy: string | null;
  proofDueMillis: number | null;
}

export interface Limits {
  votes: number;
  warnKelvin: number;
  warnRecentKelvin: number;
  alarmKelvin: number;
  alarmRecentKelvin: number;
  alarmCelsius: number;
  alarmRatio: number;
  tripKelvin: number;
  tripRecentKelvin: number;
  tripKelvinPerHour: number;
  tripCelsius: number;
  tripRatio: number;
  tripMedianKelvin: number;
  tripMedianKelvinPerHour: number;
  widespreadCelsius: number;
  widespreadKelvin: number;
  widespreadKelvinPerHour: number;
  severalBlocks: number;
}

export interface Protection {
  strings: GuardedString[];
  breakers: GuardedBreaker[];
  limits: Limits;
}

/** Rises of all blocks in the last sample, 0.01 K and 0.01 °C; null where nothing that counts is known. */
export interface Rises {
  string: string;
  atMillis: number | null;
  blocks: string[];
  riseCentikelvins: (number | null)[];
  centidegrees: (number | null)[];
  referenceCentidegrees: number | null;
  warnCentikelvins: number | null;
  alarmCentikelvins: number | null;
  tripCentikelvins: number | null;
}

export interface Deed {
  atMillis: number;
  news: string;
  mode: Mode;
  who: string | null;
  text: string;
}

export interface Proof {
  atMillis: number;
  passed: boolean;
  by: string;
  openedMillis: number | null;
  secondOpenedMillis: number | null;
  seenByInput: boolean;
  why: string;
}

export interface Past {
  wouldHaveOpened: number;
  lastPassedMillis: number | null;
  deeds: Deed[];
  proofs: Proof[];
}

export interface BlackBox {
  name: string;
  string: string;
  beganMillis: number;
  stage: Stage;
  sealed: boolean;
  bytes: number;
}
