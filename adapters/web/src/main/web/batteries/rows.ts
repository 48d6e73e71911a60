// SPDX-License-Identifier: Apache-2.0
import type { Alarm } from '../alarms/model';
import { numberOf } from '../alarms/order';
import { sentenceOf } from '../alarms/words';
import { blockVolts, celsius, deviation, kelvin, milliohms, percent } from '../format';
import type { BatteryString, StringImage } from '../state/model';
import { GOOD, valueOf } from '../state/model';
import { text } from '../text';
import { deviations } from './deviations';

export const COLUMNS = ['number', 'label', 'voltage', 'deviation', 'temperature', 'rise', 'resistance', 'duty', 'state'] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** One block as a row of the table. */
export interface Row {
  /** Place in its string. */
  at: number;
  id: string;
  abnormal: boolean;
  quality: number;
  /** By column, for sorting; null is last. */
  sort: Record<ColumnName, number | null>;
  /** What people have written on the block; may be empty. */
  label: string;
  /** The worst alarm that stands. */
  alarm: Alarm | undefined;
  /** What there is to say of it; empty for an ordinary one. */
  state: string;
}

/** All blocks of a string as rows, in the order of the string; with the worst alarm of each. */
export function rowsOf(string: BatteryString, image: StringImage, alarms: ReadonlyMap<string, Alarm> = new Map()): Row[] {
  const lie = deviations(string, image);
  const { voltage } = image.kinds;
  const air = image.status.ambientCentidegrees;
  const remarks = new Map([...image.status.notCorrectable, ...image.status.excluded].map(each => [each.block, each.remark]));
  const labels = new Map([...new Set(string.blocks.map(block => block.label))].sort().map((label, i) => [label, i]));
  return string.blocks.map((block, i) => {
    const quality = voltage.quality[i]!;
    const warmth = valueOf(image, 'temperature', i);
    const alarm = alarms.get(block.id);
    const rise = warmth === null || air === null ? null : warmth - air;
    const sort = {
      number: block.number, label: block.label === '' ? null : labels.get(block.label)!, voltage: valueOf(image, 'voltage', i), deviation: lie.each[i]!, temperature: warmth, rise,
      resistance: valueOf(image, 'resistance', i), duty: valueOf(image, 'duty', i), state: alarm ? numberOf(alarm.priority) - 4 : lie.abnormal[i] ? 0 : 1,
    };
    const remark = remarks.get(block.id)?.replace(`Block ${block.id}: `, '') ?? (quality === GOOD ? '' : text().quality[quality]!);
    return {
      at: i, id: block.id, label: block.label, abnormal: alarm !== undefined || lie.abnormal[i]!, quality, sort, alarm,
      // Said only where somebody looks.
      get state() { return alarm ? sentenceOf(alarm) : remark; },
    };
  });
}

/** A cell of a row for people. Only the rows that are seen are asked for theirs. */
export function cell(row: Row, column: ColumnName): string {
  switch (column) {
    case 'number': return String(row.sort.number);
    case 'label': return row.label;
    case 'voltage': return blockVolts(row.sort.voltage);
    case 'deviation': return deviation(row.sort.deviation);
    case 'temperature': return celsius(row.sort.temperature);
    case 'rise': return kelvin(row.sort.rise);
    case 'resistance': return milliohms(row.sort.resistance);
    case 'duty': return percent(row.sort.duty);
    case 'state': return row.state;
  }
}

/** Rows in the order of a column; what is not measured comes last in both directions. */
export function sorted(rows: Row[], column: ColumnName, ascending: boolean): Row[] {
  const sign = ascending ? 1 : -1;
  return [...rows].sort((a, b) => {
    const x = a.sort[column], y = b.sort[column];
    if (x === null || y === null) return x === y ? a.at - b.at : x === null ? 1 : -1;
    return x === y ? a.at - b.at : sign * (x - y);
  });
}

const UNITS: Record<ColumnName, string> = {
  number: '', label: '', voltage: ' [mV]', deviation: ' [mV]', temperature: ' [0.01 °C]', rise: ' [0.01 K]', resistance: ' [µΩ]',
  duty: ' [permille]', state: '',
};

/**
 * The rows as CSV of RFC 4180, with the numbers as the API has them; what is not measured is empty. Words that a
 * spreadsheet would calculate get an apostrophe, which makes them words again.
 */
export function csv(rows: Row[]): string {
  const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) && !/^-?\d+$/.test(cell) ? `'${cell}` : cell);
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const head = ['id', ...COLUMNS.map(column => column + UNITS[column])];
  const lines = rows.map(row => [
    row.id, ...COLUMNS.map(column => (column === 'state' ? row.state : column === 'label' ? row.label : String(row.sort[column] ?? '')))]);
  return [head, ...lines].map(line => line.map(cell => quoted(harmless(cell))).join(',')).join('\r\n') + '\r\n';
}
