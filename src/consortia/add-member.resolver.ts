import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { permit } from '../ideas/idea-policy.js';
import type { Context } from '../context/context.js';
import { Idea } from '../ideas/idea.js';
import { letRequestBeOvertaken } from '../joining/lapse.js';
import { findPartner } from '../partners/find-partner.js';
import { Money } from '../shared/money.js';
import { refuse } from '../shared/refuse.js';
import { Membership } from './membership.js';
import { MembershipPayload } from './membership-payload.js';
import { ConsortiumRole, LetterOfIntent } from './roles.js';

@InputType('AddMemberInput', { description: 'A partner that joins a consortium.' })
export class AddMemberInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  ideaId!: string;

  @Field(() => ID, { description: 'The TypeID of the partner.' })
  partnerId!: string;

  @Field(() => ConsortiumRole, { description: 'The part it takes; a consortium has one coordinator at most.' })
  role!: ConsortiumRole;

  @Field(() => LetterOfIntent, {
    nullable: true,
    defaultValue: 'NONE',
    description: 'How far its letter of intent has come.',
  })
  letterOfIntent?: LetterOfIntent | null;

  @Field(() => Money, { nullable: true, description: 'What it promises to pay.' })
  commitment?: Money | null;
}

@Resolver()
export class AddMemberResolver {
  @Mutation(() => MembershipPayload, {
    description:
      "Adds a partner to an idea's consortium; a request of it that waits is thereby accepted, an invitation withdrawn. For its owner, its coordinator and administrators.",
  })
  addMember(
    @Arg('input', () => AddMemberInput, { description: 'Who joins.' }) input: AddMemberInput,
    @Ctx() context: Context,
  ) {
    return context.change(MembershipPayload, async em => {
      const partner = await findPartner(em, input.partnerId);
      const idea = await context.load(em, Idea, { id: input.ideaId }, { populate: ['memberships'], path: ['ideaId'] });
      permit(context.viewer, 'MANAGE_CONSORTIUM', idea.standing());
      const joining = partner ?? refuse('NOT_FOUND', { path: ['partnerId'] });
      const membership = Membership.join(idea, joining, { ...input, letterOfIntent: input.letterOfIntent ?? 'NONE' });
      em.persist(membership);
      await letRequestBeOvertaken(em, idea, joining);
      return { membership, idea };
    });
  }
}
