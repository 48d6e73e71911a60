// SPDX-License-Identifier: Apache-2.0

declare const process: { env: Record<string, string | undefined> };

/** A generator of numbers that repeats itself for a seed: xorshift of Marsaglia, 32 bits. */
export class Random {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed | 0 || 1;
  }

  /** A whole number from 0 up to, but not including, a limit. */
  below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
  }

  chance(share: number): boolean {
    return this.below(1_000_000) < share * 1_000_000;
  }
}

/** A generator with a printed seed, which the environment (SEED) can set. */
export function seeded(): Random {
  const seed = Number(process.env['SEED'] ?? Date.now() % 0x7fffffff);
  console.log(`seed ${seed} (-Dseed=${seed} repeats it)`);
  return new Random(seed);
}
