import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../shared/user-error.js';
import { Idea } from './idea.js';

@ObjectType('IdeaPayload', { implements: MutationPayload, description: 'The idea after the change.' })
export class IdeaPayload extends MutationPayload {
  @Field(() => Idea, {
    nullable: true,
    description: 'The idea as it is now; null when nothing was changed, or when the viewer may no longer see it.',
  })
  idea?: Idea | null;
}
