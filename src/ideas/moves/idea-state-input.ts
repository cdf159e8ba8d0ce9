import { Field, ID, InputType, Int } from 'type-graphql';
import { permit } from '../idea-policy.js';
import type { Context } from '../../context/context.js';
import { Idea } from '../idea.js';
import { IdeaPayload } from '../idea-payload.js';
import { letRequestsLapse } from '../../joining/lapse.js';
import type { IdeaMove } from './path.js';

@InputType('IdeaStateInput', { description: 'A change of whether an idea moves.' })
export class IdeaStateInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  id!: string;

  @Field(() => String, { description: 'Why; at most 2,000 characters.' })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the change builds on; if the idea has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;
}

/** The work that pausing, resuming, discontinuing and completing share. */
export function turnIdea(
  context: Context,
  move: Exclude<IdeaMove, 'ADVANCE' | 'RETURN'>,
  input: IdeaStateInput,
): Promise<IdeaPayload> {
  return context.change(IdeaPayload, async em => {
    const may = (idea: Idea) => permit(context.viewer, move, idea.standing());
    const idea = await context.load(em, Idea, input, { populate: ['memberships'], permit: may });
    idea.turn(move, { ...input, by: context.viewer });
    if (move === 'DISCONTINUE' || move === 'COMPLETE') await letRequestsLapse(em, idea);
    return { idea };
  });
}
