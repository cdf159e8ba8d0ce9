import type { List, Order } from '../../reading/connections/connection.js';
import type { Scope } from '../../reading/scope.js';
import { BY_RELEVANCE } from '../../reading/search/search-text.js';
import { relevance, searchAmong } from '../../reading/search/search.js';
import { all, raw, sql, type Sql } from '../../reading/sql.js';
import { describedEnum } from '../../shared/described-enum.js';
import { ideaFilter, nextDeadline } from './idea-filter.js';

export const IdeaOrderField = describedEnum(
  'IdeaOrderField',
  'What ideas are ordered by. Ideas that have no such value come last.',
  {
    CODE: 'The number in the code.',
    TITLE: 'The Swedish title, in Swedish alphabetical order.',
    CREATED_AT: 'When it was created.',
    UPDATED_AT: 'When it last changed.',
    ENTERED_STAGE_AT: 'When it entered its present stage.',
    NEXT_DEADLINE: 'Its next deadline.',
    RELEVANCE: BY_RELEVANCE,
  },
);
export type IdeaOrderField = keyof typeof IdeaOrderField;

/** A list of ideas: those that `within` holds for, narrowed by the field's filter and in the field's order. */
export function ideaList(within?: (alias: Sql, scope: Scope) => Sql): List {
  return {
    entity: 'Idea',
    where: (alias, scope) => all([within?.(alias, scope), ideaFilter(alias, scope)]),
    order: ideaOrder,
  };
}

function ideaOrder(idea: Sql, scope: Scope): Order {
  const search = searchAmong('Idea', idea, scope);
  const { field, direction } = scope.args.orderBy ?? { field: search ? 'RELEVANCE' : 'UPDATED_AT', direction: 'DESC' };
  const never = raw(direction === 'ASC' ? "'infinity'" : "'-infinity'");
  const keys: Record<IdeaOrderField, [Sql, string]> = {
    CODE: [sql`${idea}.number`, 'int'],
    TITLE: [sql`${idea}.title_sv collate swedish`, 'text'],
    CREATED_AT: [sql`${idea}.created_at`, 'timestamptz'],
    UPDATED_AT: [sql`${idea}.updated_at`, 'timestamptz'],
    ENTERED_STAGE_AT: [sql`${idea}.entered_stage_at`, 'timestamptz'],
    NEXT_DEADLINE: [sql`coalesce(${nextDeadline(idea)}, ${never}::timestamptz)`, 'timestamptz'],
    RELEVANCE: [search ? relevance(search) : raw('0::real'), 'real'],
  };
  const [key, type] = keys[field as IdeaOrderField];
  return { name: `idea ${field} ${direction}`, key, type, direction };
}
