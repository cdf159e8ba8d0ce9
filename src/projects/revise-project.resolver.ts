import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context/context.js';
import { EnvironmentalObjective } from '../ideas/classification.js';
import type { Idea } from '../ideas/idea.js';
import { permit } from '../ideas/idea-policy.js';
import { loadInside } from '../ideas/load-inside.js';
import { Money } from '../shared/money.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { DateOnly, Decimal } from '../shared/values/scalars.js';
import { OutcomeKind } from './plan/outcome-words.js';
import { yearsOf } from './duration.js';
import { Project } from './project.js';
import { ProjectPayload } from './project-payload.js';

const ID_OF = (part: string) => `The TypeID of the ${part} that is changed; without it, it is a new one.`;
const DROP =
  'True drops it: it stays visible, and counts no longer as planned. False takes it back. Not for what is completed or delivered.';

@InputType('MilestoneChangeInput', { description: 'What an amendment says of a milestone. What is left out stays.' })
export class MilestoneChangeInput {
  @Field(() => ID, { nullable: true, description: ID_OF('milestone') })
  id?: string | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What shall have been reached, at most 300 characters; needed for a new one.',
  })
  title?: LocalizedText | null;

  @Field(() => DateOnly, {
    nullable: true,
    description: "The day it is due, within the project's dates after the amendment; needed for a new one.",
  })
  dueOn?: string | null;

  @Field(() => DateOnly, {
    nullable: true,
    description: 'Null opens a milestone again that was completed by mistake; a day corrects when it was completed.',
  })
  completedOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: DROP })
  drop?: boolean | null;
}

@InputType('OutcomeChangeInput', { description: 'What an amendment says of an outcome. What is left out stays.' })
export class OutcomeChangeInput {
  @Field(() => ID, { nullable: true, description: ID_OF('outcome') })
  id?: string | null;

  @Field(() => OutcomeKind, { nullable: true, description: 'What kind of outcome it is; needed for a new one.' })
  kind?: OutcomeKind | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What it is, at most 300 characters; needed for a new one.',
  })
  title?: LocalizedText | null;

  @Field(() => [EnvironmentalObjective], {
    nullable: true,
    description: 'The environmental objectives it serves, all of them; empty or null for none.',
  })
  environmentalObjectives?: EnvironmentalObjective[] | null;

  @Field(() => Boolean, { nullable: true, description: DROP })
  drop?: boolean | null;
}

@InputType('IndicatorChangeInput', { description: 'What an amendment says of an indicator. What is left out stays.' })
export class IndicatorChangeInput {
  @Field(() => ID, { nullable: true, description: ID_OF('indicator') })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'The code, unique in the project; needed for a new one.' })
  code?: string | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What is measured, at most 300 characters; needed for a new one.',
  })
  name?: LocalizedText | null;

  @Field(() => String, { nullable: true, description: 'The unit of its values; needed for a new one.' })
  unit?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The value before the project; null for unknown.' })
  baseline?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The value to reach; needed for a new one.' })
  target?: string | null;

  @Field(() => Boolean, { nullable: true, description: DROP })
  drop?: boolean | null;
}

@InputType('ReviseProjectInput', {
  description: 'An amendment of a project under way: one change of its plan, for one reason. What is left out stays.',
})
export class ReviseProjectInput {
  @Field(() => ID, { description: 'The TypeID of the project.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version the amendment builds on; if the project has moved on, the answer is CONFLICT.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { description: 'Why the plan is amended; at most 2,000 characters.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: "The reference number of the funder's decision on it (ändringsbeslut), where there is one.",
  })
  reference?: string | null;

  @Field(() => DateOnly, { nullable: true, description: 'The day the funder decided on it; not ahead.' })
  decidedOn?: string | null;

  @Field(() => DateOnly, { nullable: true, description: 'The first day.' })
  startsOn?: string | null;

  @Field(() => DateOnly, { nullable: true, description: 'The last day, itself included.' })
  endsOn?: string | null;

  @Field(() => Money, { nullable: true, description: 'The whole budget.' })
  budget?: Money | null;

  @Field(() => [MilestoneChangeInput], { nullable: true, description: 'The milestones that change, and new ones.' })
  milestones?: MilestoneChangeInput[] | null;

  @Field(() => [OutcomeChangeInput], { nullable: true, description: 'The outcomes that change, and new ones.' })
  outcomes?: OutcomeChangeInput[] | null;

  @Field(() => [IndicatorChangeInput], { nullable: true, description: 'The indicators that change, and new ones.' })
  indicators?: IndicatorChangeInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Lets the dates last shorter or longer than the programme's projects do. Administrators only.",
  })
  waiveDuration?: boolean | null;
}

const PLAN = ['idea.programme', 'milestones', 'outcomes', 'indicators'];

@Resolver()
export class ReviseProjectResolver {
  @Mutation(() => ProjectPayload, {
    description:
      "Amends the plan of a project under way (ändring): dates, budget, milestones, outcomes and indicators in one change for one reason, with the funder's decision where there is one. What it was before stays in its revisions, and the plan it began with in its baseline. For the idea's owner, its coordinator and administrators.",
  })
  reviseProject(
    @Arg('input', () => ReviseProjectInput, { description: 'The amendment.' }) input: ReviseProjectInput,
    @Ctx() context: Context,
  ) {
    return context.change(ProjectPayload, async em => {
      const may = (idea: Idea) => {
        permit(context.viewer, 'MANAGE_PROJECT', idea.standing());
        if (input.waiveDuration) permit(context.viewer, 'WAIVE_GATE', idea.standing());
      };
      const inside = { populate: PLAN, permit: may };
      const { found: project, idea } = await loadInside(context, em, Project, input, inside);
      // One indicator may take the code of another that gives it up.
      await (em as SqlEntityManager).execute('set constraints indicator_code_per_project deferred');
      project.revise(input, yearsOf(idea.programme.unwrap().gatePolicy));
      return { project, idea };
    });
  }
}
