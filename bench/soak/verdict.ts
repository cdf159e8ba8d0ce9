import type { Figures } from './figures.js';

/** Figures at their moments: those of each minute together. */
export type Minutes = readonly (readonly Figures[])[];

/** What memory may be more at the end, as a part: a heap breathes. */
const TOLERATED = 0.1;

type Held = 'service' | 'postgres';

/** The last two thirds of the minutes. */
const later = (minutes: Minutes): Minutes => minutes.slice(Math.ceil(minutes.length / 3));

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

/** How much it has grown from the first to the last of these minutes, by the line of least squares, as a part. */
function growth(minutes: Minutes, held: Held): number {
  const values = minutes.map(figures => median(figures.map(each => each[held] ?? NaN)));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = (values.length - 1) / 2;
  const [covariance, variance] = values.reduce(
    ([by, of], value, at) => [by + (at - middle) * (value - mean), of + (at - middle) ** 2],
    [0, 0],
  );
  return variance === 0 ? 0 : ((covariance / variance) * (values.length - 1)) / mean;
}

export interface Finding {
  readonly what: string;
  readonly holds: boolean;
}

/** Whether all is let go at the end, and memory was flat over the last two thirds. */
export function verdict(began: Figures, minutes: Minutes, ended: Figures): Finding[] {
  const counts = (['places', 'subscriptions', 'connections'] as const).map(held => ({
    what: `${held}: ${began[held]} at the beginning, ${ended[held]} at the end`,
    holds: ended[held] <= began[held],
  }));
  const memory = (['service', 'postgres'] as const)
    .filter(held => ended[held] !== null)
    .flatMap(held => {
      const grown = growth(later(minutes), held);
      return [
        {
          what: `memory of ${held}: ${began[held]!.toFixed(0)} MiB at rest before, ${ended[held]!.toFixed(0)} at rest after`,
          holds: ended[held]! <= began[held]! * (1 + TOLERATED),
        },
        {
          what: `memory of ${held} over the last two thirds: ${(grown * 100).toFixed(1)} %`,
          holds: grown <= TOLERATED,
        },
      ];
    });
  return [...counts, ...memory];
}
