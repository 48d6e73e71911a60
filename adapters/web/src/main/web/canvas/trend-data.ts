// SPDX-License-Identifier: Apache-2.0

/** In a column where nothing good was measured. */
export const NONE = -0x80000000;

const CAPACITY = 2_000;

/** A row of a history that the server has reduced already. */
export interface HistoryColumns {
  atMillis: number[];
  /** One entry a series; null where nothing good was measured. */
  series: { min: (number | null)[]; max: (number | null)[] }[];
}

/**
 * Values of many series over time, in rows of ascending time; each value is the lowest and the highest of its row.
 * Bounded: when it is full, two neighbouring rows become one.
 */
export class TrendData {
  count = 0;
  /** Another number after each change that is not just a new row at the end. */
  version = 0;
  readonly times = new Float64Array(CAPACITY);
  /** Lowest and highest of all series in a row; NONE when it is empty. */
  readonly rowLow = new Int32Array(CAPACITY);
  readonly rowHigh = new Int32Array(CAPACITY);
  private readonly low: Int32Array;
  private readonly high: Int32Array;

  constructor(readonly series: number) {
    this.low = new Int32Array(CAPACITY * series);
    this.high = new Int32Array(CAPACITY * series);
  }

  lowAt(row: number, series: number): number {
    return this.low[row * this.series + series]!;
  }

  highAt(row: number, series: number): number {
    return this.high[row * this.series + series]!;
  }

  get lastMillis(): number {
    return this.count === 0 ? -Infinity : this.times[this.count - 1]!;
  }

  /** Replaces everything by a history; what is newer than its end may stay. */
  load(history: HistoryColumns, keepNewer: boolean): void {
    const end = history.atMillis.at(-1) ?? -Infinity;
    const newer = keepNewer ? this.rowsAfter(end) : [];
    this.count = 0;
    this.version++;
    history.atMillis.forEach((at, i) => {
      this.row(at, series => history.series[series]?.min[i] ?? null, series => history.series[series]?.max[i] ?? null);
    });
    for (const { at, low, high } of newer) {
      this.row(at, series => known(low[series]!), series => known(high[series]!));
    }
  }

  private rowsAfter(millis: number): { at: number; low: Int32Array; high: Int32Array }[] {
    const rows = [];
    for (let row = this.rowFrom(millis + 1); row < this.count; row++) {
      const from = row * this.series, to = from + this.series;
      rows.push({ at: this.times[row]!, low: this.low.slice(from, to), high: this.high.slice(from, to) });
    }
    return rows;
  }

  /** Adds the values of one sweep, when they are newer than all before. */
  append(atMillis: number, values: (number | null)[]): void {
    if (atMillis > this.lastMillis) {
      this.row(atMillis, series => values[series] ?? null, series => values[series] ?? null);
    }
  }

  private row(at: number, lowest: (series: number) => number | null, highest: (series: number) => number | null): void {
    if (this.count === CAPACITY) this.halve();
    const row = this.count++;
    this.times[row] = at;
    let rowLow = NONE, rowHigh = NONE;
    for (let series = 0; series < this.series; series++) {
      const low = lowest(series) ?? NONE, high = highest(series) ?? NONE;
      this.low[row * this.series + series] = low;
      this.high[row * this.series + series] = high;
      if (low === NONE) continue;
      if (rowLow === NONE || low < rowLow) rowLow = low;
      if (rowHigh === NONE || high > rowHigh) rowHigh = high;
    }
    this.rowLow[row] = rowLow;
    this.rowHigh[row] = rowHigh;
  }

  private halve(): void {
    const { low, high, series } = this;
    const half = CAPACITY / 2;
    for (let row = 0; row < half; row++) {
      const a = 2 * row, b = a + 1;
      this.times[row] = this.times[b]!;
      for (let s = 0; s < series; s++) {
        low[row * series + s] = lesser(low[a * series + s]!, low[b * series + s]!);
        high[row * series + s] = Math.max(high[a * series + s]!, high[b * series + s]!);
      }
      this.rowLow[row] = lesser(this.rowLow[a]!, this.rowLow[b]!);
      this.rowHigh[row] = Math.max(this.rowHigh[a]!, this.rowHigh[b]!);
    }
    this.count = half;
    this.version++;
  }

  /** The first row at or after an instant. */
  rowFrom(millis: number): number {
    let from = 0, to = this.count;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.times[middle]! < millis) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Lowest and highest value between two instants; null when nothing was measured. */
  range(fromMillis: number, toMillis: number): { low: number; high: number } | null {
    let low = NONE, high = NONE;
    for (let row = this.rowFrom(fromMillis); row < this.count && this.times[row]! <= toMillis; row++) {
      if (this.rowLow[row] === NONE) continue;
      low = lesser(low, this.rowLow[row]!);
      high = Math.max(high, this.rowHigh[row]!);
    }
    return low === NONE ? null : { low, high };
  }
}

function known(value: number): number | null {
  return value === NONE ? null : value;
}

/** The smaller one of two values that may be NONE, which is smaller than all. */
function lesser(a: number, b: number): number {
  return a === NONE ? b : b === NONE ? a : Math.min(a, b);
}
