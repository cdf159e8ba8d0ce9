import { Buffer } from 'node:buffer';
import { readTable } from '../../../src/funding-calls/exchange/read-calls.js';
import { TableSeen } from '../../../src/tables/table-choice.js';
import { allOf } from '../../support/calls/calls-from.js';
import * as fc from '../../support/properties.js';
import { archive, asFile, inline, parts, workbook } from '../../support/tables/workbook.js';

const HEADER = ['Beteckning', 'Titel', 'Finansiär', 'Sista ansökningsdag', 'Budget'];
const WHOLE = workbook({ Blad1: [HEADER, ['A-1', 'Hav', 'F', new Date('2035-02-15T00:00:00Z'), 8_000_000]] });

/** However it is broken, it is read or refused: a fault of the reader's own would be thrown. */
async function isReadOrRefused(bytes: Buffer): Promise<void> {
  for (const row of await allOf(readTable('XLSX', { seen: new TableSeen() }, asFile(bytes))))
    if ('faults' in row) expect(row.faults.length).toBeGreaterThan(0);
}

const place = fc.nat(WHOLE.length - 1);

describe('a workbook that', () => {
  it(
    'has other bytes than were written, or fewer, or some twice, is read or refused',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 8 }),
          place,
          place,
          async (others, from, to) => {
            const bytes = Buffer.from(WHOLE);
            for (const [at, byte] of others) bytes[at] = byte;
            await isReadOrRefused(bytes);
            await isReadOrRefused(bytes.subarray(0, from));
            await isReadOrRefused(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]));
          },
        ),
        { numRuns: 150 },
      ),
    60_000,
  );

  it('says in its sheet what no program writes is read or refused', () => {
    const piece = fc.constantFrom(
      ...[
        '<row>',
        '</row>',
        '<c t="s">',
        '<c t="s"><v>',
        '<c r="XFD1048576"><v>',
        '<c r="A0"/>',
        '<c s="99999"><v>1</v></c>',
      ],
      ...[
        '<v>-1</v>',
        '<v>1e999</v>',
        '<v>NaN</v>',
        '</c>',
        '<f>HYPERLINK("http://x")</f>',
        '<is><t>',
        '</t></is>',
        '&#0;',
        '&bogus;',
      ],
      ...[
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '<![CDATA[',
        ']]>',
        '<row r="99999999"/>',
        '<row r="-1">',
        '<mergeCell ref="A1:XFD1048576"/>',
      ],
    );
    return fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async pieces =>
        isReadOrRefused(archive(parts(inline(1, ...HEADER) + pieces.join('')))),
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  const texts = ['<si><t>Beteckning</t></si>', '<si><t>Titel</t></si>', '<si><t>Finansiär</t></si>'];
  const PARTS = parts(
    `<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>${[2, 3, 4, 5, 6]
      .map(row => inline(row, `A-${row}`, 'Hav', 'F'))
      .join('')}`,
    { 'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>` },
  );
  const rowsOf = (each: Record<string, string>) =>
    allOf(readTable('XLSX', { seen: new TableSeen() }, asFile(archive(each))));
  const isRefused = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
    rows.some(row => 'faults' in row && (row.row === 0 || row.breaksOff));

  it('has a part that is cut anywhere, in an archive that is whole, is refused or has the same rows', async () => {
    const whole = await rowsOf(PARTS);
    expect(isRefused(whole)).toBe(false);
    for (const [name, content] of Object.entries(PARTS))
      for (let end = 0; end < content.length; end += 1) {
        const rows = await rowsOf({ ...PARTS, [name]: content.slice(0, end) });
        if (!isRefused(rows)) expect([name, content.slice(end), rows]).toEqual([name, content.slice(end), whole]);
      }
  }, 300_000);

  it.each([
    ['ends another element than it began', (sheet: string) => sheet.replace('</sheetData>', '</x>')],
    ['never ends what it began', (sheet: string) => sheet.replace('</worksheet>', '')],
    ['has no root', (sheet: string) => sheet.replace(/<.?worksheet>/g, '').replace(/<.?sheetData>/g, '')],
    ['ends twice', (sheet: string) => `${sheet}<worksheet/>`],
  ])('%s is refused', async (_, broken) => {
    const name = 'xl/worksheets/sheet1.xml';
    expect(isRefused(await rowsOf({ ...PARTS, [name]: broken(PARTS[name]!) }))).toBe(true);
  });

  it('has a cell that is too long, or a number that is none, says which', async () => {
    const at = 'xl/worksheets/sheet1.xml';
    const broken = (text: string) =>
      rowsOf({ ...PARTS, [at]: PARTS[at]!.replace('<c t="inlineStr"><is><t>Hav</t></is></c>', text) });
    const faultsOf = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
      rows.flatMap(row => ('faults' in row ? row.faults.map(({ message }) => [row.row, message.en]) : []));
    const long = await broken(`<c t="inlineStr"><is><t>${'x'.repeat(40_000)}</t></is></c>`);
    expect(faultsOf(long)).toEqual([[expect.any(Number), expect.stringContaining('longer than 32767 characters')]]);
    const none = faultsOf(await broken('<c><v>NaN</v></c>'));
    expect(none).toEqual([[2, expect.stringContaining('is saved as a number and is none')]]);
  });
});
