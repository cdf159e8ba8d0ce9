import type { ForecastIdea, StepHistory } from '../../../src/pipeline/forecast/forecast-facts.js';
import { STEPS } from '../../../src/pipeline/forecast/forecast-facts.js';
import { mulberry32 } from '../../../src/pipeline/forecast/random.js';

const STAGES = [...STEPS, 'PROJECT'] as const;

/** That many ideas over all stages, one in five asking for euros; the same ones every time. */
export function ideas(count: number): ForecastIdea[] {
  const chance = mulberry32(5);
  return Array.from({ length: count }, () => ({
    stage: STAGES[Math.floor(chance() * STAGES.length)]!,
    daysInStage: Math.floor(chance() * 900),
    amounts: [{ amount: (1e6 + chance() * 2e7).toFixed(2), currency: chance() < 0.8 ? 'SEK' : 'EUR' }],
  }));
}

/** So long a history of every step that the rate is all but certain, and each stay is of those days. */
export function longHistory(rate: number, days: number): StepHistory[] {
  const visits = 100_000;
  const advanced = Math.round(visits * rate);
  return STEPS.map(from => ({ from, advanced, ended: visits - advanced, days: Array<number>(advanced).fill(days) }));
}
