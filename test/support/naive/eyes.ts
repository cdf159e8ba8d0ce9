import type { Viewer } from '../../../src/shared/viewer.js';
import type {
  ActivityRow,
  ApiKeyRow,
  ApplicationRow,
  FundingCallRow,
  IdeaRow,
  JoinRequestRow,
  MembershipRow,
  Tables,
} from '../service/stored-rows.js';

/** Who sees what, written once more from the domain's own table and over plain rows, to hold the service against. */
export class Eyes {
  constructor(
    readonly viewer: Viewer,
    private readonly rows: Tables,
  ) {}

  /** PUBLIC for all; PARTNERS for whoever has signed in; CONSORTIUM for owner, current members and those granted all. */
  seesIdea(idea: IdeaRow): boolean {
    const { role, grants } = this.viewer;
    if (role === 'ADMIN' || idea.visibility === 'PUBLIC') return true;
    if (idea.visibility === 'PARTNERS') return role !== null;
    if (role === 'INTEGRATOR') return grants.includes('ALL_IDEAS');
    return role === 'PARTNER' && (this.takesPart(idea) || this.isInvited(idea));
  }

  /** Until it has answered, a partner that is invited sees what an outsider would; its feed tokens see nothing of it. */
  isInvited({ id }: IdeaRow): boolean {
    if (this.viewer.feedOnly) return false;
    return this.rows.join_request.some(
      ({ idea_id, partner_id, origin, status }) =>
        idea_id === id && partner_id === this.viewer.partnerId && origin === 'IDEA' && status === 'PENDING',
    );
  }

  /** The insiders of the idea, and the partner that it concerns. */
  seesJoinRequest(request: JoinRequestRow): boolean {
    const { role, partnerId, feedOnly } = this.viewer;
    const isOwn = role === 'PARTNER' && !feedOnly && request.partner_id === partnerId;
    return isOwn || this.isInside(this.ideaOf(request));
  }

  /** Owner or current member. */
  takesPart(idea: IdeaRow): boolean {
    const { partnerId } = this.viewer;
    if (partnerId === null) return false;
    return idea.owner_id === partnerId || this.membersOf(idea).some(({ partner_id }) => partner_id === partnerId);
  }

  /** Whether money, letters of intent and reasons inside the idea are shown. */
  isInside(idea: IdeaRow): boolean {
    const { role, grants, feedOnly } = this.viewer;
    if (feedOnly) return false;
    if (role === 'ADMIN') return true;
    if (role === 'PARTNER') return this.takesPart(idea);
    return role === 'INTEGRATOR' && grants.includes('CONFIDENTIAL') && this.seesIdea(idea);
  }

  /** A draft is the administrators' own until it is published, and nobody's once it is deleted. */
  seesCall(call: FundingCallRow): boolean {
    if (call.deleted_at !== null) return false;
    return this.viewer.role === 'ADMIN' || call.published_at !== null;
  }

  seesApplication(application: ApplicationRow): boolean {
    return this.seesIdea(this.ideaOf(application)) && this.seesCall(this.callOf(application));
  }

  seesActivity({ kind, idea_id, call_id }: ActivityRow): boolean {
    const { role, grants, feedOnly } = this.viewer;
    if (feedOnly) return false;
    if (role === 'ADMIN') return true;
    if (role === null || /^(API_KEY|ACTIVITY)/.test(kind)) return false;
    if (call_id !== null) return this.seesCall(this.rows.funding_call.find(({ id }) => id === call_id)!);
    if (idea_id === null) return true;
    const idea = this.ideaOf({ idea_id });
    if (role === 'PARTNER') return this.takesPart(idea);
    const ofThingsInside = /^(STATUS|LINK|JOIN)/.test(kind);
    return grants.includes('ACTIVITY') && this.seesIdea(idea) && (!ofThingsInside || this.isInside(idea));
  }

  /** Administrators all, partners those of the partner, integrators their own; feed tokens none. */
  seesKey({ id, partner_id, parent_id }: ApiKeyRow): boolean {
    const { role, keyId, partnerId, feedOnly } = this.viewer;
    if (feedOnly || role === null) return false;
    if (role === 'ADMIN') return true;
    const isOwn = id === keyId || (keyId !== null && parent_id === keyId);
    return isOwn || (role === 'PARTNER' && partner_id === partnerId);
  }

  membersOf({ id }: IdeaRow): MembershipRow[] {
    return this.rows.membership.filter(({ idea_id, left_at }) => idea_id === id && left_at === null);
  }

  ideaOf({ idea_id }: { idea_id: string }): IdeaRow {
    return this.rows.idea.find(({ id }) => id === idea_id)!;
  }

  callOf({ call_id }: { call_id: string }): FundingCallRow {
    return this.rows.funding_call.find(({ id }) => id === call_id)!;
  }
}
