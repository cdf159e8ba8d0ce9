import { Field, Float, ObjectType } from 'type-graphql';
import { RequirementCode } from './gates.js';
import { Stage } from './stages.js';

@ObjectType('Requirement', { description: 'One thing a gate requires, met or not, and why.' })
export class RequirementType {
  @Field(() => RequirementCode, { description: 'Which requirement.' })
  code!: RequirementCode;

  @Field(() => Boolean, { description: 'Whether it is met now.' })
  met!: boolean;

  @Field(() => String, { nullable: true, description: 'What there is, as numbers or words of this schema.' })
  actual?: string | null;

  @Field(() => String, { nullable: true, description: 'What is required, in the same form.' })
  required?: string | null;
}

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
