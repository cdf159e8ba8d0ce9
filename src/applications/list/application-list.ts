import { ofSuchIdeas } from '../../ideas/list/of-partners.js';
import type { List, Order } from '../../reading/connections/connection.js';
import type { Scope } from '../../reading/scope.js';
import { ago, ahead, all, NOW, raw, sql, type Sql } from '../../reading/sql.js';
import { describedEnum } from '../../shared/described-enum.js';

export const ApplicationOrderField = describedEnum(
  'ApplicationOrderField',
  'What applications are ordered by. Applications that have no such value come last.',
  {
    DEADLINE: 'The deadline it aims at.',
    SUBMITTED_AT: 'When it was submitted.',
    DECIDED_AT: 'When the funder decided.',
    CREATED_AT: 'When it was started.',
  },
);
export type ApplicationOrderField = keyof typeof ApplicationOrderField;

export const APPLICATION_LIST: List = {
  entity: 'Application',
  where: applicationFilter,
  order: applicationOrder,
};

function applicationFilter(application: Sql, scope: Scope): Sql {
  const filter = scope.args.filter ?? {};
  const value = (name: string) => scope.arg(args => args.filter[name]);
  const given = (name: string) => filter[name] != null;
  const deadline = sql`${application}.deadline`;
  return all([
    given('statuses') && sql`${application}.status = any(${value('statuses')}::text[])`,
    given('ideas') && sql`${application}.idea_id = any(${value('ideas')}::text[])`,
    given('fundingCalls') && sql`${application}.call_id = any(${value('fundingCalls')}::text[])`,
    given('deadlineWithin') && sql`${deadline} >= ${NOW} and ${deadline} <= ${ahead(value('deadlineWithin'))}`,
    given('decidedWithin') && sql`${application}.decided_at >= ${ago(value('decidedWithin'))}`,
    ...ofSuchIdeas(sql`${application}.idea_id`, scope),
  ]);
}

function applicationOrder(application: Sql, scope: Scope): Order {
  const { field, direction } = scope.args.orderBy ?? { field: 'CREATED_AT', direction: 'DESC' };
  const never = raw(direction === 'ASC' ? "'infinity'" : "'-infinity'");
  const orNever = (column: string) => sql`coalesce(${application}.${raw(column)}, ${never}::timestamptz)`;
  const keys: Record<ApplicationOrderField, Sql> = {
    DEADLINE: orNever('deadline'),
    SUBMITTED_AT: orNever('submitted_at'),
    DECIDED_AT: orNever('decided_at'),
    CREATED_AT: sql`${application}.created_at`,
  };
  const key = keys[field as ApplicationOrderField];
  return { name: `application ${field} ${direction}`, key, type: 'timestamptz', direction };
}
