import { refuseIfEnded } from '../ideas/moves/ended.js';
import { STAGE_NAMES } from '../ideas/stage-names.js';
import type { IdeaState, Stage } from '../ideas/stages.js';
import { refuse } from '../shared/refuse.js';
import type { ProjectBaseline } from './project-baseline.js';

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

/** A plan is amended once its idea has become a project, also when the idea has been sent back to find funding anew. */
export function refuseUnlessAmendable(
  idea: { stage: Stage; state: IdeaState },
  baseline: ProjectBaseline | null | undefined,
): void {
  refuseIfEnded(idea);
  if (idea.stage === 'PROJECT' || (idea.stage === 'FUNDING_APPLICATION' && baseline)) return;
  const inStage = STAGE_NAMES[idea.stage];
  refuse('ILLEGAL_TRANSITION', {
    message: {
      sv: `Idén är i steget ${inStage.sv}. Projektet ändras först när det har börjat; till dess görs planen om.`,
      en: `The idea is in the stage ${inStage.en}. A project is amended once it has begun; until then its plan is made anew.`,
    },
  });
}
