import type { Bilingual } from '../shared/text/wording.js';
import type { IdeaState, Stage } from './stages.js';

/** What messages call a stage. */
export const STAGE_NAMES: Record<Stage, Bilingual> = {
  CONCEPT: { sv: 'koncept', en: 'concept' },
  CONSORTIUM: { sv: 'konsortium', en: 'consortium' },
  FUNDING_APPLICATION: { sv: 'ansökan', en: 'funding application' },
  PROJECT: { sv: 'projekt', en: 'project' },
};

/** What messages say that an idea is. */
export const STATE_NAMES: Record<IdeaState, Bilingual> = {
  ACTIVE: { sv: 'pågående', en: 'active' },
  PAUSED: { sv: 'pausad', en: 'paused' },
  COMPLETED: { sv: 'slutförd', en: 'completed' },
  DISCONTINUED: { sv: 'nedlagd', en: 'discontinued' },
};
