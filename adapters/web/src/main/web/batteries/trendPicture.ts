// SPDX-License-Identifier: Apache-2.0
import { mixed } from '../canvas/palette';
import type { KeptPicture } from '../canvas/kept-picture';
import type { Sheet } from '../canvas/Picture';
import { multiples, niceStep, timeStep } from '../canvas/scale';
import { NONE } from '../canvas/trend-data';
import type { TrendData } from '../canvas/trend-data';
import { trace } from '../canvas/trend-layer';
import type { Area, TrendLayer, View } from '../canvas/trend-layer';
import { BAND_MILLIVOLTS } from '../findings';
import { clock, day, hourMinute, tick, zoneOffset } from '../format';
import { language } from '../state/choices';

export const LEFT = 58, RIGHT = 8, TOP = 8, BOTTOM = 22;

const MINUTE = 60_000, DAY = 86_400_000;
/** Stored sweeps lie up to 20 min apart in float; a little more is a gap. */
const STORED_GAP_MILLIS = 25 * MINUTE;
/** Into how many points a history is reduced for the chart. */
export const HISTORY_POINTS = 500;

const RING_MILLIS = 2 * 3_600_000;

export interface TrendScene {
  data: TrendData;
  layer: TrendLayer;
  axes: KeptPicture;
  view: View;
  middle: number | null;
  picked: number;
  /** Where the pointer is, CSS pixels from the left; null when it is not there. */
  pointer: number | null;
  /** Whether there is nothing to draw: only the times are written. */
  empty: boolean;
}

export function plotArea(width: number, height: number): Area {
  return { left: LEFT, top: TOP, width: Math.max(10, width - LEFT - RIGHT), height: height - TOP - BOTTOM };
}

/** How long nothing may be measured before the line is broken. */
export function gapMillis(data: TrendData, view: View): number {
  if (view.to - view.from > RING_MILLIS * 1.01) return Math.max(STORED_GAP_MILLIS, (view.to - view.from) / 40);
  const first = data.rowFrom(view.from);
  const rows = data.count - first;
  if (rows < 3) return STORED_GAP_MILLIS;
  const usual = (data.times[data.count - 1]! - data.times[first]!) / (rows - 1);
  return Math.max(15_000, 6 * usual, 3 * (view.to - view.from) / HISTORY_POINTS);
}

/** Draws the whole chart. */
export function drawTrend(sheet: Sheet, scene: TrendScene): void {
  const { context, colours } = sheet;
  const { data, view, layer, axes, picked, empty } = scene;
  const area = plotArea(sheet.width, sheet.height);
  const gap = gapMillis(data, view);
  const x = (millis: number) => area.left + (millis - view.from) / (view.to - view.from) * area.width;
  const y = (value: number) => area.top + (view.high - value) / (view.high - view.low) * area.height;
  axes.draw(sheet, [view.from, view.to, view.low, view.high, empty, language.value], kept => {
    kept.context.font = '11px system-ui, sans-serif';
    times(kept, area, view, x);
    if (!empty) values(kept, area, view, y);
  });
  if (empty) return;
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.width, area.height);
  context.clip();
  if (scene.middle !== null) {
    context.fillStyle = colours.band;
    const top = y(scene.middle + BAND_MILLIVOLTS);
    context.fillRect(area.left, top, area.width, Math.max(1, y(scene.middle - BAND_MILLIVOLTS) - top));
    context.fillStyle = mixed(colours.band, colours.violet, 0.5);
    context.fillRect(area.left, Math.round(y(scene.middle)), area.width, 1);
  }
  layer.draw(sheet, area, data, view, gap);
  if (picked >= 0) {
    context.strokeStyle = colours.violet;
    context.lineWidth = 2.5;
    context.lineJoin = 'round';
    context.beginPath();
    trace(context, data, picked, Math.max(0, data.rowFrom(view.from) - 1), row => x(data.times[row]!), y, gap);
    context.stroke();
  }
  if (scene.pointer !== null) {
    context.fillStyle = colours.soft;
    context.fillRect(scene.pointer, area.top, 1, area.height);
  }
  context.restore();
}

function values({ context, colours }: Sheet, area: Area, view: View, y: (value: number) => number): void {
  const step = niceStep((view.high - view.low) / 1000, Math.max(2, area.height / 48));
  const decimals = Math.min(3, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const volts of multiples(view.low / 1000, view.high / 1000, step)) {
    const at = Math.round(y(volts * 1000));
    context.fillStyle = colours.line;
    context.fillRect(area.left, at, area.width, 1);
    context.fillStyle = colours.soft;
    context.fillText(`${tick(volts, decimals)} V`, area.left - 6, at);
  }
}

function times({ context, colours }: Sheet, area: Area, view: View, x: (millis: number) => number): void {
  const span = view.to - view.from;
  const every = timeStep(span, Math.max(2, area.width / 90));
  const label = every >= DAY ? day : every < MINUTE ? clock : hourMinute;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  const offset = zoneOffset(view.from);
  for (const local of multiples(view.from + offset, view.to + offset, every)) {
    const at = Math.round(x(local - offset));
    if (at < area.left + 16 || at > area.left + area.width - 16) continue;
    context.fillStyle = colours.line;
    context.fillRect(at, area.top, 1, area.height);
    context.fillStyle = colours.soft;
    context.fillText(label(local - offset), at, area.top + area.height + 6);
  }
}

/** What stands at a point of the chart: the row nearest in time, and the series nearest in value. */
export function pointAt(data: TrendData, view: View, area: Area, px: number, py: number | null): { row: number; series: number } | null {
  const millis = view.from + (px - area.left) / area.width * (view.to - view.from);
  let row = data.rowFrom(millis);
  if (row > 0 && (row === data.count || millis - data.times[row - 1]! < data.times[row]! - millis)) row--;
  if (row >= data.count || row < 0) return null;
  if (py === null) return { row, series: -1 };
  const value = view.high - (py - area.top) / area.height * (view.high - view.low);
  let nearest = -1, distance = Infinity;
  for (let series = 0; series < data.series; series++) {
    const low = data.lowAt(row, series), high = data.highAt(row, series);
    if (low === NONE) continue;
    const away = value < low ? low - value : value > high ? value - high : 0;
    if (away < distance) {
      nearest = series;
      distance = away;
    }
  }
  return { row, series: nearest };
}
