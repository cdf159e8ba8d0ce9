import { Field, ID, InputType, Int } from 'type-graphql';
import { permitFor, type ProgrammeAction } from '../access/policy.js';
import type { Context } from '../context/context.js';
import type { Idea } from '../ideas/idea.js';
import { permit } from '../ideas/idea-policy.js';
import { loadInside } from '../ideas/load-inside.js';
import { Application } from './application.js';
import { ApplicationPayload } from './application-payload.js';

/** Which application a change is about. */
@InputType()
export abstract class ApplicationInput {
  @Field(() => ID, { description: 'The TypeID of the application.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the change builds on; if the application has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;
}

/** Changes an application on behalf of whoever leads its idea, and may do such things at all. */
export function changeApplication(
  context: Context,
  input: ApplicationInput,
  work: (application: Application) => void,
  action?: ProgrammeAction,
): Promise<ApplicationPayload> {
  return context.change(ApplicationPayload, async em => {
    const may = (idea: Idea) => {
      permit(context.viewer, 'MANAGE_APPLICATIONS', idea.standing());
      if (action) permitFor(context.viewer, action);
    };
    const inside = { populate: ['call'], permit: may };
    const { found: application, idea } = await loadInside(context, em, Application, input, inside);
    work(application);
    return { application, idea };
  });
}
