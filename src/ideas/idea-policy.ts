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
    POST_STATUS_UPDATE: 'postStatusUpdate.',
    MANAGE_LINKS: 'addLink and removeLink, after its end too.',
    TRANSFER: "transferIdea to another owner. The idea's owner and administrators.",
    ASK_TO_JOIN: 'askToJoin. Partners that take no part in the idea.',
    ANSWER_INVITATION: 'answerJoinRequest, to an invitation of the viewer’s partner.',
    MANAGE_OWN_MEMBERSHIP: 'updateMember and endMembership, of the viewer’s own partner.',
    RECORD_DECISION: 'recordDecision. Administrators only.',
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
  /** What in the idea is the viewer's partner's own, as far as it matters. */
  readonly own?: readonly Own[];
}

/** A current membership, an invitation that waits for an answer, a request that does. */
export type Own = 'MEMBERSHIP' | 'INVITATION' | 'REQUEST';

const leads = ({ partnerId }: Viewer, { ownerId, coordinatorId }: IdeaStanding) =>
  partnerId === ownerId || partnerId === coordinatorId;

/** Who may do what others than those who lead the idea may, or not all of those. */
const BY: Partial<Record<IdeaAction, (viewer: Viewer, idea: IdeaStanding) => boolean>> = {
  WAIVE_GATE: () => false,
  RECORD_DECISION: () => false,
  TRANSFER: ({ partnerId }, { ownerId }) => partnerId === ownerId,
  ASK_TO_JOIN: (viewer, idea) => !leads(viewer, idea) && !idea.own?.includes('MEMBERSHIP'),
  ANSWER_INVITATION: (_, { own }) => own?.includes('INVITATION') ?? false,
  MANAGE_OWN_MEMBERSHIP: (_, { own }) => own?.includes('MEMBERSHIP') ?? false,
};

/** Owner, coordinator and administrators lead an idea; only the programme's owner waives gates, only partners join. */
function mayEver(viewer: Viewer, action: IdeaAction, idea: IdeaStanding): boolean {
  if (viewer.feedOnly) return false;
  if (viewer.role === 'ADMIN') return action !== 'ASK_TO_JOIN';
  return viewer.role === 'PARTNER' && (BY[action] ?? leads)(viewer, idea);
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
  POST_STATUS_UPDATE: atWork,
  MANAGE_LINKS: () => true,
  WAIVE_GATE: move('ADVANCE'),
  TRANSFER: atWork,
  ASK_TO_JOIN: idea => atWork(idea) && !idea.own?.length,
  ANSWER_INVITATION: idea => atWork(idea) && (idea.own?.includes('INVITATION') ?? false),
  MANAGE_OWN_MEMBERSHIP: idea => atWork(idea) && (idea.own?.includes('MEMBERSHIP') ?? false),
  RECORD_DECISION: atWork,
};

/** What the viewer can do to the idea now, in the order of the enum. */
export function actionsOn(idea: IdeaStanding, viewer: Viewer): IdeaAction[] {
  return IDEA_ACTIONS.filter(action => mayEver(viewer, action, idea) && POSSIBLE[action](idea));
}

/** Refuses what the viewer may never do to this idea. Whether it is possible now is for the idea itself to say. */
export function permit(viewer: Viewer, action: IdeaAction, idea: IdeaStanding): void {
  if (mayEver(viewer, action, idea)) return;
  const message =
    viewer.role && action === 'ASK_TO_JOIN' ? OUTSIDERS : forbidden(viewer, WHO[action] ?? WHO_ELSE.LEADS);
  refuse('FORBIDDEN', { message });
}

const OUTSIDERS = {
  sv: 'Det får bara partner göra som inte är med i idén.',
  en: 'Only partners that take no part in the idea may do this.',
};

const WHO: Partial<Record<IdeaAction, (typeof WHO_ELSE)[keyof typeof WHO_ELSE]>> = {
  WAIVE_GATE: WHO_ELSE.NOBODY,
  RECORD_DECISION: WHO_ELSE.NOBODY,
  TRANSFER: WHO_ELSE.OWNER,
  ANSWER_INVITATION: WHO_ELSE.OWN,
  MANAGE_OWN_MEMBERSHIP: WHO_ELSE.OWN,
};
