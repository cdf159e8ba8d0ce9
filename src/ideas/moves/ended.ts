import { refuse } from '../../shared/refuse.js';
import { STATE_NAMES } from '../stage-names.js';
import type { IdeaState } from '../stages.js';

export function isEnded({ state }: { state: IdeaState }): boolean {
  return state === 'COMPLETED' || state === 'DISCONTINUED';
}

/** A discontinued or completed idea is history: nothing inside it changes any more. */
export function refuseIfEnded({ state }: { state: IdeaState }): void {
  if (!isEnded({ state })) return;
  refuse('ILLEGAL_TRANSITION', {
    message: {
      sv: `Idén är ${STATE_NAMES[state].sv}. Konsortium, ansökningar och projekt ändras inte längre.`,
      en: `The idea is ${STATE_NAMES[state].en}. Its consortium, applications and project no longer change.`,
    },
  });
}
