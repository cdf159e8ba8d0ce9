import { Field, Float, ObjectType } from 'type-graphql';
import { RequirementCode } from './gates.js';
import { RequirementType } from './requirement-type.js';
import { Stage } from '../stages.js';

@ObjectType('GateReadiness', {
  description: 'How an idea stands before the gate to its next stage: every requirement, met or not.',
})
export class GateReadinessType {
  @Field(() => Stage, { description: 'The present stage.' })
  from!: Stage;

  @Field(() => Stage, { description: 'The stage behind the gate.' })
  to!: Stage;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether all requirements are met. Null when all that are shown are met and some are withheld: then the viewer is not told.',
  })
  ready!: boolean | null;

  @Field(() => Float, {
    description: "Requirements shown as met over all of the gate's, 0 to 1. Withheld ones count as not met.",
  })
  progress!: number;

  @Field(() => [RequirementType], { description: 'The requirements, in the order of the enum.' })
  requirements!: RequirementType[];

  @Field(() => [RequirementCode], {
    description:
      'Requirements of the gate that the viewer is not shown, met or not: LETTERS_OF_INTENT and BUDGET_COVERED for those who are not inside the idea. Empty for all others.',
  })
  withheld!: RequirementCode[];
}
