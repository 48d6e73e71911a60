// SPDX-License-Identifier: Apache-2.0
import type { Sheet } from '../canvas/Picture';
import { multiples, niceStep } from '../canvas/scale';
import { tick } from '../format';
import type { Rises } from './model';

const LEFT = 44, RIGHT = 64, TOP = 10, BOTTOM = 20;
/** The picture reaches beyond the highest limit at least. */
const HEADROOM = 1.15;
/** A bar is never wider, so that four blocks are not four walls. */
const WIDEST = 56;
const LABEL_PIXELS = 54;

/** Where the blocks lie on the sheet, CSS pixels. */
export interface RiseArea {
  left: number;
  width: number;
  top: number;
  height: number;
}

export function areaOf(width: number, height: number): RiseArea {
  return { left: LEFT, width: Math.max(1, width - LEFT - RIGHT), top: TOP, height: height - TOP - BOTTOM };
}

/** The block under a point, −1 when there is none. */
export function placeAt(area: RiseArea, count: number, x: number): number {
  const at = Math.floor((x - area.left) / area.width * count);
  return at >= 0 && at < count ? at : -1;
}

/** The block that is most above the air, −1 when nothing is known of any. */
export function hottestOf(rises: Rises): number {
  let best = -1;
  rises.riseCentikelvins.forEach((rise, i) => {
    if (rise !== null && (best < 0 || rise > rises.riseCentikelvins[best]!)) best = i;
  });
  return best;
}

/** From where to where the picture reaches, 0.01 K: all limits and all blocks, and 0. */
export function spanOf(rises: Rises): { low: number; high: number } {
  const known = rises.riseCentikelvins.filter((rise): rise is number => rise !== null);
  const most = Math.max(rises.tripCentikelvins ?? 1_000, ...known);
  return { low: Math.min(-100, ...known), high: most * HEADROOM };
}

/** What is shown in another way: pale what is only the last known, violet what is pointed at. */
interface Marked {
  old: ReadonlySet<number>;
  cursor: number;
}

/** Draws a bar for each block from the air up or down, and the limits as lines with their names. */
export function drawRises({ context, width, height, colours }: Sheet, rises: Rises, marked: Marked, names: { warn: string; alarm: string; trip: string }): void {
  const area = areaOf(width, height), { low, high } = spanOf(rises);
  const y = (value: number) => area.top + (high - value) / (high - low) * area.height;
  context.font = '11px system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const value of multiples(low / 100, high / 100, niceStep((high - low) / 100, 5))) {
    context.fillStyle = colours.line;
    context.fillRect(area.left, Math.round(y(value * 100)), area.width, 1);
    context.fillStyle = colours.soft;
    context.fillText(`${tick(value, 0)} K`, area.left - 6, y(value * 100));
  }
  bars(context, rises, area, y, marked, colours);
  const lines: [number | null, string, string, number[]][] = [
    [rises.warnCentikelvins, names.warn, colours.priority[3]!, [2, 4]], [rises.alarmCentikelvins, names.alarm, colours.priority[2]!, [6, 4]],
    [rises.tripCentikelvins, names.trip, colours.priority[1]!, []]];
  context.textAlign = 'left';
  for (const [limit, name, colour, dash] of lines) {
    if (limit === null) continue;
    context.strokeStyle = context.fillStyle = colour;
    context.lineWidth = 1.5;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(area.left, y(limit));
    context.lineTo(area.left + area.width, y(limit));
    context.stroke();
    context.setLineDash([]);
    context.fillText(name, area.left + area.width + 6, y(limit));
  }
  labels(context, rises, area, height, colours.soft);
}

function bars(context: CanvasRenderingContext2D, rises: Rises, area: RiseArea, y: (value: number) => number, marked: Marked, colours: Sheet['colours']): void {
  const count = rises.blocks.length, each = area.width / count, bar = Math.max(1, Math.min(WIDEST, each * 0.72));
  const { warnCentikelvins: warn, alarmCentikelvins: alarm, tripCentikelvins: trip } = rises;
  rises.riseCentikelvins.forEach((rise, i) => {
    const x = area.left + (i + 0.5) * each - bar / 2;
    if (rise === null) return;
    const over = trip !== null && rise >= trip ? 1 : alarm !== null && rise >= alarm ? 2 : warn !== null && rise >= warn ? 3 : 0;
    context.globalAlpha = marked.old.has(i) ? 0.4 : 1;
    context.fillStyle = i === marked.cursor ? colours.violet : over > 0 ? colours.priority[over]! : colours.trace;
    context.fillRect(x, y(Math.max(0, rise)), bar, Math.max(1.5, Math.abs(y(rise) - y(0))));
  });
  context.globalAlpha = 1;
  context.strokeStyle = colours.soft;
  context.setLineDash([2, 2]);
  context.lineWidth = 1;
  for (const [from, to] of gapsOf(rises)) {
    context.strokeRect(area.left + (from + 0.5) * each - bar / 2 + 0.5, y(100), Math.max(1, (to - from - 1) * each + bar - 1), y(0) - y(100));
  }
  context.setLineDash([]);
  context.fillStyle = colours.ink;
  context.fillRect(area.left, Math.round(y(0)), area.width, 1);
}

/** Blocks of which nothing is known, those beside each other together: from, and to the first that is not one of them. */
export function gapsOf(rises: Rises): [from: number, to: number][] {
  const gaps: [number, number][] = [];
  rises.riseCentikelvins.forEach((rise, i) => {
    const last = gaps.at(-1);
    if (rise !== null) return;
    if (last?.[1] === i) last[1] = i + 1;
    else gaps.push([i, i + 1]);
  });
  return gaps;
}

/** Names as many blocks as there is room for. */
function labels(context: CanvasRenderingContext2D, rises: Rises, area: RiseArea, height: number, colour: string): void {
  const count = rises.blocks.length, every = Math.max(1, niceStep(count, area.width / LABEL_PIXELS));
  context.fillStyle = colour;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  for (let i = 0; i < count; i += i === 0 && every > 1 ? every - 1 : every) context.fillText(rises.blocks[i]!, area.left + (i + 0.5) / count * area.width, height - 3);
}
