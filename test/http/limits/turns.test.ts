import { Turns } from '../../../src/http/admission/turns.js';
import * as fc from '../../support/properties.js';

const forEver = new AbortController().signal;

/** Work that is done when it is told so, each piece noted as it begins. */
class Bench {
  readonly begun: string[] = [];
  private readonly under: (() => void)[] = [];

  readonly piece = (name: string) => () => {
    this.begun.push(name);
    return new Promise<void>(resolve => this.under.push(resolve));
  };

  get working(): number {
    return this.under.length;
  }

  async finishOne(): Promise<void> {
    this.under.shift()?.();
    await new Promise(setImmediate);
  }
}

describe('turns', () => {
  it('go round: one piece for each who waits, however many pieces somebody has', async () => {
    const [turns, bench] = [new Turns(1), new Bench()];
    const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'].map(name => turns.run(name[0]!, bench.piece(name), forEver));
    while (bench.begun.length < all.length) await bench.finishOne();
    await bench.finishOne();
    await Promise.all(all);
    expect(bench.begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  it('are never more than may be taken at once, and everybody has theirs', async () => {
    const callers = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(callers, fc.integer({ min: 1, max: 4 }), async (names, atOnce) => {
        const [turns, bench] = [new Turns(atOnce), new Bench()];
        const all = names.map(name => turns.run(name, bench.piece(name), forEver));
        for (let left = names.length; left > 0; left -= 1) {
          await new Promise(setImmediate);
          expect(bench.working).toBe(Math.min(atOnce, left));
          await bench.finishOne();
        }
        await Promise.all(all);
        expect(bench.begun.sort()).toEqual(names.sort());
      }),
      { numRuns: 30 },
    );
  });

  it('pass over who left while waiting, and end with work that fails', async () => {
    const [turns, bench] = [new Turns(1), new Bench()];
    const leaving = new AbortController();
    const first = turns.run('a', bench.piece('first'), forEver);
    const left = turns.run('b', bench.piece('left'), leaving.signal);
    const failing = turns.run('c', () => Promise.reject(new Error('broken')), forEver);
    const broken = expect(failing).rejects.toThrow('broken');
    const last = turns.run('b', bench.piece('last'), forEver);
    leaving.abort(new Error('gone'));
    await expect(left).rejects.toThrow('gone');
    await bench.finishOne();
    await bench.finishOne();
    await broken;
    await Promise.all([first, last]);
    expect(bench.begun).toEqual(['first', 'last']);
    await expect(turns.run('b', bench.piece('too late'), leaving.signal)).rejects.toThrow('gone');
  });
});
