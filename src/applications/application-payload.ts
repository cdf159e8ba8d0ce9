import { Field, ObjectType } from 'type-graphql';
import { Idea } from '../ideas/idea.js';
import { MutationPayload } from '../shared/user-error.js';
import { Application } from './application.js';

@ObjectType('ApplicationPayload', {
  implements: MutationPayload,
  description: 'The application and its idea after the change.',
})
export class ApplicationPayload extends MutationPayload {
  @Field(() => Application, {
    nullable: true,
    description: 'The application as it is now; null when nothing was changed.',
  })
  application?: Application | null;

  @Field(() => Idea, { nullable: true, description: 'Its idea as it is now; null when nothing was changed.' })
  idea?: Idea | null;
}
