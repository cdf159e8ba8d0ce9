import { join, literal, raw, sql, type Sql } from '../reading/sql.js';

type Texts = readonly [language: 'simple' | 'swedish' | 'english', weight: 'A' | 'B' | 'C', text: string];

/** `search` as the tables of an idea, a call and a partner make it: the stems of their texts. */
const SEARCH: ReadonlyMap<string, readonly Texts[]> = new Map([
  [
    'Idea',
    [
      ['simple', 'A', 'r.code'],
      ['swedish', 'A', 'r.title_sv'],
      ['english', 'A', "coalesce(r.title_en, '')"],
      ['swedish', 'B', 'r.summary_sv'],
      ['english', 'B', "coalesce(r.summary_en, '')"],
      ['swedish', 'C', "coalesce(r.challenge_sv, '')"],
      ['english', 'C', "coalesce(r.challenge_en, '')"],
    ],
  ],
  [
    'FundingCall',
    [
      ['simple', 'A', "r.identifier || ' ' || r.programme || ' ' || r.funder"],
      ['swedish', 'A', 'r.title_sv'],
      ['english', 'A', "coalesce(r.title_en, '')"],
      ['swedish', 'B', "coalesce(r.summary_sv, '')"],
      ['english', 'B', "coalesce(r.summary_en, '')"],
    ],
  ],
]);

/**
 * The columns of a row `r` that the database makes of the others, as made of what these were. Only those that something
 * reads: `searchable` is there for copies of a version before.
 */
export function derivedColumns(entity: string): Sql {
  const texts = SEARCH.get(entity) ?? [];
  if (texts.length === 0) return raw('');
  const parts = texts.map(
    ([language, weight, text]) => sql`setweight(to_tsvector(${literal(language)}, ${raw(text)}), ${literal(weight)})`,
  );
  return sql`, ${join(parts, ' || ')} as search`;
}
