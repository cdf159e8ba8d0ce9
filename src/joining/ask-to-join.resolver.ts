import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { ConsortiumRole } from '../consortia/roles.js';
import type { Context } from '../context/context.js';
import { Idea } from '../ideas/idea.js';
import { permit } from '../ideas/idea-policy.js';
import { findPartner } from '../partners/find-partner.js';
import { JoinRequest } from './join-request.js';
import { JoinRequestPayload } from './join-request-payload.js';

@InputType('AskToJoinInput', { description: 'An idea that the viewer’s partner wants to join.' })
export class AskToJoinInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  ideaId!: string;

  @Field(() => ConsortiumRole, { description: 'The part it wants to take.' })
  role!: ConsortiumRole;

  @Field(() => String, { nullable: true, description: 'What it brings, and why; at most 2,000 characters.' })
  message?: string | null;
}

@Resolver()
export class AskToJoinResolver {
  @Mutation(() => JoinRequestPayload, {
    description:
      "Asks to join an idea's consortium. For partners that see the idea and take no part in it; one request at a time.",
  })
  askToJoin(
    @Arg('input', () => AskToJoinInput, { description: 'Which idea, and as what.' })
    { ideaId, role, message }: AskToJoinInput,
    @Ctx() context: Context,
  ) {
    return context.change(JoinRequestPayload, async em => {
      const partner = await findPartner(em, context.viewer.partnerId ?? '');
      const idea = await context.load(em, Idea, { id: ideaId }, { populate: ['memberships'], path: ['ideaId'] });
      permit(context.viewer, 'ASK_TO_JOIN', idea.standing());
      const joinRequest = JoinRequest.make(idea, partner!, { origin: 'PARTNER', role, message });
      em.persist(joinRequest);
      return { joinRequest, idea };
    });
  }
}
