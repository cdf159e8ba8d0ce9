// Taken out once: draws are made by the million, and in some hosts a look-up of a global costs more than the sum.
const { cos, imul, log, max, min, PI, round, sqrt } = Math;

/** Draws evenly from 0 (included) to 1 (excluded). */
export type Uniform = () => number;

/**
 * A source of chance that the same seed always repeats: mulberry32, 32 bits of state, quick, and even enough for a
 * simulation (not for secrets). https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32
 */
export function mulberry32(seed: number): Uniform {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws from the standard normal distribution. Box and Muller, 1958. */
export function normal(uniform: Uniform): number {
  return sqrt(-2 * log(1 - uniform())) * cos(2 * PI * uniform());
}

/** Draws a rate from the Beta distribution: as likely as any, given `a` successes and `b` failures before. */
export function beta(a: number, b: number, uniform: Uniform): number {
  const successes = gamma(a, uniform);
  return successes / (successes + gamma(b, uniform));
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", 2000. */
function gamma(shape: number, uniform: Uniform): number {
  if (shape < 1) return gamma(shape + 1, uniform) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = normal(uniform);
    const v = (1 + z / sqrt(9 * d)) ** 3;
    if (v > 0 && log(1 - uniform()) < (z * z) / 2 + d * (1 - v + log(v))) return d * v;
  }
}

/** Up to this many expected successes a draw is exact; beyond, the normal curve is as good at an even cost. */
const EXACT_UP_TO = 30;

/** Draws how many of `count` succeed when each does with the probability, at a cost that doesn't grow with `count`. */
export function binomial(count: number, probability: number, uniform: Uniform): number {
  if (count === 0 || probability <= 0) return 0;
  if (probability > 0.5) return count - binomial(count, 1 - probability, uniform);
  if (count * probability < EXACT_UP_TO) return byInversion(count, probability, uniform());

  const spread = sqrt(count * probability * (1 - probability));
  return min(count, max(0, round(count * probability + spread * normal(uniform))));
}

/** Walks up the exact distribution until it has passed the level. */
function byInversion(count: number, probability: number, level: number): number {
  const odds = probability / (1 - probability);
  let mass = (1 - probability) ** count;
  let successes = 0;
  for (let left = level; left >= mass && successes < count;) {
    left -= mass;
    successes += 1;
    mass *= (odds * (count - successes + 1)) / successes;
  }
  return successes;
}
