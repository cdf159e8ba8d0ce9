import { Arg, Int, Resolver, Subscription } from 'type-graphql';
import { following, Occurred, SINCE, within } from '../activity/following.js';
import { inFocusAreas } from '../focus-areas/in-focus-area.js';
import type { Scope } from '../reading/scope.js';
import { all, raw, sql, type Sql } from '../reading/sql.js';
import { FundingCall } from './funding-call.js';

/** A call is published by being published, or by being created as public from the start. */
const PUBLISHED = raw(`(entry.kind = 'CALL_PUBLISHED' or (entry.kind = 'CALL_CREATED' and exists (
  select from jsonb_array_elements(entry.changes) change where change ->> 'field' = 'publishedAt' and change ->> 'after' is not null)))`);

function occurrences(scope: Scope): Sql {
  const row = scope.rowOf('FundingCall');
  const alias = row.alias;
  const wanted = all([
    row.visible,
    within(raw('entry')),
    PUBLISHED,
    scope.args.focusAreas != null &&
      inFocusAreas(
        'funding_call_focus_area',
        'funding_call_id',
        sql`${alias}.id`,
        scope.arg(args => args.focusAreas),
      ),
  ]);
  return sql`(select coalesce(json_agg(json_build_object('sequence', entry.sequence, 'value', ${scope.on(row).object()})
    order by entry.sequence), '[]') from activity entry join ${row.table} on ${alias}.id = entry.subject_id where ${wanted})`;
}

@Resolver()
export class FundingCallPublishedResolver {
  @Subscription(() => FundingCall, {
    description: 'Each funding call when it becomes public, typed in or imported.',
    subscribe: following(occurrences),
  })
  fundingCallPublished(
    @Occurred() call: FundingCall,
    @Arg('focusAreas', () => [String], {
      nullable: true,
      description: 'Only calls that belong to one of these focus areas, by code; a parent stands for its children too.',
    })
    _focusAreas: string[] | null,
    @Arg('sinceSequence', () => Int, SINCE) _sinceSequence: number | null,
  ): FundingCall {
    return call;
  }
}
