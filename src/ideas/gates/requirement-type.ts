import { Field, ObjectType } from 'type-graphql';
import { RequirementCode } from './gates.js';

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
