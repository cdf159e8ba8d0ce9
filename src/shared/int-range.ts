import { Field, InputType, Int } from 'type-graphql';

@InputType('IntRange', {
  description: 'Whole numbers from one to another, both included. An end that is left out is no limit.',
})
export class IntRange {
  @Field(() => Int, { nullable: true, description: 'The least.' })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: 'The most.' })
  to?: number | null;
}
