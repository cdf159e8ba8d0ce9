import { refuseIfEnded } from '../ideas/moves/ended.js';
import { STAGE_NAMES } from '../ideas/stage-names.js';
import type { IdeaState, Stage } from '../ideas/stages.js';
import { refuse } from '../shared/refuse.js';

/** Milestones, outcomes and measurements tell of a project that has begun; before that its plan is changed instead. */
export function refuseUnlessUnderWay(idea: { stage: Stage; state: IdeaState }): void {
  refuseIfEnded(idea);
  if (idea.stage === 'PROJECT') return;
  const inStage = STAGE_NAMES[idea.stage];
  refuse('ILLEGAL_TRANSITION', {
    message: {
      sv: `Idén är i steget ${inStage.sv}. Projektet följs upp först när idén är i steget ${STAGE_NAMES.PROJECT.sv}.`,
      en: `The idea is in the stage ${inStage.en}. Its project is followed up once it is in the stage ${STAGE_NAMES.PROJECT.en}.`,
    },
  });
}
