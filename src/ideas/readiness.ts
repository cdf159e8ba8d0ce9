import { Field, Float, ObjectType } from 'type-graphql';
import { RequirementType } from './requirement-type.js';
import { Stage } from './stages.js';

@ObjectType('GateReadiness', {
  description: 'How an idea stands before the gate to its next stage: every requirement, met or not.',
})
export class GateReadinessType {
  @Field(() => Stage, { description: 'The present stage.' })
  from!: Stage;

  @Field(() => Stage, { description: 'The stage behind the gate.' })
  to!: Stage;

  @Field(() => Boolean, { description: 'Whether all requirements shown are met.' })
  ready!: boolean;

  @Field(() => Float, { description: 'Met requirements over those shown, 0 to 1.' })
  progress!: number;

  @Field(() => [RequirementType], { description: 'The requirements, in the order of the enum.' })
  requirements!: RequirementType[];
}
