import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { permit } from '../idea-policy.js';
import type { Context } from '../../context/context.js';
import { MutationPayload } from '../../shared/user-error.js';
import { gateFactsIn } from '../gates/gate-facts-sql.js';
import { RequirementCode } from '../gates/gates.js';
import { Idea } from '../idea.js';
import { RequirementType } from '../gates/requirement-type.js';
import { Stage } from '../stages.js';

@InputType('AdvanceIdeaInput', { description: 'A step forward on the path.' })
export class AdvanceIdeaInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  id!: string;

  @Field(() => Stage, { nullable: true, description: 'The stage meant; if it is not the next one, nothing happens.' })
  to?: Stage | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the step builds on; if the idea has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for the history; required with waive; at most 2,000 characters.',
  })
  reason?: string | null;

  @Field(() => [RequirementCode], {
    nullable: true,
    description: 'Requirements of the gate to let pass though they are not met. Administrators only, with a reason.',
  })
  waive?: RequirementCode[] | null;
}

@ObjectType('AdvanceIdeaPayload', {
  implements: MutationPayload,
  description: 'The idea after the step, or what its gate still requires.',
})
export class AdvanceIdeaPayload extends MutationPayload {
  @Field(() => Idea, { nullable: true, description: 'The idea as it is now, also when its gate is not met.' })
  idea?: Idea | null;

  @Field(() => [RequirementType], { description: 'The requirements that are not met; empty when the step was taken.' })
  unmet: RequirementType[] = [];
}

@Resolver()
export class AdvanceIdeaResolver {
  @Mutation(() => AdvanceIdeaPayload, {
    description:
      'Moves an idea to the next stage of the path, if its gate is met. For its owner, its coordinator and administrators.',
  })
  advanceIdea(
    @Arg('input', () => AdvanceIdeaInput, { description: 'The step.' }) input: AdvanceIdeaInput,
    @Ctx() context: Context,
  ): Promise<AdvanceIdeaPayload> {
    return context.change(AdvanceIdeaPayload, async em => {
      const action = input.waive?.length ? 'WAIVE_GATE' : 'ADVANCE';
      const may = (idea: Idea) => permit(context.viewer, action, idea.standing());
      const loading = context.load(em, Idea, input, { populate: ['memberships', 'project'], permit: may });
      // Asked for after the lock, and answered after it.
      const [idea, facts] = await Promise.all([loading, gateFactsIn(em, input)]);
      idea.advance({ ...input, facts, waive: input.waive ?? [], by: context.viewer });
      return { idea };
    });
  }
}
