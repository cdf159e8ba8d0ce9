import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { Membership } from '../consortia/membership.js';
import { LetterOfIntent } from '../consortia/roles.js';
import type { Context } from '../context/context.js';
import { Money } from '../shared/money.js';
import { type Fault, fault, refuseAny } from '../shared/refuse.js';
import { JoinRequestPayload } from './join-request-payload.js';
import { loadRequest } from './load-inside.js';
import { permitForRequest } from './request-policy.js';

@InputType('AnswerJoinRequestInput', { description: 'Yes or no to a request to join, or to an invitation.' })
export class AnswerJoinRequestInput {
  @Field(() => ID, { description: 'The TypeID of the request.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether the partner becomes a member now.' })
  accept!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not; at most 2,000 characters.' })
  reason?: string | null;

  @Field(() => LetterOfIntent, {
    nullable: true,
    description: 'How far its letter of intent has come when it joins; NONE when left out.',
  })
  letterOfIntent?: LetterOfIntent | null;

  @Field(() => Money, { nullable: true, description: 'What the partner promises to pay when it joins.' })
  commitment?: Money | null;
}

@Resolver()
export class AnswerJoinRequestResolver {
  @Mutation(() => JoinRequestPayload, {
    description:
      "Answers a request to join, for the idea's owner and its coordinator, or an invitation, for the partner invited; administrators answer both. Accepted, the partner is a member by the rules of addMember.",
  })
  answerJoinRequest(
    @Arg('input', () => AnswerJoinRequestInput, { description: 'Which request, and yes or no.' })
    { id, accept, reason, letterOfIntent, commitment }: AnswerJoinRequestInput,
    @Ctx() context: Context,
  ) {
    return context.change(JoinRequestPayload, async em => {
      const { joinRequest, idea } = await loadRequest(context, em, id);
      const answering = joinRequest.origin === 'IDEA' ? 'PARTNER' : 'IDEA';
      permitForRequest(context.viewer, answering, { joinRequest, idea });
      if (!accept) refuseAny(goesWithAYes({ letterOfIntent, commitment }));
      joinRequest.answer(accept, reason);
      if (!accept) return { joinRequest, idea };
      const partner = await joinRequest.partner.loadOrFail();
      const joining = { role: joinRequest.role, letterOfIntent: letterOfIntent ?? 'NONE', commitment } as const;
      const membership = Membership.join(idea, partner, joining);
      em.persist(membership);
      return { joinRequest, membership, idea };
    });
  }
}

/** What a no would leave out in silence. */
function goesWithAYes(given: Pick<AnswerJoinRequestInput, 'letterOfIntent' | 'commitment'>): Fault[] {
  const names = Object.entries(given).flatMap(([name, value]) => (value == null ? [] : [name]));
  return names.map(name =>
    fault('INVALID', [name], {
      sv: `${name} hör till ett ja: lämna det tomt eller svara ja.`,
      en: `${name} goes with a yes: leave it out or accept.`,
    }),
  );
}
