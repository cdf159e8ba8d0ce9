import { beta, binomial, mulberry32, normal } from '../../../src/pipeline/forecast/random.js';
import * as fc from '../../support/properties.js';

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

  // Where one of the two is 1, the distribution has a formula of its own.
  it.each<[number, number, (rate: number) => number]>([
    [1, 1, rate => rate],
    [1, 3, rate => 1 - (1 - rate) ** 3],
    [0.2, 1, rate => rate ** 0.2],
    [6, 1, rate => rate ** 6],
  ])('draws rates of Beta(%s, %s) as often as they are likely, all over', (a, b, atMost) => {
    const uniform = mulberry32(7);
    const drawn = Float64Array.from({ length: 200_000 }, () => beta(a, b, uniform)).sort();
    const off = drawn.map((rate, place) => Math.abs(atMost(rate) - (place + 0.5) / drawn.length));
    // Kolmogorov: by chance alone the greatest is beyond this in one of a hundred samples.
    expect(off.reduce((one, other) => Math.max(one, other))).toBeLessThan(1.63 / Math.sqrt(drawn.length));
  });

  it.each([
    [1, 0.3],
    [12, 0.9],
    [50, 0.2],
    [100_000, 0.0001],
    [400, 0.3],
    [400, 0.5],
    [100_000, 0.6],
  ])('draws successes among %i with chance %s as the binomial distribution does', (count, probability) => {
    const uniform = mulberry32(7);
    const { mean, variance } = moments(() => binomial(count, probability, uniform));
    const expected = count * probability * (1 - probability);
    expect(Math.abs(mean - count * probability)).toBeLessThan(4 * Math.sqrt(expected / 20_000));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.06);
  });

  it('draws what is rare exactly: none of a million at one in a million', () => {
    const uniform = mulberry32(7);
    const share = (count: number, probability: number) =>
      Array.from({ length: 20_000 }, () => binomial(1_000_000, probability, uniform)).filter(each => each === count)
        .length / 20_000;
    expect(Math.abs(share(0, 1e-6) - Math.exp(-1))).toBeLessThan(0.01);
    expect(Math.abs(share(1_000_000, 1 - 1e-6) - Math.exp(-1))).toBeLessThan(0.01);
  });

  it('is not asked where the outcome is certain', () => {
    const never = () => {
      throw new Error('asked');
    };
    expect([binomial(0, 0.5, never), binomial(5, 0, never), binomial(5, 1, never)]).toEqual([0, 0, 5]);
  });

  it('never draws fewer successes than none, or more than there are', () => {
    const highest = () => 1 - 2 ** -53;
    fc.assert(
      fc.property(
        fc.oneof(fc.integer().map(mulberry32), fc.constant(highest)),
        fc.nat(200_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (uniform, count, probability) => {
          const drawn = binomial(count, probability, uniform);
          expect(Number.isInteger(drawn)).toBe(true);
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThanOrEqual(count);
        },
      ),
    );
  });
});
