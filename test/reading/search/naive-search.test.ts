import { ANONYMOUS, SYSTEM, type Viewer } from '../../../src/shared/viewer.js';
import { Eyes } from '../../support/naive/eyes.js';
import { loadStems } from '../../support/naive/matches.js';
import { type Choices, NaiveSearch, type Term } from '../../support/naive/search.js';
import * as fc from '../../support/properties.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import type { Tables } from '../../support/service/stored-rows.js';
import { allRows } from '../../support/rows/tables.js';

/** Families of words that share stems, letters and parts, in both languages, with stop words, numbers and codes. */
const WORDS = [
  ...['hamn', 'hamnar', 'hamnen', 'hamman', 'bogserhamn', 'namn', 'båt', 'båtar', 'bat', 'bato', 'vätgas', 'vätgasen'],
  ...['vätgasfartyg', 'boat', 'boats', 'energy', 'energies', 'energi', 'och', 'the', 'it', 'CO2', '2030', '203', 'øl'],
  ...['KS3-1', 'KS3-12', 'e-handel', 'ŚWIAT', 'æra', 'straße', 'xy'],
];

/** The same word as others write it. */
const FORMS: readonly ((word: string) => string)[] = [
  word => word,
  word => word.toUpperCase(),
  word => word.normalize('NFD'),
  word => word.normalize('NFD').replaceAll(/\p{M}/gu, ''),
  word => `${word.slice(0, 2)}\u00AD${word.slice(2)}`,
];

const word = fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...FORMS)).map(([each, form]) => form(each));
const between = fc.constantFrom(' ', ' ', ' ', ', ', '/', '. ', ' – ', '\n', '_', ' & ', '\u00A0', 'ʼ');
const text = fc
  .array(fc.tuple(word, between), { minLength: 1, maxLength: 6 })
  .map(parts => parts.flat().slice(0, -1).join(''));
const texts = fc.array(text, { minLength: 700, maxLength: 700, size: 'max' });

/** A word with a letter less, or one in the place of the next; not behind a minus, which would exclude it. */
const misspelt = fc.tuple(word, fc.nat(9), fc.boolean()).map(([each, at, swapped]) => {
  const [one = '', other = ''] = each.slice(at, at + 2);
  return (each.slice(0, at) + (swapped ? other + one : other) + each.slice(at + 2)).replace(/^-/, '');
});
const term: fc.Arbitrary<Term> = fc.oneof(
  { weight: 3, arbitrary: word.map(each => ({ text: each })) },
  { weight: 1, arbitrary: misspelt.map(each => ({ text: each })) },
  { weight: 1, arbitrary: fc.tuple(word, word).map(each => ({ text: each.join(' '), quoted: true as const })) },
  { weight: 1, arbitrary: word.map(each => ({ text: each, excluded: true as const })) },
);
const sought: fc.Arbitrary<Choices> = fc.oneof(
  { weight: 2, arbitrary: fc.array(fc.oneof(word, misspelt), { minLength: 1, maxLength: 2 }).map(asWords) },
  { weight: 3, arbitrary: fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }) },
);

function asWords(words: readonly string[]): Choices {
  return [words.map(each => ({ text: each }))];
}

const asText = (choices: Choices) =>
  choices
    .map(choice =>
      choice.map(each => `${each.excluded ? '-' : ''}${each.quoted ? `"${each.text}"` : each.text}`).join(' '),
    )
    .join(' or ');

let service: Service;
const viewers: { key: string | null; viewer: Viewer }[] = [];
beforeAll(async () => {
  service = await startService();
  const { api_key } = await allRows(service.database);
  const techtank = api_key.find(({ role }) => role === 'PARTNER')!;
  viewers.push({ key: null, viewer: ANONYMOUS }, { key: KEYS.admin, viewer: SYSTEM });
  viewers.push({ key: KEYS.partner, viewer: { ...SYSTEM, role: 'PARTNER', partnerId: techtank.partner_id } });
}, 60_000);
afterAll(() => service.stop());

const REWRITTEN = {
  partner: ['name', 'description_sv', 'description_en'],
  idea: ['title_sv', 'title_en', 'summary_sv', 'summary_en', 'challenge_sv', 'challenge_en'],
  funding_call: ['title_sv', 'title_en', 'summary_sv', 'summary_en', 'programme', 'funder'],
} as const;

const MUST_STAND = /^(name|title_sv|summary_sv|programme|funder)$/;

/** Writes other texts into all rows, some of them empty where they may be. */
async function rewrite(fresh: string[]): Promise<Tables> {
  const rows = await allRows(service.database);
  let next = 0;
  for (const [table, columns] of Object.entries(REWRITTEN) as [keyof typeof REWRITTEN, readonly string[]][]) {
    const changed = rows[table].map(({ id }) => {
      const values = columns.map(column => [
        column,
        MUST_STAND.test(column) || next % 3 > 0 ? fresh[next++ % 700] : (next++, null),
      ]);
      return { id, ...Object.fromEntries(values) };
    });
    const set = columns.map(column => `${column} = given.${column}`).join(', ');
    await service.database.query(
      `update ${table} set ${set} from jsonb_populate_recordset(null::${table}, $1::jsonb) given where given.id = ${table}.id`,
      [JSON.stringify(changed)],
    );
  }
  return allRows(service.database);
}

const LISTS = `query ($text: String) {
  ideas(first: 100, filter: { text: $text }) { totalCount nodes { id } }
  fundingCalls(first: 100, filter: { text: $text }) { totalCount nodes { id } }
  partners(first: 100, filter: { text: $text }) { totalCount nodes { id } } }`;

interface Answer {
  readonly totalCount: number;
  readonly nodes: readonly { id: string }[];
}

/** What was found, sorted by id, and how well each was said to answer, in the order of the answer. */
function told({ nodes, totalCount }: Answer, tiers: ReadonlyMap<string, { tier: number }>) {
  return { ids: nodes.map(({ id }) => id).sort(), totalCount, order: nodes.map(({ id }) => tiers.get(id)?.tier) };
}

function expected(tiers: ReadonlyMap<string, { tier: number }>) {
  const order = [...tiers.values()].map(({ tier }) => tier).sort((one, other) => other - one);
  return { ids: [...tiers.keys()].sort(), totalCount: tiers.size, order };
}

it('finds in random texts what a naive reading of the rows finds, in the order of how well it answers', async () => {
  const reached = new Set<number>();
  await fc.assert(
    fc.asyncProperty(texts, fc.array(sought, { minLength: 25, maxLength: 25 }), async (fresh, questions) => {
      const rows = await rewrite(fresh);
      const stemOf = await loadStems(service.database, [
        JSON.stringify(rows),
        ...questions.flat(2).map(each => each.text),
      ]);
      const naive = new NaiveSearch(rows, stemOf);
      for (const [index, choices] of questions.entries()) {
        const { key, viewer } = viewers[index % viewers.length]!;
        const eyes = new Eyes(viewer, rows);
        const given = await service.as(key).run<any, object>(LISTS, { text: asText(choices) });
        const seen = {
          ideas: rows.idea.filter(idea => eyes.seesIdea(idea)).map(naive.idea),
          fundingCalls: rows.funding_call.filter(call => eyes.seesCall(call)).map(naive.call),
          partners: rows.partner.map(naive.partner),
        };
        for (const list of ['ideas', 'fundingCalls', 'partners'] as const) {
          const tiers = naive.find(seen[list], choices);
          const asked = { text: asText(choices), list, viewer: viewer.role };
          expect({ ...asked, ...told(given[list], tiers) }).toEqual({ ...asked, ...expected(tiers) });
          for (const { tier } of tiers.values()) reached.add(tier);
        }
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  // What is not reached is not held against anything.
  expect([...reached]).toEqual(expect.arrayContaining([0, 1, 2]));
}, 600_000);

/** More of them find more. */
const RUNS = Number(process.env.SEARCH_RUNS ?? 2);
