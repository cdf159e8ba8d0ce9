import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { ConsortiumRole } from '../consortia/roles.js';
import type { Context } from '../context/context.js';
import { Idea } from '../ideas/idea.js';
import { permit } from '../ideas/idea-policy.js';
import { findPartner } from '../partners/find-partner.js';
import { refuse } from '../shared/refuse.js';
import { JoinRequest } from './join-request.js';
import { JoinRequestPayload } from './join-request-payload.js';

@InputType('InviteMemberInput', { description: 'A partner that is invited to a consortium.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  ideaId!: string;

  @Field(() => ID, { description: 'The TypeID of the partner.' })
  partnerId!: string;

  @Field(() => ConsortiumRole, { description: 'The part it would take.' })
  role!: ConsortiumRole;

  @Field(() => String, { nullable: true, description: 'What is asked of it, and why; at most 2,000 characters.' })
  message?: string | null;
}

@Resolver()
export class InviteMemberResolver {
  @Mutation(() => JoinRequestPayload, {
    description:
      "Invites a partner to an idea's consortium; until it has answered it sees the idea as an outsider does, whatever the visibility. For the idea's owner, its coordinator and administrators.",
  })
  inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Who, and as what.' })
    { ideaId, partnerId, role, message }: InviteMemberInput,
    @Ctx() context: Context,
  ) {
    return context.change(JoinRequestPayload, async em => {
      const partner = await findPartner(em, partnerId);
      const idea = await context.load(em, Idea, { id: ideaId }, { populate: ['memberships'], path: ['ideaId'] });
      permit(context.viewer, 'MANAGE_CONSORTIUM', idea.standing());
      const invited = partner ?? refuse('NOT_FOUND', { path: ['partnerId'] });
      const joinRequest = JoinRequest.make(idea, invited, { origin: 'IDEA', role, message });
      em.persist(joinRequest);
      return { joinRequest, idea };
    });
  }
}
