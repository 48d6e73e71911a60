// SPDX-License-Identifier: Apache-2.0

/** QR codes after ISO/IEC 18004: byte mode, error correction level M, versions 1 to 10 (213 bytes). */

/** By version from 1: codewords in all, those for error correction in each block, blocks (tables 1 and 9). */
const CODEWORDS = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
/** Where the second and third row of alignment patterns lie; the first is always at 6 (table E.1). */
const ALIGNMENT = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];

const FORMAT_LEVEL_M = 0, FORMAT_GENERATOR = 0x537, FORMAT_MASK = 0x5412, VERSION_GENERATOR = 0x1f25;
const FIELD = 0x11d;

const MASKS: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0, r => r % 2 === 0, (_, c) => c % 3 === 0, (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0, (r, c) => r * c % 2 + r * c % 3 === 0,
  (r, c) => (r * c % 2 + r * c % 3) % 2 === 0, (r, c) => ((r + c) % 2 + r * c % 3) % 2 === 0,
];

/** Dark modules are true; row by row. */
export type Matrix = boolean[][];

/** The symbol of a text, with the mask that is told, else with the one that is read best; null when it is too long. */
export function qr(words: string, mask?: number): Matrix | null {
  const bytes = new TextEncoder().encode(words);
  const version = CODEWORDS.findIndex((_, i) => bytes.length <= room(i + 1)) + 1;
  if (version === 0) return null;
  const canvas = new Canvas(version);
  canvas.place(interleaved(version, codewords(version, bytes)));
  return mask === undefined ? canvas.best() : canvas.masked(mask);
}

const countBits = (version: number) => (version < 10 ? 8 : 16);
const dataCodewords = (version: number) => CODEWORDS[version - 1]! - CORRECTION[version - 1]! * BLOCKS[version - 1]!;
const room = (version: number) => Math.floor((dataCodewords(version) * 8 - 4 - countBits(version)) / 8);

/** Mode, length, bytes, terminator and padding. */
function codewords(version: number, bytes: Uint8Array): number[] {
  const bits: number[] = [];
  const put = (value: number, many: number) => {
    for (let i = many - 1; i >= 0; i--) bits.push(value >> i & 1);
  };
  put(4, 4);
  put(bytes.length, countBits(version));
  bytes.forEach(byte => put(byte, 8));
  const room = dataCodewords(version) * 8;
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - bits.length % 8) % 8);
  for (let pad = 0; bits.length < room; pad++) put(pad % 2 === 0 ? 0xec : 0x11, 8);
  return Array.from({ length: room / 8 }, (_, i) => bits.slice(8 * i, 8 * i + 8).reduce((sum, bit) => 2 * sum + bit, 0));
}

function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = product << 1 ^ (product >> 7) * FIELD;
    if (b >> i & 1) product ^= a;
  }
  return product;
}

/** Reed-Solomon over GF(256): what is left of the data divided by the generator polynomial. */
function correction(data: number[], many: number): number[] {
  let generator = [1];
  for (let i = 0, root = 1; i < many; i++, root = times(root, 2)) {
    const next = [...generator, 0];
    generator.forEach((factor, k) => { next[k + 1]! ^= times(factor, root); });
    generator = next;
  }
  const rest = [...data, ...new Array<number>(many).fill(0)];
  for (let i = 0; i < data.length; i++) {
    const lead = rest[i]!;
    generator.forEach((factor, k) => { rest[i + k]! ^= times(factor, lead); });
  }
  return rest.slice(data.length);
}

/** Cuts data into blocks, the shorter ones first, and takes codewords of all blocks in turn. */
function interleaved(version: number, data: number[]): number[] {
  const many = BLOCKS[version - 1]!;
  const short = Math.floor(data.length / many), longs = data.length % many;
  const blocks: number[][] = [];
  for (let i = 0, from = 0; i < many; i++) {
    const length = short + (i >= many - longs ? 1 : 0);
    blocks.push(data.slice(from, from + length));
    from += length;
  }
  const corrections = blocks.map(block => correction(block, CORRECTION[version - 1]!));
  return [...inTurn(blocks), ...inTurn(corrections)];
}

function inTurn(columns: number[][]): number[] {
  const longest = Math.max(...columns.map(column => column.length));
  return Array.from({ length: longest }, (_, i) => columns.flatMap(column => (i < column.length ? [column[i]!] : []))).flat();
}

/** What is left of value · x^degree divided by the generator, behind the value. */
function bch(value: number, generator: number, degree: number): number {
  let rest = value << degree;
  for (let bit = Math.floor(Math.log2(generator)) + 13; bit >= degree; bit--) {
    if (rest >> bit & 1) rest ^= generator << bit - degree;
  }
  return value << degree | rest;
}

class Canvas {
  private readonly size: number;
  private readonly dark: Matrix;
  /** Modules that no data lies in. */
  private readonly fixed: Matrix;

  constructor(private readonly version: number) {
    this.size = 17 + 4 * version;
    this.dark = Array.from({ length: this.size }, () => new Array<boolean>(this.size).fill(false));
    this.fixed = this.dark.map(row => [...row]);
    this.patterns();
  }

  private set(row: number, column: number, dark: boolean): void {
    this.dark[row]![column] = dark;
    this.fixed[row]![column] = true;
  }

  private patterns(): void {
    const last = this.size - 7;
    for (let i = 0; i < this.size; i++) {
      this.set(6, i, i % 2 === 0);
      this.set(i, 6, i % 2 === 0);
    }
    for (const [row, column] of [[0, 0], [0, last], [last, 0]] as const) this.finder(row, column);
    const places = this.version === 1 ? [] : [6, ...ALIGNMENT[this.version - 1]!];
    for (const row of places) {
      for (const column of places) {
        const atFinder = row === 6 && column === 6 || row === 6 && column === last || row === last && column === 6;
        if (!atFinder) this.alignment(row, column);
      }
    }
    this.format(this.dark, 0);
    for (let i = 0; i < 9; i++) {
      this.fixed[8]![i] = this.fixed[i]![8] = true;
      if (i < 8) this.fixed[8]![this.size - 1 - i] = this.fixed[this.size - 1 - i]![8] = true;
    }
    this.set(this.size - 8, 8, true);
    if (this.version >= 7) this.versionMarks();
  }

  private finder(top: number, left: number): void {
    for (let r = -1; r <= 7; r++) {
      for (let c = -1; c <= 7; c++) {
        const row = top + r, column = left + c;
        if (row < 0 || column < 0 || row >= this.size || column >= this.size) continue;
        const ring = Math.max(Math.abs(r - 3), Math.abs(c - 3));
        this.set(row, column, ring !== 2 && ring !== 4);
      }
    }
  }

  private alignment(row: number, column: number): void {
    for (let r = -2; r <= 2; r++) {
      for (let c = -2; c <= 2; c++) this.set(row + r, column + c, Math.max(Math.abs(r), Math.abs(c)) !== 1);
    }
  }

  private versionMarks(): void {
    const bits = bch(this.version, VERSION_GENERATOR, 12);
    for (let i = 0; i < 18; i++) {
      const far = this.size - 11 + i % 3, near = Math.floor(i / 3);
      this.set(near, far, (bits >> i & 1) === 1);
      this.set(far, near, (bits >> i & 1) === 1);
    }
  }

  private format(into: Matrix, mask: number): void {
    const bits = bch(FORMAT_LEVEL_M << 3 | mask, FORMAT_GENERATOR, 10) ^ FORMAT_MASK;
    for (let i = 0; i < 15; i++) {
      const dark = (bits >> i & 1) === 1;
      // Beside the finder above on the left, and once more shared between the two others.
      if (i < 8) {
        into[i < 6 ? i : i + 1]![8] = dark;
        into[8]![this.size - 1 - i] = dark;
      } else {
        into[8]![i === 8 ? 7 : 14 - i] = dark;
        into[this.size - 15 + i]![8] = dark;
      }
    }
  }

  /** Data go up and down in columns of two, from the right below. */
  place(codewords: number[]): void {
    let bit = 0, up = true;
    for (let right = this.size - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      for (let i = 0; i < this.size; i++) {
        const row = up ? this.size - 1 - i : i;
        for (const column of [right, right - 1]) {
          if (this.fixed[row]![column]) continue;
          this.dark[row]![column] = bit < codewords.length * 8 && (codewords[bit >> 3]! >> 7 - (bit & 7) & 1) === 1;
          bit++;
        }
      }
      up = !up;
    }
  }

  masked(mask: number): Matrix {
    const flips = MASKS[mask]!;
    const made = this.dark.map((row, r) => row.map((dark, c) => (this.fixed[r]![c] ? dark : dark !== flips(r, c))));
    this.format(made, mask);
    return made;
  }

  best(): Matrix {
    return MASKS.map((_, mask) => this.masked(mask)).reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
  }
}

/** How hard a symbol is to read: long runs, squares, what looks like a finder, and much more dark than light. */
export function penalty(matrix: Matrix): number {
  const size = matrix.length;
  const lines = [...matrix, ...matrix.map((_, c) => matrix.map(row => row[c]!))];
  let sum = 0, dark = 0;
  for (const line of lines) {
    const words = line.map(each => (each ? '1' : '0')).join('');
    for (const run of words.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    for (const finder of ['10111010000', '00001011101']) {
      for (let at = words.indexOf(finder); at >= 0; at = words.indexOf(finder, at + 1)) sum += 40;
    }
  }
  for (let r = 0; r < size; r++) {
    for (let c = 0; c < size; c++) {
      if (matrix[r]![c]) dark++;
      const square = r + 1 < size && c + 1 < size
        && matrix[r]![c] === matrix[r]![c + 1] && matrix[r]![c] === matrix[r + 1]![c] && matrix[r]![c] === matrix[r + 1]![c + 1];
      if (square) sum += 3;
    }
  }
  return sum + 10 * Math.floor(Math.abs(dark * 20 - size * size * 10) / (size * size));
}
