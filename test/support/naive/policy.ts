import { type IdeaAction, IDEA_ACTIONS } from '../../../src/ideas/idea-policy.js';
import type { IdeaRow } from '../service/stored-rows.js';
import type { Asking } from './asking.js';

/** What the viewer can do to the idea now, told from the domain's path: stage, state, and who leads it. */
export function actionsFor({ viewer, eyes }: Asking, idea: IdeaRow): IdeaAction[] {
  if (viewer.feedOnly) return [];
  const coordinates = eyes
    .membersOf(idea)
    .some(({ role, partner_id }) => role === 'COORDINATOR' && partner_id === viewer.partnerId);
  const leads = viewer.role === 'PARTNER' && (idea.owner_id === viewer.partnerId || coordinates);
  if (viewer.role !== 'ADMIN' && !leads) return [];

  const { stage, state } = idea;
  const active = state === 'ACTIVE';
  const ended = state === 'DISCONTINUED' || state === 'COMPLETED';
  const possible: Record<IdeaAction, boolean> = {
    UPDATE: true,
    ADVANCE: active && stage !== 'PROJECT',
    RETURN: active && stage !== 'CONCEPT',
    PAUSE: active,
    RESUME: state === 'PAUSED',
    DISCONTINUE: !ended,
    COMPLETE: active && stage === 'PROJECT',
    MANAGE_CONSORTIUM: !ended,
    MANAGE_APPLICATIONS: !ended,
    MANAGE_PROJECT: !ended,
    WAIVE_GATE: viewer.role === 'ADMIN' && active && stage !== 'PROJECT',
  };
  return IDEA_ACTIONS.filter(action => possible[action]);
}
