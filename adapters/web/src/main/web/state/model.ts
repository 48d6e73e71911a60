// SPDX-License-Identifier: Apache-2.0

/** What the server's API says, as the page keeps it; see docs/api.md. Voltages mV, temperatures 0.01 °C. */

export const KINDS = ['voltage', 'temperature', 'resistance', 'duty'] as const;
export type Kind = (typeof KINDS)[number];

/** Codes of the API's `qualityLegend`. */
export const GOOD = 0, SUSPECT = 1, STALE = 2, MISSING = 3;

export interface Block {
  id: string;
  number: number;
  line: string;
  address: number;
  /** What people have written on it; may be empty. */
  label: string;
}

export interface BatteryString {
  id: string;
  name: string;
  profile: string;
  chemistry: string;
  cells: number;
  cellsPerBlock: number;
  capacityMilliampHours: number | null;
  floatMillivoltsPerBlock: number;
  moduleType: string;
  equalizing: boolean;
  halfOf: string | null;
  currentSensor: { line: string; address: number } | null;
  ambientSensor: { line: string; address: number } | null;
  blocks: Block[];
  /** Name of the battery that it belongs to. */
  battery: string;
}

export interface Site {
  name: string;
  timeZone: string;
  lines: string[];
  strings: BatteryString[];
  relayModules: { id: string; line: string }[];
  breakers: { id: string; trip: string; strings: string[] }[];
}

export interface Remark {
  block: string;
  remark: string;
}

export type StringState = 'FLOAT' | 'BOOST' | 'RECHARGE' | 'DISCHARGE' | 'REST' | 'UNKNOWN';

export interface StringStatus {
  id: string;
  sampledAtMillis: number | null;
  state: StringState;
  stateSinceMillis: number | null;
  goodBlocks: number;
  totalMillivolts: number | null;
  meanMillivolts: number | null;
  lowestMillivolts: number | null;
  lowestBlock: number | null;
  highestMillivolts: number | null;
  highestBlock: number | null;
  spreadMillivolts: number | null;
  currentMilliamps: number | null;
  ambientCentidegrees: number | null;
  targetMillivolts: number | null;
  phase: string;
  convergedSinceMillis: number | null;
  largestDutyPermille: number;
  notCorrectable: Remark[];
  excluded: Remark[];
  chargerMisSet: boolean;
}

export interface Column {
  values: (number | null)[];
  quality: number[];
}

/** The newest values of a string; columns in the order of its blocks. */
export interface StringImage {
  string: string;
  sampledAtMillis: number | null;
  status: StringStatus;
  kinds: Record<Kind, Column>;
}

/** What has changed since the image before, as the stream sends it. */
export interface StringChange {
  string: string;
  sampledAtMillis: number | null;
  status: StringStatus;
  kinds: Partial<Record<Kind, { change?: (number | null)[]; quality?: number[] }>>;
}

export interface SiteEvent {
  atMillis: number;
  kind: string;
  subject: string | null;
  text: string;
}

export interface LineHealth {
  line: string;
  up: boolean;
  problem: string | null;
  sweeps: number;
  lastSweepAtMillis: number | null;
  sweepMillis: number | null;
  modules: number;
  missing: number;
}

export interface Health {
  good: boolean;
  problems: string[];
  version: string;
  startedAtMillis: number;
  nowMillis: number;
  speed: number;
  lines: LineHealth[];
  history: { working: boolean; problem: string | null; waiting: number; lost: number };
}

export interface Replacement {
  block: string;
  oldSerial: string;
  newSerial: string;
  sinceMillis: number;
}

/** The value of a block in a kind; null where it is missing, and for the duty of a module that does not answer. */
export function valueOf(image: StringImage, kind: Kind, block: number): number | null {
  const unknown = kind === 'duty' ? image.kinds.voltage.quality[block] : image.kinds[kind].quality[block];
  return unknown === MISSING ? null : image.kinds[kind].values[block] ?? null;
}

/** Returns the image after a change; columns that stay the same are shared. */
export function changed(before: StringImage, change: StringChange): StringImage {
  const kinds = { ...before.kinds };
  for (const kind of KINDS) {
    const news = change.kinds[kind];
    if (!news) continue;
    const old = before.kinds[kind];
    kinds[kind] = {
      values: news.change
        ? news.change.map((step, i) => (step === null ? null : (old.values[i] ?? 0) + step))
        : old.values,
      quality: news.quality ?? old.quality,
    };
  }
  return { string: change.string, sampledAtMillis: change.sampledAtMillis, status: change.status, kinds };
}
