import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MutationPayload } from '../../shared/user-error.js';

@ObjectType('EndSessionPayload', { implements: MutationPayload, description: 'What was ended.' })
export class EndSessionPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The TypeID of the session that ended; null when none did.' })
  endedId?: string | null;
}

@ObjectType('EndAllSessionsPayload', { implements: MutationPayload, description: 'How many were ended.' })
export class EndAllSessionsPayload extends MutationPayload {
  @Field(() => Int, { nullable: true, description: 'How many sessions ended; null when nothing was done.' })
  endedCount?: number | null;
}
