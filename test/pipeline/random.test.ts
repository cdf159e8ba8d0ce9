import fc from 'fast-check';
import { beta, binomial, mulberry32, normal } from '../../src/pipeline/random.js';

/** The mean and variance of many draws. */
function moments(draw: () => number, draws = 20_000) {
  const drawn = Array.from({ length: draws }, draw);
  const mean = drawn.reduce((sum, each) => sum + each, 0) / draws;
  const variance = drawn.reduce((sum, each) => sum + (each - mean) ** 2, 0) / draws;
  return { mean, variance };
}

describe('chance', () => {
  it('is repeated by the same seed, and is the published sequence', () => {
    const [one, other] = [mulberry32(0), mulberry32(0)];
    expect(one()).toBe(0.26642920868471265);
    other();
    expect([one(), one(), one()]).toEqual([other(), other(), other()]);
    expect(mulberry32(1)()).not.toBe(mulberry32(2)());
  });

  it('lies evenly between 0 and 1', () => {
    const { mean, variance } = moments(mulberry32(7));
    expect(mean).toBeCloseTo(1 / 2, 1);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it('is normal with mean 0 and variance 1', () => {
    const uniform = mulberry32(7);
    const { mean, variance } = moments(() => normal(uniform));
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it.each([
    [1.2, 2.8],
    [14, 11],
    [0.4, 3],
  ])('draws rates after %s successes and %s failures as Beta does', (a, b) => {
    const uniform = mulberry32(7);
    const { mean, variance } = moments(() => beta(a, b, uniform));
    expect(Math.abs(mean - a / (a + b))).toBeLessThan(0.01);
    expect(Math.abs(variance - (a * b) / ((a + b) ** 2 * (a + b + 1)))).toBeLessThan(0.005);
  });

  it.each([
    [1, 0.3],
    [12, 0.9],
    [50, 0.2],
    [100_000, 0.0001],
    [400, 0.3],
    [100_000, 0.6],
  ])('draws successes among %i with chance %s as the binomial distribution does', (count, probability) => {
    const uniform = mulberry32(7);
    const { mean, variance } = moments(() => binomial(count, probability, uniform));
    const expected = count * probability * (1 - probability);
    expect(Math.abs(mean - count * probability)).toBeLessThan(4 * Math.sqrt(expected / 20_000));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.06);
  });

  it('never draws fewer successes than none, or more than there are', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.nat(200_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, count, probability) => {
          const drawn = binomial(count, probability, mulberry32(seed));
          expect(Number.isInteger(drawn)).toBe(true);
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThanOrEqual(count);
        },
      ),
    );
  });
});
