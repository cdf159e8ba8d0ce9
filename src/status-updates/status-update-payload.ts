import { Field, ObjectType } from 'type-graphql';
import { Idea } from '../ideas/idea.js';
import { MutationPayload } from '../shared/user-error.js';
import { StatusUpdate } from './status-update.js';

@ObjectType('StatusUpdatePayload', {
  implements: MutationPayload,
  description: 'The status update and its idea after the change.',
})
export class StatusUpdatePayload extends MutationPayload {
  @Field(() => StatusUpdate, { nullable: true, description: 'The status update; null when nothing was changed.' })
  statusUpdate?: StatusUpdate | null;

  @Field(() => Idea, { nullable: true, description: 'Its idea as it is now; null when nothing was changed.' })
  idea?: Idea | null;
}
