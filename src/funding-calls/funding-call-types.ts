import { Field, ObjectType } from 'type-graphql';
import { connectionTypes } from '../reading/connections/connection-types.js';
import { FundingCall } from './funding-call.js';

export const { Connection: FundingCallConnection } = connectionTypes('FundingCall', () => FundingCall);

@ObjectType('CallDeadline', { description: 'One deadline of a funding call.' })
export class CallDeadline {
  @Field(() => Date, { description: 'The last moment to submit, UTC.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'What the deadline is for, such as "Stage 1", or null.' })
  label?: string | null;
}
