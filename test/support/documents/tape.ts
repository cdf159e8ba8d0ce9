/**
 * Chance as a list of numbers that fast-check draws and shrinks. Past its end, and when shrunk, every draw is the first
 * choice, so that the first choice must always be the simplest.
 */
export class Tape {
  private place = 0;

  constructor(private readonly numbers: readonly number[]) {}

  below(bound: number): number {
    const number = this.numbers[this.place] ?? 0;
    this.place += 1;
    return number % bound;
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }

  /** True once in so many times. */
  once(inTimes: number): boolean {
    return this.below(inTimes) === inTimes - 1;
  }

  /** From so many to so many things that are made one after the other. */
  times<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, (_, index) => make(index));
  }
}
