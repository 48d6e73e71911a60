// SPDX-License-Identifier: Apache-2.0
import type { Mark } from '../alarms/order';
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

/** How large a tile may be: its least and greatest width and height; no height where it is a square. */
interface Tiles {
  least: number;
  widest: number;
  height: number;
  highest: number;
  gap: number;
}

const LARGE: Tiles = { least: 130, widest: 480, height: 84, highest: 180, gap: 8 };
const MIDDLE: Tiles = { least: 54, widest: 110, height: 44, highest: 72, gap: 4 };
/** A tile with a figure is wider than high: its height is at most this share of its width. */
const UPRIGHT = 0.85;
const CELLS: Tiles = { least: 17, widest: 39, height: 0, highest: 0, gap: 2 };

/** Few blocks get large tiles with a figure, many a cell each; where there is room, the rows that fill it best. */
export function mapLayout(count: number, width: number, room = 0): MapLayout {
  const tiles = count <= 12 ? LARGE : count <= 160 ? MIDDLE : CELLS;
  const { least, gap } = tiles;
  const most = Math.max(1, Math.min(count, Math.floor((width + gap) / (least + gap))));
  const fewest = Math.ceil(count / most);
  let best = inRows(tiles, count, width, fewest, 0);
  for (let rows = fewest; rows <= count && rows * ((tiles.height || least) + gap) - gap <= room; rows++) {
    const layout = inRows(tiles, count, width, rows, room);
    if (layout.width * layout.height > best.width * best.height) best = layout;
  }
  return best;
}

function inRows({ widest, height, highest, gap }: Tiles, count: number, width: number, rows: number, room: number): MapLayout {
  const columns = Math.ceil(count / rows);
  const filled = Math.ceil(count / columns);
  const share = (room + gap) / filled - gap;
  const wide = Math.min(widest, (width + gap) / columns - gap);
  const tile = height > 0 || room === 0 ? wide : Math.min(wide, share);
  const high = height > 0 ? Math.max(height, Math.min(highest, share, UPRIGHT * wide)) : tile;
  return { columns, width: tile, height: high, gap, total: filled * (high + gap) - gap };
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
  /** The worst alarm of each block; nothing for one without. */
  alarms: (Mark | undefined)[];
}

/** Draws every tile. */
export function drawMap(
  context: CanvasRenderingContext2D, layout: MapLayout, readings: Reading[], marked: Marked, colours: Palette,
): void {
  readings.forEach((reading, i) => {
    const x = (i % layout.columns) * (layout.width + layout.gap);
    const y = Math.floor(i / layout.columns) * (layout.height + layout.gap);
    tile(context, layout, x, y, reading, marked.numbers[i]!, marked.alarms[i], colours);
    const outline = i === marked.picked ? colours.violet : i === marked.cursor ? colours.ink : null;
    if (outline) frame(context, x, y, layout, outline, i === marked.picked ? 3 : 2);
  });
}

function tile(
  context: CanvasRenderingContext2D, layout: MapLayout, x: number, y: number, reading: Reading, number: number,
  alarm: Mark | undefined, colours: Palette,
): void {
  const { width, height } = layout;
  const faded = reading.quality >= STALE;
  context.fillStyle = ground(reading, colours);
  context.fillRect(x, y, width, height);
  const mark = alarm ?? findingMark(reading);
  if (mark) {
    const dashed = reading.quality === MISSING;
    if (dashed) context.setLineDash([4, 3]);
    frame(context, x, y, layout, colours.priority[mark.priority]!, alarm?.filled ? 2.5 : 1.5);
    if (dashed) context.setLineDash([]);
  }
  if (width < 40) {
    if (alarm || mark && reading.quality === MISSING) shape(context, x + width / 2, y + height / 2, width / 4, mark!, colours);
    return;
  }
  const large = width >= 120;
  const inset = large ? 10 : 5;
  context.textBaseline = 'top';
  context.textAlign = 'left';
  context.font = `${large ? 14 : 11}px system-ui, sans-serif`;
  context.fillStyle = faded ? colours.soft : colours.ink;
  context.fillText(String(number), x + inset, y + inset);
  if (mark) {
    const reach = large ? 8 : 5;
    shape(context, x + width - inset - reach, y + inset + reach, reach, mark, colours);
  } else if (large) {
    context.textAlign = 'right';
    context.fillText(reading.aside(), x + width - inset, y + inset);
  }
  scale(context, x + inset, y + height - (large ? 12 : 7), width - 2 * inset, reading, colours);
  context.fillStyle = faded ? colours.soft : colours.ink;
  context.textAlign = large ? 'left' : 'center';
  context.textBaseline = 'bottom';
  const size = large ? Math.round(Math.max(18, Math.min(26, height / 5, width / 8))) : 11;
  context.font = `${large ? '600 ' : ''}${size}px system-ui, sans-serif`;
  const words = large ? reading.figure() : reading.short();
  context.fillText(words, large ? x + inset : x + width / 2, y + height - (large ? 22 : 11), width - 2 * inset);
}

/** What is known of a block without an alarm: that it is missing, or needs a look. */
function findingMark(reading: Reading): Mark | undefined {
  return reading.abnormal ? { priority: reading.quality === MISSING ? 2 : 3, filled: true } : undefined;
}

/** Corners of the shapes of the priorities, from −1 to 1. */
const CORNERS: [number, number][][] = [
  [], [[0, -1], [1, 0.85], [-1, 0.85]], [[0, -1], [1, 0], [0, 1], [-1, 0]], [[-0.8, -0.8], [0.8, -0.8], [0.8, 0.8], [-0.8, 0.8]]];

function shape(context: CanvasRenderingContext2D, x: number, y: number, reach: number, mark: Mark, colours: Palette): void {
  const edge = mark.filled ? reach : reach - 0.75;
  context.beginPath();
  for (const [across, down] of CORNERS[mark.priority]!) context.lineTo(x + across * edge, y + down * edge);
  context.closePath();
  context.fillStyle = mark.filled ? colours.priority[mark.priority]! : colours.card;
  context.fill();
  if (mark.filled) return;
  context.strokeStyle = colours.priority[mark.priority]!;
  context.lineWidth = 1.5;
  context.stroke();
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
