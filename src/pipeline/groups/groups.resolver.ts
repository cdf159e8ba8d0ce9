import { Arg, Float, Int, Resolver } from 'type-graphql';
import { insideIdea } from '../../access/visibility.js';
import { Stage } from '../../ideas/stages.js';
import { badInput } from '../../reading/bad-input.js';
import { PAGE_MAX } from '../../reading/connections/page.js';
import type { FieldSql } from '../../reading/scope.js';
import { SqlField } from '../../reading/sql-fields.js';
import { join, literal, raw, sql } from '../../reading/sql.js';
import { wordsOf } from '../../shared/described-enum.js';
import { Money } from '../../shared/money.js';
import { LocaleArg } from '../../shared/text/localized-field.js';
import { days } from '../pipeline-sql.js';
import { Pipeline, StageCount } from '../pipeline-types.js';
import { PipelineGroup, PipelineGrouping } from './group-types.js';
import { GROUPINGS } from './groupings.js';

const FIRST = 50;
const STAGE_COUNTS = wordsOf(Stage).map((stage, place) => ({ stage, column: raw(`stage_${place}`) }));

/** The groups as `grouped`. What is not asked for of them, money or outcomes, costs nothing. */
const GROUPS: FieldSql = scope => {
  const size = scope.args.first ?? FIRST;
  if (size < 0 || size > PAGE_MAX) throw badInput(`first must be at least 0 and at most ${PAGE_MAX}.`);
  const { belongs, known, callColumn } = GROUPINGS[scope.args.by as PipelineGrouping](scope);
  const counts = STAGE_COUNTS.map(
    ({ stage, column }) => sql`count(*) filter (where counted.stage = ${literal(stage)}) as ${column}`,
  );
  const order = raw('grouped.place, grouped.count desc, grouped.key collate "C"');
  return sql`(with belongs as materialized (select pairs.key collate "C" as key, pairs.id from (${belongs}) pairs), known as (${known}),
    delivered as materialized (select belongs.key, count(*) as count from belongs join project planned on planned.idea_id = belongs.id
      join outcome own on own.project_id = planned.id where own.status = 'DELIVERED' and own.dropped_at is null group by 1),
    told as materialized (select applied.idea_id, target.funder, target.programme, amounts.* from counted join application applied on applied.idea_id = counted.id
      join funding_call target on target.id = applied.call_id and ${scope.visible('FundingCall', raw('target'))}
      cross join lateral (values (applied.requested_currency, applied.requested_amount, null), (applied.granted_currency, null, applied.granted_amount))
        as amounts(currency, requested, granted)
      where applied.status <> 'WITHDRAWN' and amounts.currency is not null and ${insideIdea(raw('counted.id'), scope.viewer)}),
    money as materialized (select belongs.key, told.currency, sum(told.requested) as requested, sum(told.granted) as granted
      from belongs join told on told.idea_id = belongs.id ${callColumn ? raw(`and told.${callColumn} = belongs.key`) : raw('')} group by 1, 2),
    grouped as materialized (select * from (
      select known.*, coalesce(those.count, 0) as count, those.median, ${join(
        STAGE_COUNTS.map(({ column }) => sql`coalesce(those.${column}, 0) as ${column}`),
        ', ',
      )}
      from known left join (select belongs.key, count(*) as count, ${join(counts, ', ')},
          percentile_cont(0.5) within group (order by ${days(raw('counted.entered_stage_at'))}) filter (where counted.state in ('ACTIVE', 'PAUSED')) as median
        from belongs join counted on counted.id = belongs.id group by 1) those on those.key = known.key
      where known.shown or those.count > 0) grouped order by ${order} limit ${raw(size)})
    select coalesce(json_agg(${scope.on({ alias: raw('grouped'), properties: {} }).object()} order by ${order}), '[]') from grouped)`;
};

@Resolver(() => Pipeline)
export class PipelineGroupsResolver {
  @SqlField(
    () => [PipelineGroup],
    {
      description:
        'The ideas in groups, each seen as far as the viewer may. Groups without ideas are among them where the list is known: enums, focus areas, years from the first to the last.',
    },
    GROUPS,
  )
  groups(
    @Arg('by', () => PipelineGrouping, { description: 'What they have in common.' }) _by: PipelineGrouping,
    @Arg('first', () => Int, { nullable: true, defaultValue: FIRST, description: 'How many groups at most, 0 to 100.' })
    _first: number | null,
  ): void {}
}

const money = (column: 'requested' | 'granted') => {
  const amount = raw(`money.${column}`);
  const one = sql`json_build_object('amount', ${amount}::text, 'currency', money.currency)`;
  return sql`(select coalesce(json_agg(${one} order by money.currency), '[]') from money where money.key = grouped.key and ${amount} is not null)`;
};

@Resolver(() => PipelineGroup)
export class PipelineGroupResolver {
  @SqlField(
    () => String,
    { description: 'What names the group: an id, a code, a word of an enum, a name or a year, as the grouping says.' },
    () => raw('grouped.key'),
  )
  key!: string;

  @SqlField(() => String, { description: 'What people call the group.' }, ({ locale }) =>
    locale === 'EN'
      ? raw('coalesce(grouped.name_en, grouped.name_sv)')
      : raw('coalesce(grouped.name_sv, grouped.name_en)'),
  )
  name(@LocaleArg() _locale: string | null): void {}

  @SqlField(() => Int, { description: 'How many ideas, in whatever stage and state.' }, () => raw('grouped.count'))
  count!: number;

  @SqlField(() => [StageCount], { description: 'Always the four stages, in path order.' }, () => {
    const counts = STAGE_COUNTS.map(
      ({ stage, column }) => sql`json_build_object('stage', ${literal(stage)}, 'count', grouped.${column})`,
    );
    return sql`json_build_array(${join(counts, ', ')})`;
  })
  stages!: StageCount[];

  @SqlField(
    () => Float,
    {
      nullable: true,
      description:
        'The median of the whole days since they entered their stage, of those that are ACTIVE or PAUSED; null when there are none.',
    },
    () => raw('grouped.median'),
  )
  medianDaysInStage!: number | null;

  @SqlField(
    () => [Money],
    {
      description:
        'What their applications ask for, those WITHDRAWN left out, by currency in alphabetical order. Only ideas that the viewer is inside count: it is empty for anonymous.',
    },
    () => money('requested'),
  )
  requested!: Money[];

  @SqlField(() => [Money], { description: 'What they have been granted, likewise.' }, () => money('granted'))
  granted!: Money[];

  @SqlField(() => Int, { description: 'How many outcomes they have delivered; dropped ones are left out.' }, () =>
    raw('coalesce((select delivered.count from delivered where delivered.key = grouped.key), 0)'),
  )
  outcomesDelivered!: number;
}
