import { describedEnum } from '../shared/described-enum.js';

export const Stage = describedEnum('Stage', 'How far an idea has come on the path from concept to project.', {
  CONCEPT: 'A described thought that looks for company (koncept).',
  CONSORTIUM: 'Partners are being gathered (konsortium).',
  FUNDING_APPLICATION: 'The consortium applies to a funding call (ansökan).',
  PROJECT: 'Granted, and planned for 5 to 10 years (projekt).',
});
export type Stage = keyof typeof Stage;

export const IdeaState = describedEnum(
  'IdeaState',
  'Whether an idea moves. The stage stays as it was when an idea pauses or ends.',
  {
    ACTIVE: 'Work goes on.',
    PAUSED: 'Resting; it can be resumed.',
    COMPLETED: 'The project is carried out. Final; only from the stage PROJECT.',
    DISCONTINUED: 'Given up. Final.',
  },
);
export type IdeaState = keyof typeof IdeaState;
