import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { readTable } from '../../../src/funding-calls/exchange/read-calls.js';
import { TableSeen } from '../../../src/tables/table-choice.js';
import { allOf } from '../../support/calls/calls-from.js';
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
});
