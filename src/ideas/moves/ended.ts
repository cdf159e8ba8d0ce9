import { refuse } from '../../shared/refuse.js';
import type { IdeaState } from '../stages.js';

/** A discontinued or completed idea is history: nothing inside it changes any more. */
export function refuseIfEnded({ state }: { state: IdeaState }): void {
  if (state === 'ACTIVE' || state === 'PAUSED') return;
  refuse('ILLEGAL_TRANSITION', {
    message: {
      sv: 'Idén är avslutad. Konsortium, ansökningar och projekt ändras inte längre.',
      en: 'The idea has ended. Its consortium, applications and project no longer change.',
    },
  });
}
