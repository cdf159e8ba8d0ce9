import { callFaults } from '../../../src/funding-calls/description/call-description.js';
import type { CallRow } from '../../../src/funding-calls/exchange/draft/call-draft.js';
import type { CallFormat } from '../../../src/funding-calls/exchange/call-format.js';
import { mergeRows } from '../../../src/funding-calls/exchange/draft/merge-rows.js';
import { readCalls } from '../../../src/funding-calls/exchange/read-calls.js';
import { allOf, bytesOf, draftsIn, faultsIn, parsedFixture } from '../../support/calls/calls-from.js';
import * as fc from '../../support/properties.js';

interface Sample {
  name: string;
  format: CallFormat;
  value: () => any;
  rows: (value: any) => any[];
}

const whole = (format: CallFormat, file: string, rows: Sample['rows']): Sample => ({
  name: file,
  format,
  value: () => parsedFixture(file),
  rows,
});

/** Opportunities of version 0.5, with identifiers, an agency as an object and the dates of their competitions. */
function opportunities() {
  const event = (date: string) => ({ name: 'Event', eventType: 'singleDate', date, description: 'By post' });
  const items = parsedFixture('common-grants-california.json').items.map((item: any, place: number) => ({
    ...item,
    identifiers: { 'opp:us:fon': { registry: { code: 'opp:us:fon' }, id: `FON-${place}` } },
    keyDates: place % 2 === 0 ? undefined : item.keyDates,
    competitions: [{ title: 'Ports', keyDates: { openDate: event('2035-01-01'), closeDate: event('2035-02-01') } }],
    customFields: { agency: { value: { name: 'Coast Agency', code: 'CA' } } },
  }));
  return { items };
}

/** Calls as funders give them, with their addresses in a list and ordered lists in their texts. */
function utlysningar() {
  return parsedFixture('gdp-utlysningar.json').map((call: any) => ({
    ...call,
    publiceringsplats: null,
    publiceringsplatser: [{ webbadress: 'https://example.org/a' }],
    beskrivning: '<ol start="4000000" type="i"><li>Ett<li>Två</ol>',
  }));
}

const SAMPLES: Sample[] = [
  whole('GDP', 'gdp-utlysningar.json', value => value),
  whole('VINNOVA', 'vinnova-register.json', value => value.ansokningsomgangar),
  whole('EU_PORTAL', 'eu-portal-search.json', value => value.results),
  whole('EU_PORTAL', 'eu-portal-shape.json', value => value.results),
  whole('EU_PORTAL', 'eu-portal-grants-tenders.json', value => value.fundingData.GrantTenderObj),
  whole('COMMON_GRANTS', 'common-grants-california.json', value => value.items),
  { name: 'Calls as funders give them', format: 'GDP', value: utlysningar, rows: value => value },
  {
    name: 'A bare list of rounds',
    format: 'VINNOVA',
    value: () => parsedFixture('vinnova-register.json').ansokningsomgangar,
    rows: value => value,
  },
  { name: 'Opportunities of version 0.5', format: 'COMMON_GRANTS', value: opportunities, rows: value => value.items },
];

/** Texts that have broken something somewhere. */
const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '=cmd|"/c calc"!A1',
  '<script>alert(1)</script>',
  '<ol start="4000000" type="i"><li>x</ol>',
  'constructor',
  '<'.repeat(500),
  "'; drop table funding_call; --",
  '\ud800',
  '\u202e',
  'x'.repeat(20_000),
  '__proto__',
  '1900-01-01',
  '2027-02-31',
  '99999999999999999999',
  '-1',
  'NaN',
  '1e400',
  '[',
  '{"a":',
  'null',
  '[[[[',
  '😀'.repeat(200),
  '\r\n',
  '"',
  '""',
  ';;;',
  '\ufeff',
  '9999-12-31T23:59:59+99:99',
  'javascript:alert(1)',
  'http://',
  '$10',
  '40%',
  '0x10',
  '٣',
];

const hostileText = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 50 }));
const anything = fc.oneof(
  hostileText,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, true, 0, -1, 1e21, [], {}, [[]], [null], [{}], { id: {} }),
);

/** A way into a value: at each level the key with this number, as far as it goes. */
const path = fc.array(fc.nat(30), { minLength: 1, maxLength: 6 });

function replaceAt(value: any, [first, ...rest]: number[], by: unknown): unknown {
  if (first === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const key = keys[first % keys.length]!;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = replaceAt(value[key], rest, by);
  return copy;
}

/** Whatever came in, the answer is in order. */
function expectInOrder(rows: readonly CallRow[]): void {
  for (const row of rows) {
    expect(Number.isInteger(row.row) && row.row >= 0).toBe(true);
    expect(['draft', 'faults', 'skipped'].filter(kind => kind in row)).toHaveLength(1);
  }
  for (const { faults } of faultsIn(rows)) {
    expect(faults.length).toBeGreaterThan(0);
    for (const { message } of faults) {
      expect(message.sv && message.en).toBeTruthy();
      expect(message.en).not.toContain('the service failed');
    }
  }
  for (const { draft } of draftsIn(rows)) {
    expect(callFaults(draft as never)).toEqual([]);
    expect(draft.identifier && draft.source.externalId).toBeTruthy();

    // A note may quote JSON in which such a character is escaped already.
    expect(JSON.stringify(draft)).not.toMatch(/(?<!\\)\\(?:u0000|ud[89a-f])/);
    for (const { at } of draft.deadlines) expect(Number.isNaN(at.getTime())).toBe(false);
  }
}

describe.each(SAMPLES)('$name, spoiled', ({ format, value, rows }) => {
  const sample = value();
  const read = async (text: string, size = 10_000) => allOf(readCalls(format, bytesOf(text, size)));

  it('never throws and always names the row when values are replaced by anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(path, anything), { minLength: 1, maxLength: 5 }), async changes => {
        const spoiled = changes.reduce((value, [way, by]) => replaceAt(value, way, by), sample);
        expectInOrder(await read(JSON.stringify(spoiled)));
      }),
      { numRuns: 80 },
    );
  });

  it('never throws when it is cut, and names the row of the cut', async () => {
    const text = JSON.stringify(sample);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 2), fc.integer({ min: 1, max: 5_000 }), async (end, size) => {
        const found = await read(text.slice(0, end), size);
        expectInOrder(found);
        expect(faultsIn(found).at(-1)!.row).toBeLessThanOrEqual(rows(sample).length + 1);
      }),
      { numRuns: 40 },
    );
  });

  it('never throws when characters are put anywhere', async () => {
    const text = JSON.stringify(sample);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
        async (place, put) => {
          expectInOrder(await read(text.slice(0, place) + put + text.slice(place)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives the same calls when rows are shuffled and doubled', async () => {
    const calls = async (order: any[]) => {
      const copy = structuredClone(sample);
      rows(copy).splice(0, Infinity, ...order);
      const merged = await allOf(mergeRows(format, readCalls(format, JSON.stringify(copy))));
      return new Map(draftsIn(merged).map(({ draft }) => [draft.source.externalId, { ...draft, notes: [] }]));
    };
    const expected = await calls(rows(sample));
    const orders = fc.shuffledSubarray([...rows(sample), ...rows(sample)], { minLength: rows(sample).length * 2 });
    await fc.assert(
      fc.asyncProperty(orders, async order => expect(await calls(order)).toEqual(expected)),
      { numRuns: 20 },
    );
  });
});

describe('Whatever stands in the place of a deadline', () => {
  const [call] = parsedFixture('gdp-utlysningar.json');
  const [round] = parsedFixture('vinnova-register.json').ansokningsomgangar;
  const [topic] = parsedFixture('eu-portal-shape.json').results;
  const [record] = parsedFixture('eu-portal-grants-tenders.json').fundingData.GrantTenderObj;
  const [opportunity] = parsedFixture('common-grants-california.json').items;
  const undated = { ...topic.metadata, budgetOverview: [], deadlineModel: [] };

  const PLACES: readonly [CallFormat, string, (value: unknown) => unknown][] = [
    ['GDP', 'stangningsdatum', value => [{ ...call, oppningsdatum: null, stangningsdatum: value }]],
    ['VINNOVA', 'Stangningsdatum', value => [{ ...round, Oppningsdatum: null, Stangningsdatum: value }]],
    [
      'EU_PORTAL',
      'deadlineDate',
      value => ({ results: [{ ...topic, metadata: { ...undated, startDate: [], deadlineDate: value } }] }),
    ],
    [
      'EU_PORTAL',
      'deadlineDatesLong',
      value => ({
        fundingData: { GrantTenderObj: [{ ...record, plannedOpeningDateLong: null, deadlineDatesLong: value }] },
      }),
    ],
    ['COMMON_GRANTS', 'date', value => [{ ...opportunity, keyDates: { closeDate: { name: 'Close', date: value } } }]],
    ['COMMON_GRANTS', 'closeDate', value => [{ ...opportunity, keyDates: { closeDate: value } }]],
  ];
  const near = fc.constantFrom<unknown>('2035-02-15', ['2035-02-15'], 2035, 1791849600000, { date: '2035-02-15' }, [
    null,
  ]);

  it.each(PLACES)('of %s (%s) is read, or refuses the row; only nothing is no deadline', async (format, _, rowWith) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(near, anything), async value => {
        const [row] = await allOf(readCalls(format, JSON.stringify(rowWith(value))));
        if (!row || !('draft' in row)) return;
        if (row.draft.deadlines.length === 0) expect(isNothing(value)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  /** Nothing, in the ways in which JSON has it; text without a visible character; a register's word for no date. */
  function isNothing(value: unknown): boolean {
    if (value == null) return true;
    if (typeof value === 'string')
      return /^1900-01-01|^9999-12-31/.test(value) || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(value);
    if (Array.isArray(value)) return value.every(isNothing);
    return typeof value === 'object' && Object.values(value).every(isNothing);
  }
});

describe('A table, spoiled', () => {
  const headers = [
    'Identifierare',
    'Titel',
    'Finansiär',
    'Sista dag',
    'Budget',
    'Valuta',
    'Stödnivå',
    'TRL',
    'Länder',
    'Länk',
    'Öppnar',
    'Modell',
  ];
  const cell = fc.oneof(
    hostileText,
    fc.constantFrom('2027-02-15', '31/02', '75 354 267', '40%', 'SE', '4-7', 'SEK', 'https://example.org'),
  );
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('never throws and names the row, with quoted cells of anything', async () => {
    const table = fc.array(fc.array(cell, { minLength: headers.length, maxLength: headers.length }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(';', ',', '\t'), async (cells, separator) => {
        const text = [headers, ...cells].map(row => row.map(quoted).join(separator)).join('\n');
        const rows = await allOf(readCalls('CSV', text));
        expectInOrder(rows);
        // Row 1 is the header: every row is accounted for, in order, unless all its cells are blank.
        const told = cells.flatMap((row, place) => (row.every(value => value.trim() === '') ? [] : [place + 2]));
        expect(rows.map(({ row }) => row)).toEqual(told);
      }),
      { numRuns: 100 },
    );
  });

  it('never throws with bytes of anything after the header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 50 }), async (bytes, size) => {
        const text = Buffer.concat([Buffer.from(`${headers.join(';')}\n`), bytes]);
        expectInOrder(await allOf(readCalls('CSV', bytesOf(text, size))));
      }),
      { numRuns: 80 },
    );
  });

  it('never throws with bytes of anything, whatever the format', async () => {
    const formats = fc.constantFrom<CallFormat>('GDP', 'VINNOVA', 'EU_PORTAL', 'COMMON_GRANTS', 'CSV');
    await fc.assert(
      fc.asyncProperty(formats, fc.uint8Array({ maxLength: 200 }), async (format, bytes) => {
        const rows = await allOf(readCalls(format, bytesOf(bytes, 7)));
        expectInOrder(rows);
        expect(faultsIn(rows).length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
