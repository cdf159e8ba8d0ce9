import { badInput } from './connection.js';
import { type Parameter, sql, Sql } from './sql.js';

/** Longer texts than this make the search slow and find nothing more. */
const LONGEST_SEARCH = 200;

/** Full text in Swedish and English, or as it stands, and then whatever resembles it, typing errors and accents apart. */
export function matchesText(alias: Sql, given: Sql): Sql {
  const text = bounded(given);
  return sql`(${alias}.search @@ ${queryOf(text)} or unaccented(${text}::text) <% ${alias}.searchable)`;
}

/** How well a row matches: the rank of the full text and the likeness of the words. */
export function relevance(alias: Sql, given: Sql): Sql {
  const text = bounded(given);
  return sql`(ts_rank(${alias}.search, ${queryOf(text)}) + word_similarity(unaccented(${text}::text), ${alias}.searchable))`;
}

function queryOf(text: Sql): Sql {
  return sql`(websearch_to_tsquery('swedish', ${text}::text) || websearch_to_tsquery('english', ${text}::text) || websearch_to_tsquery('simple', ${text}::text))`;
}

const checked = new WeakMap<Parameter, Parameter>();

/** The same text, refused when it is too long to search for; checked anew for every request. */
function bounded({ parts }: Sql): Sql {
  return new Sql(parts.map(part => (typeof part === 'string' ? part : checkedOnce(part))));
}

function checkedOnce(parameter: Parameter): Parameter {
  const known = checked.get(parameter);
  if (known) return known;
  const check: Parameter = environment => {
    const text = parameter(environment);
    if (typeof text !== 'string' || text.length <= LONGEST_SEARCH) return text;
    throw badInput(`A text to search for may have at most ${LONGEST_SEARCH} characters and has ${text.length}.`);
  };
  checked.set(parameter, check);
  return check;
}
