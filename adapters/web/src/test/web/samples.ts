// SPDX-License-Identifier: Apache-2.0
import type { BatteryString, Column, Health, Kind, Site, StringImage, StringStatus } from '../../main/web/state/model';
import { GOOD, KINDS } from '../../main/web/state/model';

/** A small site as the server would tell of it; tests change what matters to them. */

export function aString(id = 'A1', blocks = 4): BatteryString {
  return {
    id, name: id, profile: 'lead', chemistry: 'LEAD_ACID', cells: 6 * blocks, cellsPerBlock: 6, capacityMilliampHours: 80_000,
    floatMillivoltsPerBlock: 13_620, moduleType: 'C20', equalizing: true, halfOf: null, currentSensor: null,
    ambientSensor: null, battery: 'B1',
    blocks: Array.from({ length: blocks }, (_, i) => ({ id: `${id}-${i + 1}`, number: i + 1, line: 'L1', address: i + 1, label: '' })),
  };
}

export function aSite(...strings: BatteryString[]): Site {
  return { name: 'Test', timeZone: 'Europe/Berlin', lines: ['L1'], strings };
}

export function aStatus(id: string, changes: Partial<StringStatus> = {}): StringStatus {
  return {
    id, sampledAtMillis: 1_000_000, state: 'FLOAT', stateSinceMillis: 0, goodBlocks: 4, totalMillivolts: 54_480,
    meanMillivolts: 13_620, lowestMillivolts: 13_618, lowestBlock: 2, highestMillivolts: 13_622, highestBlock: 3,
    spreadMillivolts: 4, currentMilliamps: null, ambientCentidegrees: 2_500, targetMillivolts: 13_620, phase: 'CONVERGED',
    convergedSinceMillis: 500_000, largestDutyPermille: 0, notCorrectable: [], excluded: [], chargerMisSet: false, ...changes,
  };
}

export function good(...values: (number | null)[]): Column {
  return { values, quality: values.map(() => GOOD) };
}

export function anImage(
  id: string, voltage: Column, changes: Partial<StringStatus> = {}, others: Partial<Record<Kind, Column>> = {},
): StringImage {
  const status = aStatus(id, changes);
  const kinds = Object.fromEntries(KINDS.map(kind => [kind, others[kind] ?? good(...voltage.values.map(() => 0))]));
  return {
    string: id, sampledAtMillis: status.sampledAtMillis, status,
    kinds: { ...(kinds as Record<Kind, Column>), voltage },
  };
}

export function aHealth(changes: Partial<Health> = {}): Health {
  return {
    good: true, problems: [], version: '1', startedAtMillis: 0, nowMillis: 0, speed: 1, lines: [],
    history: { working: true, problem: null, waiting: 0, lost: 0 }, ...changes,
  };
}
