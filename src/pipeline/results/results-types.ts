import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ApplicationStatus } from '../../applications/application-status.js';
import { OutcomeKind, OutcomeStatus } from '../../projects/plan/outcome-words.js';

@ObjectType('ProgrammeResults', {
  description:
    'What the ideas of a pipeline have brought about. The plans of all of them count, whatever their stage and state; narrow the pipeline by stages and states for those under way.',
})
export class ProgrammeResults {}

@ObjectType('OutcomeCount', { description: 'How many outcomes of a kind have come so far.' })
export class OutcomeCount {
  @Field(() => OutcomeKind, { description: 'The kind.' })
  kind!: OutcomeKind;

  @Field(() => OutcomeStatus, { description: 'How far they have come.' })
  status!: OutcomeStatus;

  @Field(() => Int, { description: 'How many; dropped ones are left out.' })
  count!: number;
}

@ObjectType('IndicatorTotal', {
  description:
    'What projects measure under one code and in one unit, together. Sums of percentages (a unit with %, procent, percent or the like) would say nothing, and are null.',
})
export class IndicatorTotal {}

@ObjectType('MilestoneSummary', { description: 'How the milestones of all plans stand.' })
export class MilestoneSummary {
  @Field(() => Int, { description: 'How many are planned, completed ones included and dropped ones not.' })
  planned!: number;

  @Field(() => Int, { description: 'How many of the planned are completed.' })
  completed!: number;

  @Field(() => Int, { description: 'How many of the planned have passed their day in Sweden and are not completed.' })
  overdue!: number;

  @Field(() => Int, { description: 'How many amendments have dropped.' })
  dropped!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The median of the days that the planned have been moved since they were first due, negative when forward; null when none is planned.',
  })
  medianSlipDays?: number | null;
}

@ObjectType('ApplicationStatusCount', { description: 'The applications in one status.' })
export class ApplicationStatusCount {
  @Field(() => ApplicationStatus, { description: 'The status.' })
  status!: ApplicationStatus;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('ApplicationSummary', {
  description: 'How the applications fare, as far as the viewer may see their funding calls.',
})
export class ApplicationSummary {
  @Field(() => [ApplicationStatusCount], { description: 'Always every status, in the order of the enum.' })
  byStatus!: ApplicationStatusCount[];

  @Field(() => Int, { description: 'How many the funders have decided: GRANTED or REJECTED.' })
  decided!: number;

  @Field(() => Int, { description: 'How many of those were granted.' })
  granted!: number;

  @Field(() => Float, { nullable: true, description: 'Granted over decided, 0 to 1; null when none is decided.' })
  successRate?: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The median of the whole days from the submission, in two stages the newest, to the decision; null when none is decided.',
  })
  medianDaysToDecision?: number | null;
}
