import { Arg, Field, FieldResolver, Float, Int, ObjectType, Resolver } from 'type-graphql';
import { insideIdea } from '../../access/visibility.js';
import { badInput } from '../../reading/bad-input.js';
import { SqlResult, NeedsSql } from '../../reading/sql-fields.js';
import type { FieldSql } from '../../reading/scope.js';
import { raw, sql } from '../../reading/sql.js';
import { inTurns } from '../../shared/program/breath.js';
import { Currency, Decimal } from '../../shared/values/scalars.js';
import { forecasting } from './forecast.js';
import type { ForecastIdea, StepHistory } from './forecast-facts.js';
import { days, STEPS } from '../pipeline-sql.js';
import { Pipeline } from '../pipeline-types.js';

const QUANTILE = {
  p10: 'One in ten runs ends at or below this.',
  p50: 'Half of the runs end at or below this.',
  p90: 'Nine in ten runs end at or below this.',
};

@ObjectType('Quantiles', { description: 'How the runs of a forecast end: ends of single runs, never a mean.' })
export class QuantilesType {
  @Field(() => Float, { description: QUANTILE.p10 })
  p10!: number;

  @Field(() => Float, { description: QUANTILE.p50 })
  p50!: number;

  @Field(() => Float, { description: QUANTILE.p90 })
  p90!: number;
}

@ObjectType('FundingQuantiles', { description: 'The same for money in one currency.' })
export class FundingQuantilesType {
  @Field(() => Currency, { description: 'The ISO 4217 code of the currency.' })
  currency!: string;

  @Field(() => Decimal, { description: QUANTILE.p10 })
  p10!: string;

  @Field(() => Decimal, { description: QUANTILE.p50 })
  p50!: string;

  @Field(() => Decimal, { description: QUANTILE.p90 })
  p90!: string;
}

@ObjectType('ForecastAssumption', { description: 'A number that the forecast takes for given.' })
export class ForecastAssumptionType {
  @Field(() => String, {
    description:
      'What it is: HORIZON_YEARS, PRIOR_WEIGHT (how many observations a prior belief counts as), PROJECTS_TODAY, IDEAS_ON_THE_WAY, ADVANCE_RATE_ and MEDIAN_DAYS_ with each stage, GRANTED_SHARE (granted over requested).',
  })
  code!: string;

  @Field(() => Float, { description: 'The number.' })
  value!: number;

  @Field(() => Int, {
    description: 'How many observations it rests on, beside the prior belief; 0 is a plain assumption.',
  })
  basedOn!: number;
}

@ObjectType('PipelineForecast', {
  description:
    'What may become of the ideas that are ACTIVE at asOf, in five years. No new ideas are thought of. Simulated from how often and how fast ideas of this pipeline advanced before, with a stated prior where there is little history.',
})
export class PipelineForecast {
  @Field(() => Int, { description: 'The seed; with it and the same history the answer is the same.' })
  seed!: number;

  @Field(() => Int, { description: 'How many times the five years were played.' })
  runs!: number;

  @Field(() => [ForecastAssumptionType], { description: 'What it rests on.' })
  assumptions!: ForecastAssumptionType[];

  @Field(() => QuantilesType, {
    description: 'How many projects there will be in five years, those of today included.',
  })
  projectsWithinFiveYears!: QuantilesType;

  @Field(() => [FundingQuantilesType], {
    description:
      'What those projects have been or will be granted, by currency. Only amounts of ideas that the viewer is inside are known to it.',
  })
  granted!: FundingQuantilesType[];
}

/** Ideas that are alike are told once, with their number. */
interface ForecastFacts {
  readonly ideas: readonly (ForecastIdea & { readonly count: number })[];
  readonly history: readonly StepHistory[];
  readonly grantedShares: readonly number[];
}

const FACTS: FieldSql = scope => {
  const runs = scope.args.runs ?? RUNS.usual;
  if (runs < RUNS.least || runs > RUNS.most)
    throw badInput(`runs must be at least ${RUNS.least} and at most ${RUNS.most}.`);
  const inside = insideIdea(raw('counted.id'), scope.viewer);
  const seen = sql`join funding_call target on target.id = applied.call_id and ${scope.visible('FundingCall', raw('target'))}`;
  return sql`json_build_object(
    'ideas', (select coalesce(json_agg(alike), '[]') from (
      select counted.stage, ${days(raw('counted.entered_stage_at'))} as "daysInStage", coalesce(asks.amounts, '[]') as amounts, count(*) as count
      from counted left join (
        select applied.idea_id, jsonb_agg(jsonb_build_object('amount', (money).amount::text, 'currency', (money).currency) order by applied.id) as amounts
        from application applied join counted on counted.id = applied.idea_id and counted.state = 'ACTIVE' and ${inside} ${seen}
        cross join lateral (select case when counted.stage = 'PROJECT' then applied.granted_amount else applied.requested_amount end as amount,
          case when counted.stage = 'PROJECT' then applied.granted_currency else applied.requested_currency end as currency) money
        where applied.status not in ('WITHDRAWN', 'REJECTED') and money.amount is not null group by applied.idea_id) asks on asks.idea_id = counted.id
      where counted.state = 'ACTIVE' group by 1, 2, 3 order by 1, 2, 3) alike),
    'history', (select json_agg(json_build_object('from', step.stage,
        'advanced', (select coalesce(sum(paced.count), 0) from paced where paced."from" = step.stage and paced."to" = step.next),
        'ended', (select coalesce(sum(paced.count), 0) from paced where paced."from" = step.stage and paced."to" <> step.next)
          + (select coalesce(sum(standing.count), 0) from standing where standing.stage = step.stage and standing.state in ('COMPLETED', 'DISCONTINUED')),
        'days', (select coalesce(json_agg(paced.days order by paced.days), '[]') from paced cross join lateral generate_series(1, paced.count)
          where paced."from" = step.stage and paced."to" = step.next)) order by step.place)
      from ${STEPS}),
    'grantedShares', (select coalesce(json_agg(share order by share), '[]') from (
      select (applied.granted_amount / applied.requested_amount)::float8 as share
      from application applied join counted on counted.id = applied.idea_id ${seen}
      where applied.status = 'GRANTED' and applied.granted_currency = applied.requested_currency and applied.requested_amount > 0 and ${inside}) shares))`;
};

const RUNS = { least: 100, most: 100_000, usual: 10_000 } as const;

/** The same whenever it is asked, unless the caller chooses another. */
const USUAL_SEED = 1;

@Resolver(() => Pipeline)
export class PipelineForecastResolver {
  @FieldResolver(() => PipelineForecast, {
    description: 'What may become of the pipeline in the five years after asOf.',
  })
  @NeedsSql(FACTS)
  async forecast(
    @Arg('runs', () => Int, {
      nullable: true,
      defaultValue: RUNS.usual,
      description: 'How many times to play the five years, 100 to 100,000: more make the answer finer.',
    })
    runs: number | null,
    @Arg('seed', () => Int, {
      nullable: true,
      description: 'Any number; another one plays another chance. 1 when left out.',
    })
    seed: number | null,
    @SqlResult() { ideas, history, grantedShares }: ForecastFacts,
  ): Promise<PipelineForecast> {
    const each = ideas.flatMap(idea => Array.from({ length: idea.count }, (): ForecastIdea => idea));
    const { assumptions, granted, ...ends } = await inTurns(
      forecasting({ ideas: each, history, grantedShares }, { seed: seed ?? USUAL_SEED, runs: runs ?? RUNS.usual }),
    );
    return { ...ends, assumptions: [...assumptions], granted: [...granted] };
  }
}
