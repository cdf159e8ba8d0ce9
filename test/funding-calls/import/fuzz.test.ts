import fc from 'fast-check';
import { callFaults } from '../../../src/funding-calls/call-description.js';
import type { CallRow } from '../../../src/funding-calls/import/call-draft.js';
import type { CallFormat } from '../../../src/funding-calls/import/call-format.js';
import { mergeRows } from '../../../src/funding-calls/import/merge-rows.js';
import { readCalls } from '../../../src/funding-calls/import/read-calls.js';
import { allOf, bytesOf, draftsIn, faultsIn, parsedFixture } from '../../support/calls-from.js';

interface Sample {
  format: CallFormat;
  file: string;
  rows: (value: any) => any[];
}

const SAMPLES: Sample[] = [
  { format: 'GDP', file: 'gdp-utlysningar.json', rows: value => value },
  { format: 'VINNOVA', file: 'vinnova-register.json', rows: value => value.ansokningsomgangar },
  { format: 'EU_PORTAL', file: 'eu-portal-search.json', rows: value => value.results },
  { format: 'EU_PORTAL', file: 'eu-portal-shape.json', rows: value => value.results },
  { format: 'EU_PORTAL', file: 'eu-portal-grants-tenders.json', rows: value => value.fundingData.GrantTenderObj },
  { format: 'COMMON_GRANTS', file: 'common-grants-california.json', rows: value => value.items },
];

/** Texts that have broken something somewhere. */
const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '=cmd|"/c calc"!A1',
  '<script>alert(1)</script>',
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
    for (const { message } of faults) expect(message.sv && message.en).toBeTruthy();
  }
  for (const { draft } of draftsIn(rows)) {
    expect(callFaults(draft as never)).toEqual([]);
    expect(draft.identifier && draft.source.externalId).toBeTruthy();

    expect(JSON.stringify(draft)).not.toMatch(/\\u0000|\\ud[89a-f]/);
    for (const { at } of draft.deadlines) expect(Number.isNaN(at.getTime())).toBe(false);
  }
}

describe.each(SAMPLES)('$file, spoiled', ({ format, file, rows }) => {
  const sample = parsedFixture(file);
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
      const merged = await allOf(mergeRows(readCalls(format, JSON.stringify(copy))));
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
