import { mulberry32 } from '../../../src/pipeline/forecast/random.js';

/** Draws that the same seed always repeats. */
export class Chance {
  private readonly uniform: () => number;

  constructor(seed: number) {
    this.uniform = mulberry32(seed);
  }

  /** A whole number from 0 up to and without `bound`. */
  below(bound: number): number {
    return Math.floor(this.uniform() * bound);
  }

  /** True once in so many times. */
  once(inTimes: number): boolean {
    return this.below(inTimes) === 0;
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }

  /** Some of them, perhaps none, each at most once, in a random order. */
  some<T>(of: readonly T[], most = of.length): T[] {
    const left = [...of];
    return Array.from({ length: this.below(Math.min(most, left.length) + 1) }, () => {
      const [taken] = left.splice(this.below(left.length), 1);
      return taken!;
    });
  }

  /** The value, or null once in so many times. */
  perhaps<T>(value: T, inTimes = 3): T | null {
    return this.once(inTimes) ? null : value;
  }
}
