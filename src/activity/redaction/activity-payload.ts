import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../../shared/user-error.js';
import { Activity } from '../activity.js';

@ObjectType('ActivityPayload', { implements: MutationPayload, description: 'The row of the log after the change.' })
export class ActivityPayload extends MutationPayload {
  @Field(() => Activity, { nullable: true, description: 'The row as it is now; null when nothing was changed.' })
  activity?: Activity | null;
}
