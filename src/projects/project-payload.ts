import { Field, ObjectType } from 'type-graphql';
import { Idea } from '../ideas/idea.js';
import { MutationPayload } from '../shared/user-error.js';
import { Project } from './project.js';

@ObjectType('ProjectPayload', {
  implements: MutationPayload,
  description: 'The project and its idea after the change.',
})
export class ProjectPayload extends MutationPayload {
  @Field(() => Project, { nullable: true, description: 'The project as it is now; null when nothing was changed.' })
  project?: Project | null;

  @Field(() => Idea, { nullable: true, description: 'Its idea as it is now; null when nothing was changed.' })
  idea?: Idea | null;
}
