// SPDX-License-Identifier: Apache-2.0
import type { Alarm, AlarmList, HideReason, Hiding } from '../../main/web/alarms/model';
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
  return { name: 'Test', timeZone: 'Europe/Berlin', lines: ['L1'], strings, relayModules: [], breakers: [] };
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

export function anAlarm(changes: Partial<Alarm> = {}): Alarm {
  const definition = changes.definition ?? 'block-voltage-low-alarm', subject = changes.subject ?? 'A1-3';
  return {
    id: `${definition}/${subject}`, definition, subject, scope: 'BLOCK', strings: ['A1'], priority: 'HIGH', level: 'ALARM',
    state: 'UNACKNOWLEDGED', active: true, wantsAcknowledgement: true, latching: false, sequence: 1, firstOut: false,
    raisedAtMillis: 1_000_000, changedAtMillis: 1_000_000, value: 13_210, limit: 13_300, dimension: 'VOLTAGE',
    valueText: '13.21 V', limitText: '13.3 V', sentence: `Voltage of block ${subject} is low in float: 13.21 V, limit 13.3 V.`,
    cause: 'A shorted cell.', consequence: 'It gives less.', response: 'Watch its resistance.', raises: 1, chattering: false,
    stale: false, acknowledgedBy: null, acknowledgedAtMillis: null, comment: null, hidings: [], ...changes,
  };
}

export function acknowledged(changes: Partial<Alarm> = {}): Alarm {
  return anAlarm({ state: 'ACKNOWLEDGED', wantsAcknowledgement: false, ...changes });
}

export function aHiding(reason: HideReason): Hiding {
  return { reason, who: 'eva', why: 'module is being replaced', sinceMillis: 1_000_000, untilMillis: null };
}

export function anAlarmList(standing: Alarm[], hidden: Alarm[] = []): AlarmList {
  return { version: 1, flood: false, failure: '', standing, hidden, more: 0 };
}
