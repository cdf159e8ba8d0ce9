import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { permit } from '../ideas/idea-policy.js';
import type { Context } from '../context/context.js';
import { EnvironmentalObjective } from '../ideas/classification.js';
import { Idea } from '../ideas/idea.js';
import { LocalizedText } from '../shared/text/localized-text.js';
import { Money } from '../shared/money.js';
import { DateOnly, Decimal } from '../shared/values/scalars.js';
import { OutcomeKind } from './plan/outcome-words.js';
import { Project } from './project.js';
import { ProjectPayload } from './project-payload.js';

const ID_OF = (part: string) =>
  `The TypeID of this ${part} of the plan as it stands, when the plan is made anew: it stays the same ${part}, and only what is said otherwise is changed. Left out, it is a new one, unless the plan has one that says the same.`;

@InputType('MilestoneInput', { description: 'A milestone of a plan.' })
export class MilestoneInput {
  @Field(() => ID, { nullable: true, description: ID_OF('milestone') })
  id?: string | null;

  @Field(() => LocalizedText, { description: 'What shall have been reached, at most 300 characters.' })
  title!: LocalizedText;

  @Field(() => DateOnly, { description: "The day it is due; the gate asks that it lies within the project's dates." })
  dueOn!: string;
}

@InputType('OutcomeInput', { description: 'An outcome of a plan.' })
export class OutcomeInput {
  @Field(() => ID, { nullable: true, description: ID_OF('outcome') })
  id?: string | null;

  @Field(() => OutcomeKind, { description: 'What kind of outcome it is.' })
  kind!: OutcomeKind;

  @Field(() => LocalizedText, { description: 'What it is, at most 300 characters.' })
  title!: LocalizedText;

  @Field(() => [EnvironmentalObjective], { nullable: true, description: 'The environmental objectives it serves.' })
  environmentalObjectives?: EnvironmentalObjective[] | null;
}

@InputType('IndicatorInput', { description: 'Something that the project will measure.' })
export class IndicatorInput {
  @Field(() => ID, { nullable: true, description: ID_OF('indicator') })
  id?: string | null;

  @Field(() => String, { description: 'The code, unique in the project: "RCO 10".' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What is measured, at most 300 characters.' })
  name!: LocalizedText;

  @Field(() => String, { description: 'The unit of its values.' })
  unit!: string;

  @Field(() => Decimal, { nullable: true, description: 'The value before the project.' })
  baseline?: string | null;

  @Field(() => Decimal, { description: 'The value to reach.' })
  target!: string;
}

@InputType('PlanProjectInput', { description: 'The plan of a 5–10 year project.' })
export class PlanProjectInput {
  @Field(() => ID, { description: 'The TypeID of the idea.' })
  ideaId!: string;

  @Field(() => DateOnly, { description: 'The first day.' })
  startsOn!: string;

  @Field(() => DateOnly, { description: 'The last day, itself included.' })
  endsOn!: string;

  @Field(() => Money, { description: 'The whole budget. Whoever sees the idea sees it.' })
  budget!: Money;

  @Field(() => [MilestoneInput], { description: 'Its milestones; the gate asks for at least one.' })
  milestones!: MilestoneInput[];

  @Field(() => [OutcomeInput], { description: 'Its outcomes; the gate asks for at least one.' })
  outcomes!: OutcomeInput[];

  @Field(() => [IndicatorInput], { nullable: true, description: 'What it will measure.' })
  indicators?: IndicatorInput[] | null;
}

@Resolver()
export class PlanProjectResolver {
  @Mutation(() => ProjectPayload, {
    description:
      "Plans an idea's project; until the idea has become a project, planning again says the whole plan anew: parts given with their ids stay, those without are added, those left out go. For the idea's owner, its coordinator and administrators.",
  })
  planProject(
    @Arg('input', () => PlanProjectInput, { description: 'The plan.' }) input: PlanProjectInput,
    @Ctx() context: Context,
  ) {
    return context.change(ProjectPayload, async em => {
      const relations = ['memberships', 'project.milestones', 'project.outcomes', 'project.indicators.measurements'];
      const idea = await context.load(em, Idea, { id: input.ideaId }, { populate: relations, path: ['ideaId'] });
      permit(context.viewer, 'MANAGE_PROJECT', idea.standing());
      // One indicator may take the code of another that gives it up.
      await (em as SqlEntityManager).execute('set constraints indicator_code_per_project deferred');
      const project = Project.plan(idea, { ...input, indicators: input.indicators ?? [] });
      em.persist(project);
      return { project, idea };
    });
  }
}
