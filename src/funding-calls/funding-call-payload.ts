import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../shared/user-error.js';
import { FundingCall } from './funding-call.js';

@ObjectType('FundingCallPayload', { implements: MutationPayload, description: 'The funding call after the change.' })
export class FundingCallPayload extends MutationPayload {
  @Field(() => FundingCall, { nullable: true, description: 'The call as it is now; null when nothing was changed.' })
  call?: FundingCall | null;
}
