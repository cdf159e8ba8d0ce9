import { type IdeaAction, IDEA_ACTIONS } from '../../../src/ideas/idea-policy.js';
import type { IdeaRow } from '../service/stored-rows.js';
import type { Asking } from './asking.js';

/** What the viewer can do to the idea now, told from the domain's path: stage, state, who leads it and who is in it. */
export function actionsFor({ viewer, eyes, rows }: Asking, idea: IdeaRow): IdeaAction[] {
  if (viewer.feedOnly || (viewer.role !== 'ADMIN' && viewer.role !== 'PARTNER')) return [];
  const isAdmin = viewer.role === 'ADMIN';
  const mine = eyes.membersOf(idea).find(({ partner_id }) => partner_id === viewer.partnerId);
  const waiting = rows.join_request.find(
    each => each.idea_id === idea.id && each.partner_id === viewer.partnerId && each.status === 'PENDING',
  );
  const owns = idea.owner_id === viewer.partnerId;
  const leads = isAdmin || owns || mine?.role === 'COORDINATOR';

  const { stage, state } = idea;
  const active = state === 'ACTIVE';
  const ended = state === 'DISCONTINUED' || state === 'COMPLETED';
  const possible: Record<IdeaAction, boolean> = {
    UPDATE: leads,
    ADVANCE: leads && active && stage !== 'PROJECT',
    RETURN: leads && active && stage !== 'CONCEPT',
    PAUSE: leads && active,
    RESUME: leads && state === 'PAUSED',
    DISCONTINUE: leads && !ended,
    COMPLETE: leads && active && stage === 'PROJECT',
    MANAGE_CONSORTIUM: leads && !ended,
    MANAGE_APPLICATIONS: leads && !ended,
    MANAGE_PROJECT: leads && !ended,
    POST_STATUS_UPDATE: leads && !ended,
    MANAGE_LINKS: leads,
    TRANSFER: (isAdmin || owns) && !ended,
    ASK_TO_JOIN: !isAdmin && !owns && !mine && !waiting && !ended,
    ANSWER_INVITATION: waiting?.origin === 'IDEA' && !ended,
    MANAGE_OWN_MEMBERSHIP: mine !== undefined && !ended,
    RECORD_DECISION: isAdmin && !ended,
    WAIVE_GATE: isAdmin && active && stage !== 'PROJECT',
  };
  return IDEA_ACTIONS.filter(action => possible[action]);
}
