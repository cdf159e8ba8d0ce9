import { Field, ObjectType } from 'type-graphql';
import { Idea } from '../ideas/idea.js';
import { MutationPayload } from '../shared/user-error.js';
import { Link } from './link.js';

@ObjectType('LinkPayload', { implements: MutationPayload, description: 'The link and its idea after the change.' })
export class LinkPayload extends MutationPayload {
  @Field(() => Link, { nullable: true, description: 'The link as it is now; null when nothing was changed.' })
  link?: Link | null;

  @Field(() => Idea, { nullable: true, description: 'Its idea as it is now; null when nothing was changed.' })
  idea?: Idea | null;
}
