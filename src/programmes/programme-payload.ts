import { Field, ObjectType } from 'type-graphql';
import { MutationPayload } from '../shared/user-error.js';
import { Programme } from './programme.js';

@ObjectType('ProgrammePayload', { implements: MutationPayload, description: 'The programme after the change.' })
export class ProgrammePayload extends MutationPayload {
  @Field(() => Programme, {
    nullable: true,
    description: 'The programme as it is now; null when nothing was changed.',
  })
  programme?: Programme | null;
}
