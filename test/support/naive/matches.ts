import type { Database } from '../../../src/database/database.js';

/** Texts that people look for: whole words, beginnings misspelt, quoted, excluded, in other cases, and nothing at all. */
export const TEXTS = [
  'vindkraft',
  'vindkarft',
  'Ålgräs',
  'algras',
  'boats',
  '"hav och land"',
  'hav -vind',
  'KS3',
  ' ',
  'xyzzy',
];

/** How well each row matches each of the texts, by table, text and id; no entry where it doesn't match. */
export type Matches = ReadonlyMap<string, ReadonlyMap<string, number>>;

const TABLES = ['idea', 'funding_call', 'partner'] as const;

/** What a text matches is for the database's dictionaries to say; it is asked about every row by itself. */
export async function loadMatches(database: Database): Promise<Matches> {
  const matches = new Map<string, Map<string, number>>();
  for (const table of TABLES) {
    for (const text of TEXTS) matches.set(`${table} ${text}`, await matching(database, table, text));
  }
  return matches;
}

async function matching(database: Database, table: string, text: string): Promise<Map<string, number>> {
  const [row] = await database.query<{ found: string }>(
    `select coalesce(json_object_agg(id, ts_rank(search, q) + word_similarity(unaccented($1), searchable)), '{}')::text as found
     from ${table}, lateral (select websearch_to_tsquery('swedish', $1) || websearch_to_tsquery('english', $1)
       || websearch_to_tsquery('simple', $1) as q) query
     where search @@ q or word_similarity(unaccented($1), searchable) >= 0.5`,
    [text],
  );
  return new Map(Object.entries(JSON.parse(row!.found) as Record<string, number>));
}
