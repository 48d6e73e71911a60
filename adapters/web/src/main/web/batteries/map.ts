// SPDX-License-Identifier: Apache-2.0
import type { Mark } from '../alarms/order';
import type { Reading } from './reading';
import { MISSING, STALE } from '../state/model';
import { mixed, pixel } from '../canvas/palette';
import { Memory } from '../canvas/memory';
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

/**
 * Few blocks get large tiles with a figure, many a cell each; where there is room, the rows that fill it best. On a screen
 * with other maps beside it, how large depends on the blocks of all.
 */
export function mapLayout(count: number, width: number, room = 0, ofAll = count): MapLayout {
  const tiles = ofAll <= 12 ? LARGE : ofAll <= 160 ? MIDDLE : CELLS;
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
  layer.draw(context, layout, readings, marked, colours);
  if (layout.width >= FIGURES) figures(context, layout, readings, marked, colours);
  readings.forEach((_, i) => {
    const outline = i === marked.picked ? colours.violet : i === marked.cursor ? colours.ink : null;
    if (outline) frame(context, ...placeOf(layout, i), layout, outline, i === marked.picked ? 3 : 2);
  });
}

/** The upper left corner of a tile. */
function placeOf({ columns, width, height, gap }: MapLayout, at: number): [x: number, y: number] {
  return [at % columns * (width + gap), Math.floor(at / columns) * (height + gap)];
}

/** The values of all tiles, sort by sort: to change font or alignment costs more than a word. */
function figures(
  context: CanvasRenderingContext2D, layout: MapLayout, readings: Reading[], marked: Marked, colours: Palette,
): void {
  const { width, height } = layout;
  const places = readings.map((_, i) => placeOf(layout, i));
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
 * A map as two pictures on each other. Below, the colours: one pixel a block, enlarged to its tile. Above, what stays from
 * sweep to sweep, gaps, numbers, scales, marks: kept, and drawn anew only when something of it is another. In a flood of
 * alarms nearly every tile has a frame and a shape.
 */
export class MapLayer {
  private readonly below = document.createElement('canvas');
  private readonly above = document.createElement('canvas');
  private readonly memory = new Memory();
  private marks = new Uint8Array();

  draw(context: CanvasRenderingContext2D, layout: MapLayout, readings: Reading[], marked: Marked, colours: Palette): void {
    const { columns, width, height, gap, total } = layout;
    if (width <= 0 || height <= 0) return;
    this.layBelow(columns, readings, colours);
    this.layAbove(context.getTransform().a, layout, readings, marked, colours);
    const across = columns * (width + gap), down = total + gap;
    context.imageSmoothingEnabled = false;
    context.drawImage(this.below, 0, 0, across, down);
    context.imageSmoothingEnabled = true;
    // The picture of colours ends behind a gap: where no tile follows, from the middle of the gap on nothing of it stays.
    const inLast = readings.length % columns || columns;
    context.clearRect(across - gap / 2, 0, 2 * gap, down + gap);
    context.clearRect(0, down - gap / 2, across + gap, 2 * gap);
    context.clearRect(inLast * (width + gap) - gap / 2, down - height - 1.5 * gap, across, height + 2 * gap);
    context.drawImage(this.above, 0, 0, across, down);
  }

  private layBelow(columns: number, readings: Reading[], colours: Palette): void {
    const image = new ImageData(columns, Math.ceil(readings.length / columns));
    new Uint32Array(image.data.buffer).set(readings.map(reading => pixel(ground(reading, colours))));
    if (this.below.width !== image.width || this.below.height !== image.height) {
      this.below.width = image.width;
      this.below.height = image.height;
    }
    this.below.getContext('2d')!.putImageData(image, 0, 0);
  }

  private layAbove(ratio: number, layout: MapLayout, readings: Reading[], marked: Marked, colours: Palette): void {
    const { columns, width, height, gap, total } = layout;
    const marks = Uint8Array.from(readings, (reading, i) => codeOf(reading, marked.alarms[i]));
    const same = this.memory.holds([columns, width, height, ratio, marked.numbers, colours])
      && marks.length === this.marks.length && marks.every((mark, i) => mark === this.marks[i]);
    if (same) return;
    this.marks = marks;
    const across = columns * (width + gap), down = total + gap;
    this.above.width = Math.ceil(across * ratio);
    this.above.height = Math.ceil(down * ratio);
    const context = this.above.getContext('2d')!;
    context.scale(this.above.width / across, this.above.height / down);
    context.fillStyle = colours.card;
    for (let x = width; x < across; x += width + gap) context.fillRect(x, 0, gap, down);
    for (let y = height; y < down; y += height + gap) context.fillRect(0, y, across, gap);
    readings.forEach((reading, i) =>
      stays(context, layout, ...placeOf(layout, i), reading, marked.numbers[i]!, marked.alarms[i], colours));
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
  if (reading.duty > 0) return mixed(colours.tile, colours.violet, colours.deepest * (0.2 + 0.8 * reading.duty));
  if (reading.tint === 0) return colours.tile;
  return mixed(colours.tile, reading.tint < 0 ? colours.low : colours.high, colours.deepest * Math.abs(reading.tint));
}

function frame(
  context: CanvasRenderingContext2D, x: number, y: number, layout: MapLayout, colour: string, width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(x + width / 2, y + width / 2, layout.width - width, layout.height - width);
}
