// SPDX-License-Identifier: Apache-2.0

/** What was drawn last, so that the same need not be drawn again. */
export class Memory {
  private last: unknown[] = [];

  /** Notes all that is to be drawn now, in a fixed order; returns whether it is the same as before. */
  holds(now: unknown[]): boolean {
    const same = now.length === this.last.length && now.every((each, i) => each === this.last[i]);
    this.last = now;
    return same;
  }
}
