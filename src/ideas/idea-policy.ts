import { forbidden, WHO_ELSE } from '../access/policy.js';
import { describedEnum, wordsOf } from '../shared/described-enum.js';
import { refuse } from '../shared/refuse.js';
import type { Viewer } from '../shared/viewer.js';
import { type IdeaMove, possibleMoves } from './moves/path.js';
import type { IdeaState, Stage } from './stages.js';

export const IdeaAction = describedEnum(
  'IdeaAction',
  'What can be done to an idea; `viewerCan` lists what the viewer can do to it now.',
  {
    UPDATE: 'updateIdea.',
    ADVANCE: 'advanceIdea, if the gate is met.',
    RETURN: 'returnIdea to an earlier stage.',
    PAUSE: 'pauseIdea.',
    RESUME: 'resumeIdea.',
    DISCONTINUE: 'discontinueIdea, for good.',
    COMPLETE: 'completeIdea, for good.',
    MANAGE_CONSORTIUM: 'addMember, updateMember, endMembership.',
    MANAGE_APPLICATIONS: 'startApplication and what follows it; decisions are recorded by administrators.',
    MANAGE_PROJECT: 'planProject and what follows it.',
    WAIVE_GATE: 'advanceIdea past requirements that are not met, with a reason. Administrators only.',
  },
);
export type IdeaAction = keyof typeof IdeaAction;

export const IDEA_ACTIONS = wordsOf(IdeaAction);

/** What the policy needs to know of an idea. */
export interface IdeaStanding {
  readonly ownerId: string;
  readonly coordinatorId: string | null;
  readonly stage: Stage;
  readonly state: IdeaState;
}

/** Owner, coordinator and administrators lead an idea; only the programme's owner waives gates. */
function mayEver(viewer: Viewer, action: IdeaAction, { ownerId, coordinatorId }: IdeaStanding): boolean {
  if (viewer.feedOnly) return false;
  if (viewer.role === 'ADMIN') return true;
  if (viewer.role !== 'PARTNER' || action === 'WAIVE_GATE') return false;
  return viewer.partnerId === ownerId || viewer.partnerId === coordinatorId;
}

const atWork = ({ state }: IdeaStanding) => state === 'ACTIVE' || state === 'PAUSED';
const move = (name: IdeaMove) => (idea: IdeaStanding) => possibleMoves(idea.stage, idea.state).includes(name);

/** Whether the stage and state leave room for an action, whoever asks. */
const POSSIBLE: Readonly<Record<IdeaAction, (idea: IdeaStanding) => boolean>> = {
  UPDATE: () => true,
  ADVANCE: move('ADVANCE'),
  RETURN: move('RETURN'),
  PAUSE: move('PAUSE'),
  RESUME: move('RESUME'),
  DISCONTINUE: move('DISCONTINUE'),
  COMPLETE: move('COMPLETE'),
  MANAGE_CONSORTIUM: atWork,
  MANAGE_APPLICATIONS: atWork,
  MANAGE_PROJECT: atWork,
  WAIVE_GATE: move('ADVANCE'),
};

/** What the viewer can do to the idea now, in the order of the enum. */
export function actionsOn(idea: IdeaStanding, viewer: Viewer): IdeaAction[] {
  return IDEA_ACTIONS.filter(action => mayEver(viewer, action, idea) && POSSIBLE[action](idea));
}

/** Refuses what the viewer may never do to this idea. Whether it is possible now is for the idea itself to say. */
export function permit(viewer: Viewer, action: IdeaAction, idea: IdeaStanding): void {
  if (!mayEver(viewer, action, idea))
    refuse('FORBIDDEN', { message: forbidden(viewer, action === 'WAIVE_GATE' ? WHO_ELSE.NOBODY : WHO_ELSE.LEADS) });
}
