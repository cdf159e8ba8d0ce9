import { Field, Int, ObjectType, Resolver } from 'type-graphql';
import { insideIdea } from '../access/visibility.js';
import { SqlField } from '../reading/sql-fields.js';
import type { FieldSql } from '../reading/scope.js';
import { raw, sql } from '../reading/sql.js';
import { Currency, Decimal } from '../shared/values/scalars.js';
import { Pipeline } from './pipeline-types.js';

@ObjectType('FundingSummary', {
  description: 'What applications ask for and have been granted in one currency. Those WITHDRAWN are left out.',
})
export class FundingSummary {
  @Field(() => Currency, { description: 'The ISO 4217 code of the currency.' })
  currency!: string;

  @Field(() => Decimal, {
    description: 'The sum that the applications ask for, drafts and rejected ones too, with two decimals.',
  })
  requested!: string;

  @Field(() => Decimal, { description: "The sum of the applicants' own shares." })
  coFinancing!: string;

  @Field(() => Decimal, { description: 'The sum granted.' })
  granted!: string;

  @Field(() => Int, { description: 'How many applications tell an amount in the currency.' })
  applications!: number;
}

const sum = (column: string) =>
  `coalesce(sum(alike.${column}) filter (where alike.${column}_currency = money.currency), 0.00)::text`;

/** Applications are summed by the three currencies they tell first, and only then, few as those are, by each currency. */
const FUNDING: FieldSql = scope => {
  const inside = insideIdea(raw('applied.idea_id'), scope.viewer);
  return sql`(select coalesce(json_agg(json_build_object('currency', those.currency, 'requested', those.requested,
      'coFinancing', those.co_financing, 'granted', those.granted, 'applications', those.applications) order by those.currency), '[]')
    from (select money.currency, ${raw(sum('requested'))} as requested, ${raw(sum('co_financing'))} as co_financing,
        ${raw(sum('granted'))} as granted, sum(alike.applications) as applications
      from (select applied.requested_currency, applied.co_financing_currency, applied.granted_currency, count(*) as applications,
          sum(applied.requested_amount) as requested, sum(applied.co_financing_amount) as co_financing, sum(applied.granted_amount) as granted
        from applied join funding_call target on target.id = applied.call_id and ${scope.visible('FundingCall', raw('target'))}
        where applied.status <> 'WITHDRAWN' and ${inside} group by 1, 2, 3) alike
      cross join lateral (select distinct currency
        from unnest(array[alike.requested_currency, alike.co_financing_currency, alike.granted_currency]) currency where currency is not null) money
      group by money.currency) those)`;
};

@Resolver(() => Pipeline)
export class PipelineFundingResolver {
  @SqlField(
    () => [FundingSummary],
    {
      description:
        'Money by currency, in alphabetical order. Only ideas that the viewer is inside count: it is empty for anonymous.',
    },
    FUNDING,
  )
  funding!: FundingSummary[];
}
