import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../shared/user-error.js';
import { FocusArea } from './focus-area.js';

@ObjectType('FocusAreaPayload', { implements: MutationPayload, description: 'The focus area after the change.' })
export class FocusAreaPayload extends MutationPayload {
  @Field(() => FocusArea, {
    nullable: true,
    description: 'The focus area as it is now; null when nothing was changed.',
  })
  focusArea?: FocusArea | null;
}
