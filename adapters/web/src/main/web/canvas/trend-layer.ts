// SPDX-License-Identifier: Apache-2.0
import type { Sheet } from './Picture';
import { NONE } from './trend-data';
import type { TrendData } from './trend-data';

/** A place on the sheet, CSS pixels. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What of time and value is seen. */
export interface View {
  from: number;
  to: number;
  low: number;
  high: number;
}

/** Room to the right for what is still to come, as a share of the width. */
const SPARE = 1.3;
const FEW_ROWS = 8;

/**
 * The thin lines of all series as one picture that is kept: a new sweep only adds its pieces at the right and moves
 * the picture, so that 600 lines cost no more than a few milliseconds each second.
 */
export class TrendLayer {
  private readonly canvas = document.createElement('canvas');
  private key = '';
  private origin = 0;
  private drawn = 0;

  draw(sheet: Sheet, area: Area, data: TrendData, view: View, gapMillis: number): void {
    const millisPerPixel = (view.to - view.from) / area.width;
    const key = [area.width, area.height, sheet.ratio, millisPerPixel, view.low, view.high, data.version,
      sheet.colours.trace].join();
    const outside = view.from < this.origin || view.to > this.origin + SPARE * area.width * millisPerPixel;
    if (key !== this.key || outside || data.count < this.drawn) {
      this.key = key;
      this.origin = view.from;
      this.drawn = 0;
      this.canvas.width = Math.ceil(area.width * SPARE * sheet.ratio);
      this.canvas.height = Math.ceil(area.height * sheet.ratio);
    }
    if (this.drawn < data.count) {
      this.add(sheet, area, data, view, millisPerPixel, gapMillis);
      this.drawn = data.count;
    }
    const shift = Math.round((view.from - this.origin) / millisPerPixel * sheet.ratio);
    sheet.context.drawImage(this.canvas, shift, 0, area.width * sheet.ratio, area.height * sheet.ratio,
      area.left, area.top, area.width, area.height);
  }

  private add(
    sheet: Sheet, area: Area, data: TrendData, view: View, millisPerPixel: number, gapMillis: number,
  ): void {
    const context = this.canvas.getContext('2d')!;
    context.setTransform(sheet.ratio, 0, 0, sheet.ratio, 0, 0);
    context.strokeStyle = sheet.colours.trace;
    context.lineWidth = 1;
    context.globalAlpha = data.series > 150 ? 0.45 : 0.8;
    const x = (row: number) => (data.times[row]! - this.origin) / millisPerPixel;
    const y = (value: number) => area.height * (view.high - value) / (view.high - view.low);
    const first = this.drawn === 0 ? Math.max(0, data.rowFrom(view.from) - 1) : this.drawn;
    if (data.count - first <= FEW_ROWS) {
      context.beginPath();
      for (let series = 0; series < data.series; series++) {
        trace(context, data, series, Math.max(0, first - 1), x, y, gapMillis);
      }
      context.stroke();
      return;
    }
    for (let series = 0; series < data.series; series++) {
      context.beginPath();
      trace(context, data, series, Math.max(0, first - 1), x, y, gapMillis);
      context.stroke();
    }
  }
}

/** Puts the line of one series from a row on into the path; rows in one pixel column become one stroke. */
export function trace(
  context: CanvasRenderingContext2D, data: TrendData, series: number, from: number, x: (row: number) => number,
  y: (value: number) => number, gapMillis: number,
): void {
  let pen = false;
  let before = -Infinity;
  let column = NaN, low = NONE, high = NONE;
  const finish = () => {
    if (low === NONE) return;
    if (pen) context.lineTo(column, y(low));
    else context.moveTo(column - 0.5, y(low));
    context.lineTo(pen || high !== low ? column : column + 0.5, y(high));
    pen = true;
    low = NONE;
    high = NONE;
  };
  for (let row = from; row < data.count; row++) {
    const value = data.lowAt(row, series);
    const broken = value === NONE || data.times[row]! - before > gapMillis;
    const here = Math.round(x(row));
    if (broken || here !== column) finish();
    if (broken) pen = false;
    before = data.times[row]!;
    if (value === NONE) continue;
    column = here;
    low = low === NONE ? value : Math.min(low, value);
    high = Math.max(high, data.highAt(row, series));
  }
  finish();
}
