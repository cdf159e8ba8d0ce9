import { readFileSync } from 'node:fs';
import { cleaned } from '../src/shared/text/clean-text.js';
import { Make } from './support/make/make.js';
import * as fc from './support/properties.js';
import { type Caller, KEYS, type Service, startService } from './support/service/service.js';

let service: Service;
let region: Caller;
let make: Make;
beforeAll(async () => {
  service = await startService();
  region = service.as(KEYS.admin);
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const CREATE = /* GraphQL */ `
  mutation ($input: CreateFundingCallInput!) {
    made: createFundingCall(input: $input) {
      call {
        id
        identifier
        title
        programme
        url
        budget {
          amount
          currency
        }
        deadlines {
          label
        }
      }
      userErrors {
        code
        path
        message
      }
    }
  }
`;

let made = 0;
const identifier = () => `VALUE-${(made += 1)}`;
const DEADLINE = { at: '2035-02-15T13:00:00Z' };
const aCall = (more: object = {}) => ({
  ...{ identifier: identifier(), title: { sv: 'Hav' }, programme: 'ERUF', funder: 'Tillväxtverket' },
  ...{ deadlineModel: 'SINGLE_STAGE', deadlines: [DEADLINE] },
  ...more,
});
const create = async (more: object = {}) => (await region.run<any, object>(CREATE, { input: aCall(more) })).made;
const refused = async (document: string, variables: object = {}) => (await region.ask(document, variables)).errors;

/** One row of a table of calls, imported. */
async function importing(row: { [header: string]: string }) {
  const known = { Identifierare: identifier(), Finansiär: 'Tillväxtverket', 'Sista dag': '2035-02-15 14:00' };
  const cells = Object.entries({ ...known, Titel: 'Hav', ...row });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const content = [cells.map(([name]) => name), cells.map(([, cell]) => cell)].map(each => each.map(quoted).join(';'));
  const { told } = await region.run<any, object>(
    `mutation ($input: ImportFundingCallsInput!) { told: importFundingCalls(input: $input) {
      calls { title programme url deadlines { label } budget { amount currency } } rejected { errors { message } cells { column text } } } }`,
    { input: { format: 'CSV', dryRun: false, content: content.join('\n') } },
  );
  return told as { calls: any[]; rejected: { errors: { message: string }[] }[] };
}

describe('A currency in small letters', () => {
  it('is its code in what is stored and answered, and finds what is in it', async () => {
    const { call } = await create({ budget: { amount: '7000000001', currency: 'sek' } });
    expect(call.budget).toEqual({ amount: '7000000001.00', currency: 'SEK' });
    const [row] = await service.database.query<{ budget_currency: string }>(
      'select budget_currency from funding_call where id = $1',
      [call.id],
    );
    expect(row!.budget_currency).toBe('SEK');
    const filter = (currency: string) =>
      `{ fundingCalls(filter: { minBudget: { amount: "7000000001", currency: "${currency}" } }) { nodes { id } } }`;
    for (const currency of ['SEK', 'sek'])
      expect((await region.run<any, object>(filter(currency))).fundingCalls.nodes).toEqual([{ id: call.id }]);
  });

  it('is summed with the same in capitals', async () => {
    const { id } = await make.idea({ stage: 'CONCEPT' });
    const add = `mutation ($input: AddMemberInput!) { addMember(input: $input) {
      userErrors { message } idea { consortium { commitments { amount currency } } } } }`;
    const joins = async (currency: string) => {
      const partnerId = (await make.partner()).id;
      const commitment = { amount: '10.50', currency };
      const input = { ideaId: id, partnerId, role: 'BENEFICIARY', letterOfIntent: 'SIGNED', commitment };
      return (await region.run<any, object>(add, { input })).addMember;
    };
    await joins('SEK');
    const { userErrors, idea } = await joins('sek');
    expect(userErrors).toEqual([]);
    expect(idea.consortium.commitments).toEqual([{ amount: '21.00', currency: 'SEK' }]);
  });

  it('is the same in tables and files', async () => {
    expect((await importing({ Budget: '100', Valuta: 'sek' })).calls[0]!.budget.currency).toBe('SEK');
    const row = { diarienummer: identifier(), finansiarNamn: 'F', titel: 'T', stangningsdatum: '2035-02-15' };
    const content = JSON.stringify([{ ...row, budgetBelopp: '100', budgetValuta: 'eur' }]);
    const { told } = await region.run<any, object>(
      `mutation ($input: ImportFundingCallsInput!) { told: importFundingCalls(input: $input) { calls { budget { currency } } } }`,
      { input: { format: 'GDP', dryRun: false, content } },
    );
    expect(told.calls).toEqual([{ budget: { currency: 'EUR' } }]);
  });

  it('that was stored so before is brought into its form', async () => {
    const { call } = await create({
      budget: { amount: '7', currency: 'SEK' },
      grantMax: { amount: '7', currency: 'EUR' },
    });
    await service.database.query(`update funding_call set budget_currency = 'sek' where id = $1`, [call.id]);
    const migration = readFileSync(new URL('../migrations/009-currencies-in-capitals.sql', import.meta.url), 'utf8');
    const statements = migration
      .split('-- down')[0]!
      .split(';')
      .filter(each => each.includes('update'));
    for (const statement of statements) await service.database.query(statement);
    const found = await service.database.query<object>(
      'select budget_currency, grant_max_currency, grant_min_currency from funding_call where id = $1',
      [call.id],
    );
    expect(found).toEqual([{ budget_currency: 'SEK', grant_max_currency: 'EUR', grant_min_currency: null }]);
  });

  it('that there is not is named, wherever it stands', async () => {
    const input = aCall({ budget: { amount: '1', currency: 'xyz' } });
    const filter = '{ fundingCalls(filter: { minBudget: { amount: "1", currency: "xyz" } }) { totalCount } }';
    for (const errors of [await refused(CREATE, { input }), await refused(filter)])
      expect(errors![0]!.message).toContain('"xyz" is no currency of ISO 4217');
    const { rejected } = await importing({ Budget: '100', Valuta: 'xyz' });
    expect(rejected[0]!.errors[0]!.message).toContain('”xyz”');
  });
});

describe('Labels of deadlines', () => {
  it.each(['NULL', 'null', '{}', 'a, "b\\', 'Steg 1; skiss'])('may be %j', async label => {
    const { call, userErrors } = await create({ deadlines: [{ ...DEADLINE, label }] });
    expect([userErrors, call.deadlines]).toEqual([[], [{ label }]]);
  });

  it('may be NULL in a table', async () => {
    const { calls } = await importing({ 'Sista dag': '2035-02-15 14:00 NULL' });
    expect(calls[0]!.deadlines).toEqual([{ label: 'NULL' }]);
  });

  it.each(['', ' ', '\u200b', '\u00ad\u2060'])('%j is none', async label => {
    const { call } = await create({ deadlines: [{ ...DEADLINE, label }] });
    expect(call.deadlines).toEqual([{ label: null }]);
  });

  it('have at most 200 characters, in changes and in tables', async () => {
    expect((await create({ deadlines: [{ ...DEADLINE, label: 'a'.repeat(200) }] })).userErrors).toEqual([]);
    const { call, userErrors } = await create({ deadlines: [{ ...DEADLINE, label: 'a'.repeat(201) }] });
    expect([call, userErrors]).toEqual([
      null,
      [{ code: 'INVALID', path: ['deadlines', '0', 'label'], message: expect.stringContaining('200') }],
    ]);
    const { calls, rejected } = await importing({ 'Sista dag': `2035-02-15 14:00 ${'a'.repeat(201)}` });
    expect([calls, rejected.length]).toEqual([[], 1]);
    expect(rejected[0]!.errors[0]!.message).toContain('200');
  });
});

describe('Moments', () => {
  it('beyond the year 2200 are refused as the caller’s, with the years that are accepted', async () => {
    const written = '9999-12-31T23:59:59-01:00';
    const literal = `mutation { createApiKey(input: { name: "n", role: ADMIN, expiresAt: "${written}" }) { userErrors { code path } } }`;
    const variable =
      'mutation ($at: DateTime!) { createApiKey(input: { name: "n", role: ADMIN, expiresAt: $at }) { userErrors { code } } }';
    const [inDocument] = (await refused(literal))!;
    const [asVariable] = (await refused(variable, { at: written }))!;
    expect([inDocument!.extensions.code, asVariable!.extensions.code]).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
      'BAD_USER_INPUT',
    ]);
    for (const error of [inDocument, asVariable]) expect(error!.message).toContain('from 1900 to 2200');
  });

  it.each(['1900-01-01T00:00:00Z', '2200-12-31T23:59:59Z'])('are asked for as far as %s', async at => {
    const document = `query ($at: DateTime!) { ideas(filter: { updatedSince: $at }) { totalCount }
      fundingCalls(filter: { deadlineAfter: $at, deadlineBefore: $at }) { totalCount } }`;
    expect(await region.run<any, object>(document, { at })).toHaveProperty('ideas');
  });

  it('of a table lie in the same years', async () => {
    expect((await importing({ 'Sista dag': '2200-12-30 14:00' })).calls).toHaveLength(1);
    const { rejected } = await importing({ 'Sista dag': '2201-01-01 14:00' });
    expect(rejected[0]!.errors[0]!.message).toContain('1900–2200');
  });
});

describe('Amounts', () => {
  const sek = (amount: unknown) => ({ amount, currency: 'SEK' });

  it('that differ in their last digit are told apart', async () => {
    const [less, more] = [sek('999999999999999.98'), sek('999999999999999.99')];
    expect((await create({ grantMin: less, grantMax: more })).userErrors).toEqual([]);
    expect((await create({ grantMin: more, grantMax: less })).userErrors).toEqual([
      { code: 'INVALID', path: ['grantMax', 'amount'], message: expect.any(String) },
    ]);
    const { rejected } = await importing({
      'Minsta bidrag': '999999999999999,99 kr',
      'Största bidrag': '999999999999999,98 kr',
    });
    expect(rejected).toHaveLength(1);
  });

  it('may be numbers that JSON holds, alike in a document and as a variable', async () => {
    const document = (amount: string) =>
      `{ fundingCalls(filter: { minBudget: { amount: ${amount}, currency: "SEK" } }) { totalCount } }`;
    const asVariable =
      'query ($amount: Decimal!) { fundingCalls(filter: { minBudget: { amount: $amount, currency: "SEK" } }) { totalCount } }';
    for (const amount of ['1000000', '1000000.5', '1e6'])
      expect(await region.run(document(amount))).toEqual(await region.run(asVariable, { amount: Number(amount) }));
    for (const errors of [
      await refused(document('9007199254740993')),
      await refused(asVariable, { amount: 9_007_199_254_740_992 }),
    ])
      expect(errors![0]!.message).toContain('Send it as a string');
  });

  it('too large for any column are refused in a filter, and not by the database', async () => {
    const asVariable =
      'query ($amount: Decimal!) { fundingCalls(filter: { minBudget: { amount: $amount, currency: "SEK" } }) { totalCount } }';
    for (const amount of ['1'.repeat(16), '1'.repeat(400), 1e300]) {
      const [error] = (await refused(asVariable, { amount }))!;
      expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(error!.message).toContain('at most 15 digits before and 6 after the point');
    }
    await region.run(asVariable, { amount: '999999999999999.999999' });
  });
});

describe('Countries', () => {
  const count = async (...countries: string[]) =>
    (
      await region.run<any, object>(
        'query ($countries: [String!]) { partners(filter: { countries: $countries }) { totalCount } }',
        { countries },
      )
    ).partners.totalCount;

  it('are looked for in any letters', async () => {
    await make.partner({ country: 'dk' });
    expect(await count('se')).toBe(await count('SE'));
    expect(await count('se')).toBeGreaterThan(0);
    expect(await count('dK', ' SE ')).toBe((await count('DK')) + (await count('SE')));
  });

  it.each(['XX', 'Sverige', 'EU', ''])('that there are not are named: %j', async country => {
    const errors = await refused(`{ partners(filter: { countries: ["SE", "${country}"] }) { __typename } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors![0]!.message).toContain(`"${country}"`);
  });
});

describe('Texts', () => {
  it.each(['\u200b', ' ', '\u2060\ufeff', '\u00ad', '\u200d\u2800'])('of nothing to see are blank: %j', async name => {
    const document = `mutation ($name: String!) { createPartner(input: { name: $name, sector: PUBLIC }) { userErrors { code path } } }`;
    const { createPartner } = await region.run<any, object>(document, { name });
    expect(createPartner.userErrors).toContainEqual({ code: 'REQUIRED', path: ['name'] });
    expect((await create({ title: { sv: name } })).userErrors).toMatchObject([{ path: ['title', 'sv'] }]);
  });

  it('are stored composed and without blanks around them, and found so', async () => {
    const written = ' \u200bGro\u0308n va\u0308tgas \n';
    const { call } = await create({ title: { sv: written }, programme: written });
    expect([call.title, call.programme]).toEqual(['Grön vätgas', 'Grön vätgas']);
    const found = await region.run<any, object>(
      'query ($programme: String!) { fundingCalls(filter: { programmes: [$programme] }) { nodes { id } } }',
      { programme: written },
    );
    expect(found.fundingCalls.nodes).toEqual([{ id: call.id }]);
  });

  it('of nothing to see search for nothing, whatever the same document has searched for before', async () => {
    const count = async (text: string) =>
      (
        await region.run<any, object>('query ($text: String!) { partners(filter: { text: $text }) { totalCount } }', {
          text,
        })
      ).partners.totalCount as number;
    const all = await count('');
    expect(all).toBeGreaterThan(0);
    for (const [text, found] of [
      ['kvxzqw', 0],
      ['\u200b', all],
      ['kvxzqw', 0],
      ['\u00ad \u2060', all],
    ] as const)
      expect({ text, found: await count(text) }).toEqual({ text, found });
  });

  it('are one, whether they come by a change or by a table', async () => {
    const part = fc.oneof(fc.stringMatching(/^[A-Za-zÅÄÖåäö]{1,6}$/), fc.constantFrom('o\u0308', 'A\u030a', 'ﬁ', '👨‍👩‍👧'));
    const unseen = fc.constantFrom('', ' ', '\u200b', '\u00ad', '\ufeff', '\u2060', '\u00a0');
    const written = fc.tuple(unseen, fc.array(part, { maxLength: 4 }), unseen);
    await fc.assert(
      fc.asyncProperty(written, async ([before, parts, after]) => {
        const title = `${before}${parts.join(' ')}${after}`;
        const [{ call }, { calls }] = [await create({ title: { sv: title } }), await importing({ Titel: title })];
        expect(calls[0]?.title ?? null).toBe(call?.title ?? null);
        expect(call?.title ?? '').toBe(cleaned(title));
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('Web addresses', () => {
  const RIGHT = ['https://example.org', 'HTTP://example.org/å?q=1', `https://example.org/${'a'.repeat(1_980)}`];
  const WRONG = [
    'https:example.org',
    ' https://example.org',
    'https://example.org ',
    'https://example.org\n',
    'https://exam ple.org',
    'https://example.org/a\nb',
    'https://example.org/\u200b',
    'ftp://example.org',
    `https://example.org/${'a'.repeat(1_981)}`,
  ];

  it.each(RIGHT)('are taken by changes and by tables: %.50s', async url => {
    expect((await create({ url })).call.url).toBe(url);
    expect((await importing({ Länk: url })).calls[0]!.url).toBe(url);
  });

  it.each(WRONG)('are refused by changes and by tables: %.50j', async url => {
    const [error] = (await refused(CREATE, { input: aCall({ url }) }))!;
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(error!.message).toContain('input.url');
    const { calls, rejected } = await importing({ Länk: url });
    expect([calls, rejected.length]).toEqual([[], 1]);
  });

  it.each(WRONG)('and left out of files of other formats, with a note: %.50j', async url => {
    const content = JSON.stringify([
      {
        diarienummer: identifier(),
        finansiarNamn: 'F',
        titel: 'T',
        stangningsdatum: '2035-02-15',
        publiceringsplats: url,
      },
    ]);
    const { told } = await region.run<any, object>(
      `mutation ($input: ImportFundingCallsInput!) { told: importFundingCalls(input: $input) { calls { url } rows { notes } } }`,
      { input: { format: 'GDP', dryRun: false, content } },
    );
    expect(told.calls).toEqual([{ url: null }]);
    expect(told.rows[0].notes.join(' ')).toContain('publiceringsplats');
  });
});
