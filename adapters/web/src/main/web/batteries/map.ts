// SPDX-License-Identifier: Apache-2.0
import type { Reading } from './reading';
import { MISSING, STALE } from '../state/model';
import { mixed } from '../canvas/palette';
import type { Palette } from '../canvas/palette';

/** Where the tiles of a map lie, in CSS pixels. */
export interface MapLayout {
  columns: number;
  width: number;
  height: number;
  gap: number;
  /** Height of the whole map. */
  total: number;
}

/** Few blocks get large tiles with a figure, many a cell each. */
export function mapLayout(count: number, width: number): MapLayout {
  const [least, most, height, gap] = count <= 12 ? [130, 240, 84, 8] : count <= 160 ? [54, 110, 44, 4] : [17, 28, 0, 2];
  const room = Math.max(1, Math.min(count, Math.floor((width + gap) / (least + gap))));
  const rows = Math.ceil(count / room);
  const columns = Math.ceil(count / rows);
  const tile = Math.min(most, (width + gap) / columns - gap);
  const high = height || tile;
  return { columns, width: tile, height: high, gap, total: rows * (high + gap) - gap };
}

/** The block at a point, −1 when none is there. */
export function blockAt(layout: MapLayout, count: number, x: number, y: number): number {
  const column = Math.floor(x / (layout.width + layout.gap)), row = Math.floor(y / (layout.height + layout.gap));
  const at = row * layout.columns + column;
  return column < 0 || column >= layout.columns || row < 0 || at >= count ? -1 : at;
}

/** What stands in a tile beside its value. */
export interface Marked {
  numbers: number[];
  picked: number;
  cursor: number;
}

/** Draws every tile. */
export function drawMap(
  context: CanvasRenderingContext2D, layout: MapLayout, readings: Reading[], marked: Marked, colours: Palette,
): void {
  readings.forEach((reading, i) => {
    const x = (i % layout.columns) * (layout.width + layout.gap);
    const y = Math.floor(i / layout.columns) * (layout.height + layout.gap);
    tile(context, layout, x, y, reading, marked.numbers[i]!, colours);
    const outline = i === marked.picked ? colours.violet : i === marked.cursor ? colours.ink : null;
    if (outline) frame(context, x, y, layout, outline, i === marked.picked ? 3 : 2);
  });
}

function tile(
  context: CanvasRenderingContext2D, layout: MapLayout, x: number, y: number, reading: Reading, number: number,
  colours: Palette,
): void {
  const { width, height } = layout;
  const faded = reading.quality >= STALE;
  context.fillStyle = ground(reading, colours);
  context.fillRect(x, y, width, height);
  if (reading.abnormal) {
    context.save();
    context.setLineDash(reading.quality === MISSING ? [4, 3] : []);
    frame(context, x, y, layout, reading.quality === MISSING ? colours.priority[2]! : colours.priority[3]!, 1.5);
    context.restore();
  }
  if (width < 40) return;
  const large = width >= 120;
  const inset = large ? 10 : 5;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  context.font = `${large ? 14 : 11}px system-ui, sans-serif`;
  context.fillStyle = faded ? colours.soft : colours.ink;
  context.fillText(String(number), x + inset, y + inset);
  if (reading.abnormal) {
    context.textAlign = 'right';
    context.fillStyle = reading.quality === MISSING ? colours.priority[2]! : colours.priority[3]!;
    context.fillText(reading.quality === MISSING ? '◆' : '■', x + width - inset, y + inset);
  } else if (large) {
    context.textAlign = 'right';
    context.fillText(reading.aside(), x + width - inset, y + inset);
  }
  scale(context, x + inset, y + height - (large ? 12 : 7), width - 2 * inset, reading, colours);
  context.fillStyle = faded ? colours.soft : colours.ink;
  context.textAlign = large ? 'left' : 'center';
  context.textBaseline = 'bottom';
  context.font = large ? '600 18px system-ui, sans-serif' : '11px system-ui, sans-serif';
  const words = large ? reading.figure() : reading.short();
  context.fillText(words, large ? x + inset : x + width / 2, y + height - (large ? 22 : 11), width - 2 * inset);
}

/** A thin line with a tick where the block lies beside its string. */
function scale(
  context: CanvasRenderingContext2D, x: number, y: number, width: number, reading: Reading, colours: Palette,
): void {
  context.fillStyle = colours.trace;
  context.fillRect(x, y, width, 1);
  context.fillRect(x + width / 2, y - 2, 1, 4);
  if (reading.place === null) return;
  context.fillStyle = colours.ink;
  context.fillRect(x + (reading.place + 1) / 2 * width - 1.25, y - 3, 2.5, 7);
}

function ground(reading: Reading, colours: Palette): string {
  if (reading.quality === MISSING) return colours.card;
  if (reading.duty > 0) return mixed(colours.tile, colours.violet, 0.12 + 0.6 * reading.duty);
  if (reading.tint === 0) return colours.tile;
  return mixed(colours.tile, reading.tint < 0 ? colours.low : colours.high, 0.75 * Math.abs(reading.tint));
}

function frame(
  context: CanvasRenderingContext2D, x: number, y: number, layout: MapLayout, colour: string, width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(x + width / 2, y + width / 2, layout.width - width, layout.height - width);
}
