// SPDX-License-Identifier: Apache-2.0
import type { Alarm } from '../alarms/model';
import { numberOf } from '../alarms/order';
import { sentenceOf } from '../alarms/words';
import { blockVolts, celsius, deviation, kelvin, milliohms, percent } from '../format';
import type { BatteryString, StringImage } from '../state/model';
import { GOOD, STALE, valueOf } from '../state/model';
import { text } from '../text';
import { deviations } from './deviations';
import type { Deviations } from './deviations';

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

/** What the rows of a string are made from. */
interface Source {
  string: BatteryString;
  image: StringImage;
  lie: Deviations;
  alarms: ReadonlyMap<string, Alarm>;
  remarks: ReadonlyMap<string, string>;
  labels: ReadonlyMap<string, number>;
}

/** A row that looks its values up only when it is asked: of 600 a dozen are seen. */
class BlockRow implements Row {
  readonly alarm: Alarm | undefined;
  private keys: Row['sort'] | undefined;

  constructor(readonly at: number, private readonly from: Source) {
    this.alarm = from.alarms.get(this.id);
  }

  get id(): string {
    return this.from.string.blocks[this.at]!.id;
  }

  get label(): string {
    return this.from.string.blocks[this.at]!.label;
  }

  get quality(): number {
    return this.from.image.kinds.voltage.quality[this.at]!;
  }

  get abnormal(): boolean {
    return this.alarm !== undefined || this.from.lie.abnormal[this.at]!;
  }

  get sort(): Row['sort'] {
    return this.keys ??= this.looked();
  }

  get state(): string {
    if (this.alarm) return sentenceOf(this.alarm);
    const remark = this.quality >= STALE ? undefined : this.from.remarks.get(this.id)?.replace(`Block ${this.id}: `, '');
    return remark ?? (this.quality === GOOD ? '' : text().quality[this.quality]!);
  }

  private looked(): Row['sort'] {
    const { at, label, alarm, from: { image, lie, labels, string } } = this;
    const air = image.status.ambientCentidegrees;
    const temperature = valueOf(image, 'temperature', at);
    return {
      number: string.blocks[at]!.number, label: label === '' ? null : labels.get(label)!, voltage: valueOf(image, 'voltage', at),
      deviation: lie.each[at]!, temperature, rise: temperature === null || air === null ? null : temperature - air,
      resistance: valueOf(image, 'resistance', at), duty: valueOf(image, 'duty', at),
      state: alarm ? numberOf(alarm.priority) - 4 : lie.abnormal[at] ? 0 : 1,
    };
  }
}

const ranked = new WeakMap<BatteryString, ReadonlyMap<string, number>>();

/** The place of each label of a string in the order of the alphabet. */
function labelRanks(string: BatteryString): ReadonlyMap<string, number> {
  let ranks = ranked.get(string);
  if (!ranks) {
    ranks = new Map([...new Set(string.blocks.map(block => block.label))].sort().map((label, i) => [label, i]));
    ranked.set(string, ranks);
  }
  return ranks;
}

/** All blocks of a string as rows, in the order of the string; with the worst alarm of each. */
export function rowsOf(string: BatteryString, image: StringImage, alarms: ReadonlyMap<string, Alarm> = new Map()): Row[] {
  const from = {
    string, image, alarms, lie: deviations(string, image), labels: labelRanks(string),
    remarks: new Map([...image.status.notCorrectable, ...image.status.excluded].map(each => [each.block, each.remark])),
  };
  return string.blocks.map((_, at) => new BlockRow(at, from));
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
