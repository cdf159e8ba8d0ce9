import { cleaned } from '../../shared/text/clean-text.js';
import type { DeadlineModel } from '../call-status.js';
import type { CallDescription } from './call-description.js';

/** Whether a call of the model can have so many deadlines. */
export function fits(model: DeadlineModel, deadlines: number): boolean {
  if (model === 'CONTINUOUS') return deadlines === 0;
  return model !== 'SINGLE_STAGE' || deadlines <= 1;
}

/** The deadlines in order of time, with blank labels as none. */
export function deadlinesInOrder(deadlines: CallDescription['deadlines']): { at: Date; label: string | null }[] {
  return byTime(deadlines ?? []).map(({ at, label }) => ({ at, label: cleaned(label ?? '') || null }));
}

/** In order of time, each moment once: of several at one moment the first counts. */
export function eachMomentOnce<T extends { readonly at: Date }>(deadlines: readonly T[]): T[] {
  const sorted = byTime(deadlines);
  return sorted.filter(({ at }, place) => at.getTime() !== sorted[place - 1]?.at.getTime());
}

function byTime<T extends { readonly at: Date }>(deadlines: readonly T[]): T[] {
  return [...deadlines].sort((one, other) => one.at.getTime() - other.at.getTime());
}
