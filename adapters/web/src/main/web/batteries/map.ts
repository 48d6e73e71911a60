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
/** From these widths on, CSS pixels, a tile shows its figure, and a large one. */
const FIGURES = 40, LARGE_WIDTH = 120;
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

/** Draws every tile: what changes with each sweep, and on it the layer of what stays. */
export function drawMap(
  context: CanvasRenderingContext2D, layout: MapLayout, readings: Reading[], marked: Marked, colours: Palette, layer: MapLayer,
): void {
  const places = readings.map((_, i) => [
    (i % layout.columns) * (layout.width + layout.gap), Math.floor(i / layout.columns) * (layout.height + layout.gap)] as const);
  readings.forEach((reading, i) => {
    context.fillStyle = ground(reading, colours);
    context.fillRect(places[i]![0], places[i]![1], layout.width, layout.height);
  });
  layer.draw(context, layout, readings, marked, colours);
  if (layout.width >= FIGURES) figures(context, layout, places, readings, marked, colours);
  readings.forEach((_, i) => {
    const outline = i === marked.picked ? colours.violet : i === marked.cursor ? colours.ink : null;
    if (outline) frame(context, ...places[i]!, layout, outline, i === marked.picked ? 3 : 2);
  });
}

/** The values of all tiles, sort by sort: to change font or alignment costs more than a word. */
function figures(
  context: CanvasRenderingContext2D, layout: MapLayout, places: (readonly [number, number])[], readings: Reading[],
  marked: Marked, colours: Palette,
): void {
  const { width, height } = layout;
  const large = width >= LARGE_WIDTH;
  const inset = insetOf(layout);
  const inkOf = (reading: Reading) => (reading.quality >= STALE ? colours.soft : colours.ink);
  if (large) {
    context.font = '14px system-ui, sans-serif';
    context.textBaseline = 'top';
    context.textAlign = 'right';
    readings.forEach((reading, i) => {
      if (markOf(reading, marked.alarms[i])) return;
      context.fillStyle = inkOf(reading);
      context.fillText(reading.aside(), places[i]![0] + width - inset, places[i]![1] + inset);
    });
  }
  context.fillStyle = colours.ink;
  readings.forEach(({ place }, i) => {
    if (place === null) return;
    context.fillRect(places[i]![0] + inset + (place + 1) / 2 * (width - 2 * inset) - 1.25, places[i]![1] + height - scaleUp(large) - 3, 2.5, 7);
  });
  const size = large ? Math.round(Math.max(18, Math.min(26, height / 5, width / 8))) : 11;
  context.font = `${large ? '600 ' : ''}${size}px system-ui, sans-serif`;
  context.textBaseline = 'bottom';
  context.textAlign = large ? 'left' : 'center';
  readings.forEach((reading, i) => {
    const [x, y] = places[i]!;
    context.fillStyle = inkOf(reading);
    context.fillText(large ? reading.figure() : reading.short(), large ? x + inset : x + width / 2, y + height - (large ? 22 : 11), width - 2 * inset);
  });
}

/**
 * What of a map stays from sweep to sweep, numbers, scales, marks: kept as a picture and drawn anew only when something
 * of it is another. In a flood of alarms nearly every tile has a frame and a shape.
 */
export class MapLayer {
  private readonly canvas = document.createElement('canvas');
  private key = '';
  private marks = new Uint8Array();

  draw(context: CanvasRenderingContext2D, layout: MapLayout, readings: Reading[], marked: Marked, colours: Palette): void {
    const { a: ratio } = context.getTransform();
    const { columns, width, height, gap, total } = layout;
    const across = columns * (width + gap);
    const key = [columns, width, height, ratio, marked.numbers, Object.values(colours)].join();
    const marks = Uint8Array.from(readings, (reading, i) => codeOf(reading, marked.alarms[i]));
    if (key !== this.key || marks.length !== this.marks.length || marks.some((mark, i) => mark !== this.marks[i])) {
      this.key = key;
      this.marks = marks;
      this.canvas.width = Math.ceil(across * ratio);
      this.canvas.height = Math.ceil(total * ratio);
      const own = this.canvas.getContext('2d')!;
      own.scale(ratio, ratio);
      readings.forEach((reading, i) => {
        const x = (i % columns) * (width + gap), y = Math.floor(i / columns) * (height + gap);
        stays(own, layout, x, y, reading, marked.numbers[i]!, marked.alarms[i], colours);
      });
    }
    if (this.canvas.width === 0 || this.canvas.height === 0) return;
    context.drawImage(this.canvas, 0, 0, this.canvas.width / ratio, this.canvas.height / ratio);
  }
}

/** All that the layer shows of a block, as a number. */
function codeOf(reading: Reading, alarm: Mark | undefined): number {
  const mark = markOf(reading, alarm);
  return (mark ? mark.priority + (mark.filled ? 4 : 0) : 0) + 8 * reading.quality + (alarm ? 32 : 0);
}

const markOf = (reading: Reading, alarm: Mark | undefined) => alarm ?? findingMark(reading);
const insetOf = (layout: MapLayout) => (layout.width >= LARGE_WIDTH ? 10 : 5);
/** How far above the lower edge of its tile the scale lies. */
const scaleUp = (large: boolean) => (large ? 12 : 7);

function stays(
  context: CanvasRenderingContext2D, layout: MapLayout, x: number, y: number, reading: Reading, number: number,
  alarm: Mark | undefined, colours: Palette,
): void {
  const { width, height } = layout;
  const mark = markOf(reading, alarm);
  if (mark) {
    const dashed = reading.quality === MISSING;
    if (dashed) context.setLineDash([4, 3]);
    frame(context, x, y, layout, colours.priority[mark.priority]!, alarm?.filled ? 2.5 : 1.5);
    if (dashed) context.setLineDash([]);
  }
  if (width < FIGURES) {
    if (alarm || mark && reading.quality === MISSING) shape(context, x + width / 2, y + height / 2, width / 4, mark!, colours);
    return;
  }
  const large = width >= LARGE_WIDTH;
  const inset = insetOf(layout);
  context.textBaseline = 'top';
  context.font = `${large ? 14 : 11}px system-ui, sans-serif`;
  context.fillStyle = reading.quality >= STALE ? colours.soft : colours.ink;
  context.fillText(String(number), x + inset, y + inset);
  if (mark) {
    const reach = large ? 8 : 5;
    shape(context, x + width - inset - reach, y + inset + reach, reach, mark, colours);
  }
  context.fillStyle = colours.trace;
  context.fillRect(x + inset, y + height - scaleUp(large), width - 2 * inset, 1);
  context.fillRect(x + width / 2, y + height - scaleUp(large) - 2, 1, 4);
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
