import type { Idea } from '../ideas/idea.js';
import { permit } from '../ideas/idea-policy.js';
import type { Viewer } from '../shared/viewer.js';
import type { Membership } from './membership.js';

/** Refuses whoever neither leads the idea nor is the member; what only those who lead may change is theirs alone. */
export function permitForMember(
  viewer: Viewer,
  { idea, membership }: { idea: Idea; membership: Membership },
  { byLeadersAlone = false } = {},
): void {
  const isOwn = membership.partner.id === viewer.partnerId;
  if (isOwn && !byLeadersAlone) permit(viewer, 'MANAGE_OWN_MEMBERSHIP', { ...idea.standing(), own: ['MEMBERSHIP'] });
  else permit(viewer, 'MANAGE_CONSORTIUM', idea.standing());
}
