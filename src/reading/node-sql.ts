import type { IdPrefix } from '../shared/ids.js';
import type { Scope } from './scope.js';
import { join, literal, sql, type Sql } from './sql.js';

/** The entities that `Node` can be, by the prefix of their ids. */
export const NODES: Readonly<Partial<Record<IdPrefix, string>>> = {
  idea: 'Idea',
  partner: 'Partner',
  focus: 'FocusArea',
  membership: 'Membership',
  call: 'FundingCall',
  application: 'Application',
  project: 'Project',
  milestone: 'Milestone',
  outcome: 'Outcome',
  indicator: 'Indicator',
  activity: 'Activity',
  key: 'ApiKey',
  webhook: 'Webhook',
  delivery: 'WebhookDelivery',
};

/** Whatever an id names, as far as the selection asks of its type and the viewer may see it; else null. */
export function nodeOf(scope: Scope, id: Sql): Sql {
  const cases = Object.entries(NODES).map(
    ([prefix, entity]) =>
      sql`when ${literal(prefix)} then ${scope.one(entity, alias => sql`${alias}.id = ${id}`, { typed: true })}`,
  );
  return sql`case split_part(${id}, '_', 1) ${join(cases, ' ')} end`;
}
