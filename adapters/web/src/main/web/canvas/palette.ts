// SPDX-License-Identifier: Apache-2.0
import { theme } from '../state/choices';
import { Cell } from '../state/cell';

/** The colours of the style sheet, for what is drawn on a canvas. */
export interface Palette {
  ink: string;
  soft: string;
  line: string;
  ground: string;
  card: string;
  tile: string;
  trace: string;
  violet: string;
  band: string;
  low: string;
  high: string;
  /** By priority, 1 to 3. */
  priority: string[];
  /** How far a tile goes to a colour at most, 0 to 1: its figure has to be read on it. */
  deepest: number;
}

function read(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue('--' + name).trim();
  return {
    ink: colour('ink'), soft: colour('soft'), line: colour('line'), ground: colour('ground'), card: colour('card'),
    tile: colour('tile'), trace: colour('trace'), violet: colour('violet'), band: colour('band'), low: colour('low'),
    high: colour('high'), priority: ['', colour('p1'), colour('p2'), colour('p3')],
    deepest: Number(colour('deepest')),
  };
}

/** The palette of the present theme. */
export const palette = new Cell<Palette>(read());

/** Reads the colours again, after something other than the theme has changed them. */
export function rereadPalette(): void {
  palette.value = read();
}

theme.follow(rereadPalette);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', rereadPalette);

/** Nobody tells two shades of so many apart. */
const SHADES = 128;
const shades = new Map<string, string[]>();

/** Returns a colour between two, `share` 0 to 1 of the second; both as `#rrggbb`. */
export function mixed(first: string, second: string, share: number): string {
  const pair = first + second;
  let known = shades.get(pair);
  if (!known) shades.set(pair, known = []);
  const step = Math.round(share * SHADES);
  return known[step] ??= between(first, second, step / SHADES);
}

function between(first: string, second: string, share: number): string {
  const part = (at: number) => {
    const a = parseInt(first.slice(at, at + 2), 16), b = parseInt(second.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * share).toString(16).padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

const pixels = new Map<string, number>();

/** A colour, `#rrggbb` or `#rgb`, as a pixel of an image: ABGR, seen through nowhere. */
export function pixel(colour: string): number {
  let known = pixels.get(colour);
  if (known === undefined) {
    const long = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
    const rgb = parseInt(long.slice(1), 16);
    known = (0xff000000 | (rgb & 0xff) << 16 | rgb & 0xff00 | rgb >> 16) >>> 0;
    pixels.set(colour, known);
  }
  return known;
}
