import type { Database } from '../../../src/database/database.js';
import { readSearch } from '../../../src/reading/search/search-text.js';
import type { Tables } from '../service/stored-rows.js';
import { type Choices, NaiveSearch, type Reach, type StemOf, wordsOf } from './search.js';

/** What people look for: words, stems, misspelt words, other letters, codes, names, quoted, excluded, alternatives. */
const SOUGHT: Readonly<Record<string, Choices>> = {
  vindkraft: [[{ text: 'vindkraft' }]],
  vindkarft: [[{ text: 'vindkarft' }]],
  Ålgräs: [[{ text: 'Ålgräs' }]],
  algras: [[{ text: 'algras' }]],
  boats: [[{ text: 'boats' }]],
  'numer kraft': [[{ text: 'numer' }, { text: 'kraft' }]],
  '"hav och land"': [[{ text: 'hav och land', quoted: true }]],
  'hav -vind': [[{ text: 'hav' }, { text: 'vind', excluded: true }]],
  'zink or "öppna hav" -boats': [
    [{ text: 'zink' }],
    [
      { text: 'öppna hav', quoted: true },
      { text: 'boats', excluded: true },
    ],
  ],
  'ks3 1': [[{ text: 'KS3-1' }]],
  KS3: [[{ text: 'KS3' }]],
  'partner 2': [[{ text: 'partner' }, { text: '2' }]],
  xyzzy: [[{ text: 'xyzzy' }]],
};

export const TEXTS = [...Object.keys(SOUGHT), ' '];

export type SearchedTable = 'idea' | 'funding_call' | 'partner';

/** What each of the texts finds, as a naive reading of the rows says; the order within a tier is the database's. */
export class Matches {
  private constructor(
    private readonly search: NaiveSearch,
    private readonly ranks: ReadonlyMap<string, number>,
  ) {}

  static async load(database: Database, rows: Tables): Promise<Matches> {
    const search = new NaiveSearch(rows, await loadStems(database, [JSON.stringify(rows), ...TEXTS]));
    return new Matches(search, await loadRanks(database));
  }

  /** How well the rows that the viewer sees answer to the text; no entry where one doesn't. */
  find<T extends SearchedTable>(table: T, seen: Tables[T], text: string): ReadonlyMap<string, number> {
    const read = { idea: this.search.idea, funding_call: this.search.call, partner: this.search.partner }[table];
    const found = this.search.find((seen as never[]).map(read), SOUGHT[text]!);
    return new Map(
      [...found].map(([id, { tier, reach }]) => [id, Math.fround(tier + this.ranks.get(`${id} ${reach} ${text}`)!)]),
    );
  }
}

/** The stems of all words in the texts. */
export async function loadStems(database: Database, texts: readonly string[]): Promise<StemOf> {
  const words = [...new Set(texts.flatMap(wordsOf))];
  const rows = await database.query<{ word: string; sv: string | null; en: string | null }>(
    `select word, (tsvector_to_array(to_tsvector('swedish', word)))[1] as sv, (tsvector_to_array(to_tsvector('english', word)))[1] as en
     from unnest($1::text[]) word`,
    [words],
  );
  const stems = new Map(rows.map(row => [row.word, row]));
  return (word, language) => stems.get(word)![language];
}

async function loadRanks(database: Database): Promise<Map<string, number>> {
  const ranks = new Map<string, number>();
  const reaches: Reach[] = ['STEMS', 'LIKENESS'];
  for (const [text, reach] of Object.keys(SOUGHT).flatMap(each => reaches.map(reach => [each, reach] as const))) {
    const found = await database.query<{ id: string; rank: number }>(
      'select id, ts_rank(words, search_query($1::jsonb, $2), 32) as rank from search_document',
      [JSON.stringify(readSearch(text)), reach],
    );
    for (const { id, rank } of found) ranks.set(`${id} ${reach} ${text}`, Math.fround(rank));
  }
  return ranks;
}
