import { Int, Resolver } from 'type-graphql';
import { ApplicationStatus } from '../../applications/application-status.js';
import { isOverdue, isPlanned } from '../../projects/list/milestones-sql.js';
import { OutcomeKind, OutcomeStatus } from '../../projects/plan/outcome-words.js';
import type { FieldSql } from '../../reading/scope.js';
import { SqlField } from '../../reading/sql-fields.js';
import { raw, sql } from '../../reading/sql.js';
import { wordsOf } from '../../shared/described-enum.js';
import { LocaleArg } from '../../shared/text/localized-field.js';
import { Decimal } from '../../shared/values/scalars.js';
import { days, inOrder } from '../pipeline-sql.js';
import { Pipeline } from '../pipeline-types.js';
import { INDICATOR_TOTALS } from './indicator-totals.js';
import {
  ApplicationSummary,
  IndicatorTotal,
  MilestoneSummary,
  OutcomeCount,
  ProgrammeResults,
} from './results-types.js';

const OUTCOMES: FieldSql = () => sql`(select json_agg(json_build_object('kind', kinds.word, 'status', statuses.word,
    'count', coalesce(those.count, 0)) order by kinds.place, statuses.place)
  from ${inOrder(wordsOf(OutcomeKind), 'kinds')} cross join ${inOrder(wordsOf(OutcomeStatus), 'statuses')} left join (
    select own.kind, own.status, count(*) as count from planned
    join outcome own on own.project_id = planned.id where own.dropped_at is null group by 1, 2
  ) those on those.kind = kinds.word and those.status = statuses.word)`;

const own = raw('own');
const MILESTONES: FieldSql = () => sql`(select json_build_object('planned', count(*) filter (where ${isPlanned(own)}),
    'completed', count(*) filter (where ${isPlanned(own)} and own.completed_on is not null),
    'overdue', count(*) filter (where ${isOverdue(own)}), 'dropped', count(*) filter (where not ${isPlanned(own)}),
    'medianSlipDays', percentile_cont(0.5) within group (order by own.due_on - coalesce(own.first_due_on, own.due_on)) filter (where ${isPlanned(own)}))
  from planned join milestone own on own.project_id = planned.id)`;

const APPLICATIONS: FieldSql = scope => sql`(with seen as materialized (
    select applied.status, applied.submitted_at, applied.decided_at from applied
    join funding_call target on target.id = applied.call_id and ${scope.visible('FundingCall', raw('target'))}),
  decided as (select * from seen where status in ('GRANTED', 'REJECTED'))
  select json_build_object(
    'byStatus', (select json_agg(json_build_object('status', statuses.word, 'count', coalesce(those.count, 0)) order by statuses.place)
      from ${inOrder(wordsOf(ApplicationStatus), 'statuses')}
      left join (select status, count(*) as count from seen group by 1) those on those.status = statuses.word),
    'decided', count(*), 'granted', count(*) filter (where status = 'GRANTED'),
    'successRate', count(*) filter (where status = 'GRANTED')::float8 / nullif(count(*), 0),
    'medianDaysToDecision', percentile_cont(0.5) within group (order by ${days(raw('submitted_at'), raw('decided_at'))}))
  from decided)`;

@Resolver(() => Pipeline)
export class PipelineResultsResolver {
  @SqlField(
    () => ProgrammeResults,
    { description: 'What the ideas have brought about: outcomes, indicators, milestones and applications.' },
    scope => scope.object(),
  )
  results!: ProgrammeResults;
}

@Resolver(() => ProgrammeResults)
export class ProgrammeResultsResolver {
  @SqlField(
    () => [OutcomeCount],
    { description: 'Always every kind with every status, in the order of the enums, zeros included.' },
    OUTCOMES,
  )
  outcomes!: OutcomeCount[];

  @SqlField(
    () => [IndicatorTotal],
    { description: 'What is measured, by code and unit in Swedish alphabetical order; dropped ones are left out.' },
    INDICATOR_TOTALS,
  )
  indicators!: IndicatorTotal[];

  @SqlField(() => MilestoneSummary, { description: 'How the milestones stand.' }, MILESTONES)
  milestones!: MilestoneSummary;

  @SqlField(() => ApplicationSummary, { description: 'How the applications fare.' }, APPLICATIONS)
  applications!: ApplicationSummary;
}

const column =
  (name: string): FieldSql =>
  ({ row }) =>
    sql`${row.alias}.${raw(name)}`;

@Resolver(() => IndicatorTotal)
export class IndicatorTotalResolver {
  @SqlField(() => String, { description: 'The code, such as RCO 10.' }, column('code'))
  code!: string;

  @SqlField(() => String, { description: 'The unit of the values.' }, column('unit'))
  unit!: string;

  @SqlField(
    () => String,
    { description: 'What is measured, as the project says that planned it first.' },
    ({ row: { alias }, locale }) =>
      locale === 'EN'
        ? sql`coalesce(${alias}.name_en, ${alias}.name_sv)`
        : sql`coalesce(${alias}.name_sv, ${alias}.name_en)`,
  )
  name(@LocaleArg() _locale: string | null): void {}

  @SqlField(() => Int, { description: 'How many projects measure it, or will.' }, column('projects'))
  projects!: number;

  @SqlField(() => Int, { description: 'How many of them have measured it at least once.' }, column('measured'))
  measured!: number;

  @SqlField(
    () => Decimal,
    {
      nullable: true,
      description:
        'The sum of the values before the projects; null for percentages, and where one of them is unknown, since a part would be taken for the whole.',
    },
    column('baseline'),
  )
  baseline!: string | null;

  @SqlField(
    () => Decimal,
    { nullable: true, description: 'The sum of the values to reach; null for percentages.' },
    column('target'),
  )
  target!: string | null;

  @SqlField(
    () => Decimal,
    {
      nullable: true,
      description:
        'The sum of the newest measured values, of as many projects as `measured` says; null for percentages, and before the first.',
    },
    column('latest'),
  )
  latest!: string | null;
}
