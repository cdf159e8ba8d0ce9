import type { Idea } from '../ideas/idea.js';
import { permit } from '../ideas/idea-policy.js';
import type { Viewer } from '../shared/viewer.js';
import type { JoinRequest } from './join-request.js';
import type { JoinRequestOrigin } from './join-request-words.js';

/** Refuses what only one side of a request may do: the partner it concerns, or those who lead the idea. */
export function permitForRequest(
  viewer: Viewer,
  side: JoinRequestOrigin,
  { joinRequest, idea }: { joinRequest: JoinRequest; idea: Idea },
): void {
  const isOwn = viewer.partnerId === joinRequest.partner.id;
  if (side === 'IDEA') permit(viewer, 'MANAGE_CONSORTIUM', idea.standing());
  else permit(viewer, 'ANSWER_INVITATION', { ...idea.standing(), own: isOwn ? ['INVITATION'] : [] });
}
