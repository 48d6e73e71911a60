// SPDX-License-Identifier: Apache-2.0
import { Memory } from './memory';
import type { Sheet } from './Picture';

/** A part of a picture as large as its sheet that is kept, and painted anew only when what it shows is another. */
export class KeptPicture {
  private readonly canvas = document.createElement('canvas');
  private readonly memory = new Memory();

  /** Draws the part; `shows` is all that it depends on besides sheet and colours, in a fixed order. */
  draw(sheet: Sheet, shows: unknown[], paint: (sheet: Sheet) => void): void {
    if (!this.memory.holds([sheet.width, sheet.height, sheet.ratio, sheet.colours, ...shows])) {
      this.canvas.width = Math.round(sheet.width * sheet.ratio);
      this.canvas.height = Math.round(sheet.height * sheet.ratio);
      const context = this.canvas.getContext('2d')!;
      context.scale(sheet.ratio, sheet.ratio);
      paint({ ...sheet, context });
    }
    if (this.canvas.width === 0 || this.canvas.height === 0) return;
    sheet.context.drawImage(this.canvas, 0, 0, this.canvas.width / sheet.ratio, this.canvas.height / sheet.ratio);
  }
}
