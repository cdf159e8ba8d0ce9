import type { CallFormat } from '../../../src/funding-calls/exchange/call-format.js';
import { parsedFixture } from '../../support/calls/calls-from.js';
import * as fc from '../../support/properties.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

/** The readers are spoiled in `fuzz.test.ts`; here it is the register that must come through. */
let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

interface Told {
  created: number;
  updated: number;
  unchanged: number;
  rejected: { row: number; errors: { message: string }[] }[];
  rows: { row: number }[];
  userErrors: { code: string; message: string }[];
}

async function importing(format: CallFormat, content: string, dryRun: boolean): Promise<Told> {
  const { told } = await service.as(KEYS.admin).run<any, object>(
    `mutation ($input: ImportFundingCallsInput!) { told: importFundingCalls(input: $input) {
      created updated unchanged rejected { row errors { message } } rows { row } userErrors { code message } } }`,
    { input: { format, content, dryRun } },
  );
  return told;
}

async function calls(): Promise<number> {
  const [{ count }] = (await service.database.query<{ count: number }>(
    'select count(*)::int as count from funding_call',
  )) as [{ count: number }];
  return count;
}

const HOSTILE = [
  '',
  '\u0000',
  '=1+1',
  '<script>',
  "';drop table idea;--",
  '\ud800',
  '2027-02-31',
  '99999999999999999999',
  '-1',
];
const anything = fc.oneof(
  fc.constantFrom<unknown>(...HOSTILE, null, true, 0, -1, 1e21, [], {}, [[]], 'x'.repeat(20_000)),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

interface Sample {
  readonly format: CallFormat;
  readonly file: string;
  readonly rowsIn: (value: any) => any[];
}

const SAMPLES: readonly Sample[] = [
  { format: 'GDP', file: 'gdp-utlysningar.json', rowsIn: value => value },
  { format: 'VINNOVA', file: 'vinnova-register.json', rowsIn: value => value.ansokningsomgangar },
  { format: 'EU_PORTAL', file: 'eu-portal-shape.json', rowsIn: value => value.results },
  { format: 'COMMON_GRANTS', file: 'common-grants-california.json', rowsIn: value => value.items },
];

/** Ways to spoil a sample: fields with anything in them, rows doubled, turned round and left out, and the end cut off. */
const spoiling = fc.record({
  fields: fc.array(fc.tuple(fc.nat(99), fc.nat(99), anything), { maxLength: 6 }),
  order: fc.array(fc.nat(99), { minLength: 1, maxLength: 12 }),
  cut: fc.option(fc.integer({ min: 1, max: 3_000 })),
});

type Spoiling = typeof spoiling extends fc.Arbitrary<infer T> ? T : never;

function spoiled({ file, rowsIn }: Sample, { fields, order, cut }: Spoiling): string {
  const sample = parsedFixture(file);
  const rows = rowsIn(sample);
  // A sample that says how many rows it has would be refused for those that are left out.
  delete sample.paginationInfo;
  for (const [row, field, value] of fields) {
    const spoiling = rows[row % rows.length]!;
    const names = Object.keys(spoiling);
    spoiling[names[field % names.length]!] = value;
  }
  rows.splice(0, Infinity, ...order.map(row => structuredClone(rows[row % rows.length])));
  const text = JSON.stringify(sample).replaceAll(/[\ud800-\udfff]/g, '?');
  return cut === null ? text : text.slice(0, Math.max(0, text.length - cut));
}

/** An import is refused as a whole and changes nothing, or does what its dry run said, once. */
async function expectWhole(format: CallFormat, content: string): Promise<void> {
  const before = await stored(service.database);
  const dry = await importing(format, content, true);
  expect(await stored(service.database)).toEqual(before);
  const count = await calls();
  const real = await importing(format, content, false);
  for (const { row, errors } of [...dry.rejected, ...real.rejected]) {
    expect(Number.isInteger(row)).toBe(true);
    expect(errors[0]!.message).toBeTruthy();
  }
  if (real.userErrors.length > 0) {
    expect(real.rejected.length).toBeGreaterThan(0);
    return expect(await stored(service.database)).toEqual(before);
  }
  expect(real).toEqual(dry);
  expect(await calls()).toBe(count + real.created);
  const after = await stored(service.database);
  const again = await importing(format, content, false);
  expect([again.created, again.updated]).toEqual([0, 0]);
  expect(await stored(service.database)).toEqual(after);
}

it.each(SAMPLES)(
  '$file, however spoiled, is imported as its dry run said, or not at all',
  async sample => {
    await fc.assert(
      fc.asyncProperty(spoiling, spoil => expectWhole(sample.format, spoiled(sample, spoil))),
      { numRuns: RUNS },
    );
  },
  300_000,
);

/** More of them find more. */
const RUNS = Number(process.env.IMPORT_RUNS ?? 15);

it('a table, however spoiled, is imported as its dry run said, or not at all', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'A-1',
      'A-2',
      '2030-02-15',
      '31/02',
      '75 354 267',
      '40%',
      '4-7',
      'tech',
      'nowhere',
      '=1+1',
      '"',
      ';',
    ),
    fc.string({ unit: 'binary', maxLength: 10 }).map(text => text.replaceAll(/[\0\ud800-\udfff]/g, '?')),
  );
  const columns = ['Identifierare', 'Titel', 'Finansiär', 'Sista dag', 'Budget', 'Fokusområden'];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 5, maxLength: 7 }), { minLength: 1, maxLength: 6 }),
      fc.option(fc.integer({ min: 1, max: 60 })),
      async (cells, cut) => {
        const text = [columns, ...cells].map(row => row.map(quoted).join(';')).join('\n');
        await expectWhole('CSV', cut === null ? text : text.slice(0, Math.max(0, text.length - cut)));
      },
    ),
    { numRuns: 2 * RUNS },
  );
}, 300_000);

describe('A row that a known call cannot take', () => {
  const table = (columns: string, row: string) =>
    `Identifierare;Titel;Program;Finansiär;Sista dag;${columns}\nWORDS-1;Hav;P;F;2035-02-15;${row}\n`;

  it('is told in the words of its own table, and changes nothing', async () => {
    expect(await importing('CSV', table('Lägsta TRL;Minsta bidrag', '5;500'), false)).toMatchObject({ created: 1 });
    const before = await stored(service.database);
    const refused = await importing('CSV', table('Högsta TRL;Maxbelopp', '4;400'), false);
    expect(refused.rejected.map(({ errors }) => errors.map(({ message }) => message))).toEqual([
      ['Maxbelopp får inte vara mindre än Minsta bidrag.', 'Högsta TRL får inte vara mindre än Lägsta TRL.'],
    ]);
    const unknown = await importing('CSV', table('Fokusområde', 'fred'), false);
    expect(unknown.rejected).toHaveLength(1);
    expect(await stored(service.database)).toEqual(before);
  });
});
