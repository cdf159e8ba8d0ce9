import type { Scope } from '../scope.js';
import { readSearch } from './search-text.js';
import { raw, sql, type Sql } from '../sql.js';

/** With fewer rows than this, a text has found so little that what is like its words is looked for too. */
const FEW = 5;

/** What the text of a field's filter asks for, and the rows of an entity that it is sought among. */
export interface Search {
  readonly entity: string;
  readonly alias: Sql;
  readonly parsed: Sql;
  readonly scope: Scope;
}

/** The search that a field's filter asks for, if it has a text. */
export function searchAmong(entity: string, alias: Sql, scope: Scope): Search | null {
  if (!scope.args.filter?.text?.trim()) return null;
  // Half a letter cannot be stored, so it cannot be sought.
  const parsed = scope.arg(args => JSON.stringify(readSearch(args.filter.text.toWellFormed())));
  return { entity, alias, scope, parsed: sql`${parsed}::text::jsonb` };
}

/**
 * Whether a row answers to the text; see `search_query` for what its words find. What is found is gathered first: how
 * much that is, nobody can know beforehand, and who guesses much reads a whole list in its order to find one row.
 */
export function matchesText(search: Search): Sql {
  return sql`${search.alias}.id = any(array(select document.id from search_document document where document.words @@ ${queryOf(search)}))`;
}

/**
 * How well a row answers to the text, which it does: by its code, its words, their stems or their likeness. Where
 * something is only excluded, all answer alike.
 */
export function relevance(search: Search): Sql {
  const { parsed } = search;
  return sql`case when jsonb_array_length(${parsed} -> 'codes') = 0 then 2::real else (select search_rank(document, (select search_codes(${parsed})), (select search_query(${parsed}, 'WRITTEN')), (select search_query(${parsed}, 'STEMS')), ${queryOf(search)})
    from search_document document where document.id = ${search.alias}.id) end`;
}

/**
 * What is looked for, made once: without `offset 0` it would be made anew for each text that is looked at. Whether the
 * words find little is counted among what the viewer may see, whatever else a list is narrowed by: nothing hidden tells
 * of itself, and a narrower list has no row that a wider one lacks.
 */
function queryOf({ entity, parsed, scope }: Search): Sql {
  const { alias, table, visible } = scope.rowOf(entity);
  return sql`(select case when (${parsed} ->> 'plain')::boolean and (select count(*) from (
      select from search_document document join ${table} on ${alias}.id = document.id
      where document.words @@ stems and ${visible} limit ${raw(FEW)}) found) < ${raw(FEW)}
    then search_query(${parsed}, 'LIKENESS') else stems end from (select search_query(${parsed}, 'STEMS') as stems offset 0) strictly)`;
}
