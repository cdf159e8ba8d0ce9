import { cleaned } from '../../src/shared/text/clean-text.js';
import * as fc from '../support/properties.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

/** What tables, spreadsheets, lists and our own readers take for something else than letters. */
const PIECES = [
  ...['#N/A', '#REF!', '#DIV/0!', '=', '+', '-', '–', '@', "'", '"', '""', ';', ',', '|', '\t', '\n', '\r\n', '\u2028'],
  ...['n/a', 'NULL', 'TRUE', '0123', '1e5', '2027-02-15', '50 %', '100 kr', 'löpande', 'sep=;', '_x0041_', '_x000D_'],
  ...['(', ')', '(koordinator)', '<b>', '<', '&amp;', '&', '[e-post]', 'a@b.se', '\\', '/', '_', ' ', '  ', '\u00a0'],
  ...['\u200b', '\u202e', '\u200e', '\ufeff', '\u00ad', 'e\u0301', '😀', 'Å', 'b', 'Xy', '٣', '\u3000', '\u2800'],
];
const TEXT = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
  .map(pieces => pieces.join(''))
  .filter(text => cleaned(text) !== '');
const TEXTS = fc.record({ sv: TEXT, en: fc.option(TEXT) });

const HOSTILE = fc.record({
  partner: fc.record({ name: TEXT, description: TEXTS, contactEmail: fc.constantFrom(null, "o'hara+x@example.se") }),
  idea: fc.record({ title: TEXTS, summary: TEXTS, challenge: fc.option(TEXTS) }),
  call: fc.record({
    identifier: TEXT,
    title: TEXTS,
    summary: fc.option(TEXTS),
    programme: TEXT,
    funder: TEXT,
    deadlineModel: fc.constant('MULTIPLE_CUT_OFF'),
    deadlines: fc
      .array(fc.option(TEXT), { minLength: 1, maxLength: 3 })
      .map(labels => labels.map((label, nth) => ({ at: `2035-0${nth + 1}-28T11:30:00Z`, label }))),
  }),
});
type Hostile = typeof HOSTILE extends fc.Arbitrary<infer T> ? T : never;

const MAKE = {
  partner: 'createPartner(input: $input) { thing: partner { id } }',
  idea: 'createIdea(input: $input) { thing: idea { id } }',
  call: 'createFundingCall(input: $input) { thing: call { id } }',
  member: 'addMember(input: $input) { thing: idea { id } }',
  application: 'startApplication(input: $input) { thing: application { id } }',
};
const INPUTS = { partner: 'CreatePartner', idea: 'CreateIdea', call: 'CreateFundingCall', member: 'AddMember' };

/** What is made of an input through the API, or null where the API does not take it. */
async function made(kind: keyof typeof MAKE, input: object): Promise<{ id: string } | null> {
  const type = { ...INPUTS, application: 'StartApplication' }[kind];
  const document = `mutation ($input: ${type}Input!) { made: ${MAKE[kind]} }`;
  return (await service.as(KEYS.admin).run<any, object>(document, { input })).made.thing;
}

/** Everything of a kind, which belongs together as far as the API takes it; answers how much that is. */
async function makeAll({ partner, idea: described, call: published }: Hostile, nth: number): Promise<number> {
  const owner = await made('partner', { ...partner, slug: `fientlig-${nth}`, sector: 'PUBLIC' });
  const call = await made('call', published);
  const idea = owner && (await made('idea', { ...described, ownerId: owner.id }));
  const member = idea && (await made('member', { ideaId: idea.id, partnerId: owner.id, role: 'COORDINATOR' }));
  const application = idea && call && (await made('application', { ideaId: idea.id, callId: call.id }));
  return [owner, call, idea, member, application].filter(Boolean).length;
}

const FILES = ['.csv', '.csv?dialect=excel-sv', '.csv?dialect=excel-sv&locale=en', '.xlsx', '.xlsx?locale=en'];
const IMPORTS = {
  ideas: ['importIdeas', 'ImportTableInput'],
  partners: ['importPartners', 'ImportTableInput'],
  calls: ['importFundingCalls', 'ImportFundingCallsInput'],
} as const;
const KINDS = ['ideas', 'partners', 'calls'] as const;

async function importing(kind: (typeof KINDS)[number], input: object): Promise<any> {
  const [mutation, type] = IMPORTS[kind];
  const document = `mutation ($input: ${type}!) { told: ${mutation}(input: $input) { created updated unchanged
    rejected { row identifier errors { message } } rows { identifier changes { field before after } notes }
    leftOut { message } userErrors { message } } }`;
  return (await service.as(KEYS.admin).run<any, object>(document, { input })).told;
}

/** What an export that nobody has edited says new when it is imported. */
async function broughtBack(kind: (typeof KINDS)[number], ending: string): Promise<any> {
  const headers = { authorization: `Bearer ${KEYS.admin}` };
  const bytes = await (await fetch(`${service.url}/export/${kind}${ending}`, { headers })).arrayBuffer();
  const content = { contentBase64: Buffer.from(bytes).toString('base64'), dryRun: true };
  return importing(kind, { format: ending.startsWith('.xlsx') ? 'XLSX' : 'CSV', ...content });
}

async function expectUnchanged(kinds: readonly (typeof KINDS)[number][]): Promise<void> {
  const nothing = { created: 0, updated: 0, rejected: [], rows: [], leftOut: [], userErrors: [] };
  for (const kind of kinds) {
    for (const ending of FILES) {
      const { unchanged, ...told } = await broughtBack(kind, ending);
      expect([kind, ending, told]).toEqual([kind, ending, nothing]);
      expect(unchanged).toBeGreaterThan(20);
    }
  }
}

/** What came from a source is held against it; what people have written stays whatever it says. */
const FROM_A_SOURCE = `update funding_call set source_system = 'CSV', source_external_id = identifier, source_imported_at = now()`;

describe('Whatever texts the API takes', () => {
  it('come back unchanged from an export that nobody has edited', async () => {
    let taken = 0;
    const all = fc.sample(HOSTILE, { numRuns: 50, seed: 20_261_130 });
    for (const [nth, hostile] of all.entries()) taken += await makeAll(hostile, nth);
    expect(taken).toBeGreaterThan(220);
    await expectUnchanged(KINDS);
    await service.database.query(FROM_A_SOURCE);
    await expectUnchanged(['calls']);
  }, 120_000);

  it('come back unchanged where they are from before, with line breaks or what turns letters', async () => {
    const old = (column: string, by = '') => `${column} = E'\\u202e' || ${column} || E' a\\nb \\u2066c\\u2069'${by}`;
    for (const statement of [
      `update idea set ${old('title_sv')}, title_en = title_sv || E'\\n\\u202d'`,
      `update partner set ${old('name')}`,
      `update funding_call set ${old('title_sv')}, ${old('programme')}, ${old('funder')}, ${old('identifier')},
        deadline_labels = array(select E'\\u202eSteg\\n1' from unnest(deadline_labels))`,
    ])
      await service.database.query(statement);
    await expectUnchanged(KINDS);
    await service.database.query(FROM_A_SOURCE);
    await expectUnchanged(['calls']);
  }, 120_000);
});

it('says of a row that what turns letters was taken out', async () => {
  const content = 'Titel;Sammanfattning;Ägare\nRätt\u202eledes;Text\u{e0041};techtank\nVanlig;Text;techtank';
  const { rows } = await importing('ideas', { format: 'CSV', content });
  const told = (column: string) => `${column}: tecken som vänder på bokstäver eller inte syns har tagits bort.`;
  expect(rows.map(({ notes }: any) => notes)).toEqual([[told('Titel'), told('Sammanfattning')], []]);
});
