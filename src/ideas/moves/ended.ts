import { refuse } from '../../shared/refuse.js';
import { STATE_NAMES } from '../stage-names.js';
import type { IdeaState } from '../stages.js';

/** A discontinued or completed idea is history: nothing inside it changes any more. */
export function refuseIfEnded({ state }: { state: IdeaState }): void {
  if (state === 'ACTIVE' || state === 'PAUSED') return;
  refuse('ILLEGAL_TRANSITION', {
    message: {
      sv: `Idén är ${STATE_NAMES[state].sv}. Konsortium, ansökningar och projekt ändras inte längre.`,
      en: `The idea is ${STATE_NAMES[state].en}. Its consortium, applications and project no longer change.`,
    },
  });
}
