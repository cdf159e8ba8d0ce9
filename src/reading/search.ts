import { sql, type Sql } from './sql.js';

/** Full text in Swedish and English, or as it stands, and then whatever resembles it, typing errors and accents apart. */
export function matchesText(alias: Sql, text: Sql): Sql {
  return sql`(${alias}.search @@ ${queryOf(text)} or unaccented(${text}::text) <% ${alias}.searchable)`;
}

/** How well a row matches: the rank of the full text and the likeness of the words. */
export function relevance(alias: Sql, text: Sql): Sql {
  return sql`(ts_rank(${alias}.search, ${queryOf(text)}) + word_similarity(unaccented(${text}::text), ${alias}.searchable))`;
}

function queryOf(text: Sql): Sql {
  return sql`(websearch_to_tsquery('swedish', ${text}::text) || websearch_to_tsquery('english', ${text}::text) || websearch_to_tsquery('simple', ${text}::text))`;
}
