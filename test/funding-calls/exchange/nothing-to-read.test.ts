import type { CallFormat } from '../../../src/funding-calls/exchange/call-format.js';
import { readCalls } from '../../../src/funding-calls/exchange/read-calls.js';
import { allOf, bytesOf, faultsIn, rowsOf, skippedIn } from '../../support/calls/calls-from.js';
import { rowsFrom } from '../../support/calls/fetching.js';
import { json, misbehavingServer } from '../../support/doubles/misbehaving-server.js';

const EMPTY: readonly (readonly [CallFormat, unknown])[] = [
  ['GDP', []],
  ['GDP', { utlysningar: [] }],
  ['VINNOVA', []],
  ['VINNOVA', { program: [], utlysningar: [], ansokningsomgangar: [] }],
  ['EU_PORTAL', { results: [], totalResults: 0 }],
  ['EU_PORTAL', { results: [], totalResults: 40 }],
  ['EU_PORTAL', { fundingData: { GrantTenderObj: [] } }],
  ['COMMON_GRANTS', { items: [] }],
  ['CSV', 'Identifierare;Titel;Finansiär;Sista dag\n'],
  ['CSV', 'Identifierare;Titel;Finansiär;Sista dag\n;;;\n\n'],
];

const messagesOf = (rows: Parameters<typeof faultsIn>[0]) =>
  faultsIn(rows).flatMap(({ faults }) => faults.map(({ message }) => message.en));

describe('A file without any call', () => {
  it.each(EMPTY)('in the format %s is refused as a whole: %j', async (format, content) => {
    const rows = await rowsOf(format, content);
    expect(rows).toMatchObject([{ row: 0, faults: [{ code: 'INVALID' }] }]);
    expect(messagesOf(rows)[0]).toContain('The file has no calls: there is nothing to import.');
  });

  it('that an address answers with is told of, and no fault', async () => {
    const server = await misbehavingServer();
    server.answers = [json([])];
    const { rows } = await rowsFrom(server.url);
    await server.stop();
    expect([faultsIn(rows), skippedIn(rows).map(({ row, skipped }) => [row, skipped.en])]).toEqual([
      [],
      [[0, 'The source answers without calls: there is nothing to import.']],
    ]);
  });
});

describe("A row of another register, given as Vinnova's", () => {
  it.each([{ diarienummer: 'x' }, { identifier: 'x', title: 'T' }, {}])(
    'is refused by what it lacks: %j',
    async value => {
      const [refused] = faultsIn(await rowsOf('VINNOVA', [value]));
      expect(refused).toMatchObject({ row: 1, faults: [{ code: 'REQUIRED', path: ['Diarienummer'] }, {}] });
    },
  );
});

describe('A file that is no text', () => {
  const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map(part => Buffer.from(part as string)));
  const CASES = [
    ['a workbook', bytes('PK', [3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 0xc3, 0x28]), 'Excel workbook'],
    ['an old workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'Excel workbook'],
    ['an image', bytes([0x89], 'PNG\r\n', [0x1a, 10, 0, 0, 0, 13]), 'PNG'],
    ['a photograph', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF'), 'JPEG'],
    ['a document', bytes('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3], '\n'), 'PDF'],
    ['a compressed file', bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 'gzip'],
  ] as const;

  describe.each(['CSV', 'GDP'] as const)('given as %s', format => {
    it.each(CASES)('is named: %s', async (_, content, kind) => {
      for (const size of [1, 1_000]) {
        const [refused, ...more] = await allOf(readCalls(format, bytesOf(content, size)));
        expect([refused, more]).toMatchObject([{ breaksOff: true }, []]);
        expect(messagesOf([refused!])[0]).toContain(kind);
      }
      // As a page or a program gives it that has taken its bytes for text.
      if (kind === 'PNG' || kind === 'Excel workbook')
        expect(messagesOf(await rowsOf(format, content.toString('utf8')))[0]).toContain(kind);
    });
  });
});

describe('JSON given as a table', () => {
  it.each(['[{"diarienummer":"x"}]', ' \n[\n  {"a": 1}]', '{"results": []}', '[]'])('is named: %s', async text => {
    for (const size of [1, 1_000]) {
      const rows = await allOf(readCalls('CSV', bytesOf(text, size)));
      expect(rows).toMatchObject([{ breaksOff: true }]);
      expect(messagesOf(rows)).toEqual(['This is JSON and not a table. Choose the format that the file has.']);
    }
  });
});
