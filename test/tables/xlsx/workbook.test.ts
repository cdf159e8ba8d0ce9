import { Buffer } from 'node:buffer';
import { readTable } from '../../../src/funding-calls/exchange/read-calls.js';
import type { CallRow } from '../../../src/funding-calls/exchange/draft/call-draft.js';
import { type TableChoice, TableSeen } from '../../../src/tables/table-choice.js';
import { allOf, draftsIn, faultsIn, parsedFixture, skippedIn } from '../../support/calls/calls-from.js';
import { archive, asFile, inline, parts, type SheetValue, workbook } from '../../support/tables/workbook.js';

const HEADER = ['Beteckning', 'Titel', 'Finansiär', 'Sista ansökningsdag', 'Budget'];

async function read(bytes: Buffer, choice: TableChoice = {}): Promise<{ rows: CallRow[]; seen: TableSeen }> {
  const seen = new TableSeen();
  return { rows: await allOf(readTable('XLSX', { ...choice, seen }, asFile(bytes))), seen };
}

const sheet = async (...rows: SheetValue[][]) => (await read(workbook({ Blad1: [HEADER, ...rows] }))).rows;

/** What is said of a workbook that cannot be read. */
async function refusal(bytes: Buffer, choice?: TableChoice): Promise<string> {
  const { rows } = await read(bytes, choice);
  expect(draftsIn(rows)).toEqual([]);
  expect(rows).toHaveLength(1);
  return faultsIn(rows).map(({ faults }) => faults.map(({ message }) => message.sv).join(' '))[0]!;
}

const iso = (at: Date | undefined) => at?.toISOString().replace('.000Z', 'Z');

describe('A cell of a workbook', () => {
  it('holds a day as a day, and a time as it is in Sweden', async () => {
    const [day, moment] = draftsIn(
      await sheet(
        ['A', 'Hav', 'F', new Date('2035-02-15T00:00:00Z'), 8_000_000],
        ['B', 'Hav', 'F', new Date('2035-07-15T14:00:00Z'), 2.5],
      ),
    );
    expect(iso(day!.draft.deadlines[0]!.at)).toBe('2035-02-15T22:59:59Z');
    expect(iso(moment!.draft.deadlines[0]!.at)).toBe('2035-07-15T12:00:00Z');
    expect(day!.draft.budget).toEqual({ amount: '8000000.00', currency: 'SEK' });
    expect(moment!.draft.budget!.amount).toBe('2.50');
  });

  it('counts days from 1904 where the workbook does', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const row =
      '<row r="2"><c t="str"><v>A</v></c><c t="str"><v>T</v></c><c t="str"><v>F</v></c><c s="1"><v>47893</v></c></row>';
    const old = parts(inline(1, ...HEADER) + row, { 'xl/styles.xml': styles });
    old['xl/workbook.xml'] = old['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    const [call] = draftsIn((await read(archive(old))).rows);
    expect(iso(call!.draft.deadlines[0]!.at)).toBe('2035-02-15T22:59:59Z');
  });

  it('has the currency, the share and the zeros that its format shows', async () => {
    const formats = ['#,##0 "kr"', '#,##0.00\\ [$€-1]', '0.0%', '000000000'];
    const styles = `<styleSheet><numFmts>${formats.map((code, id) => `<numFmt numFmtId="${170 + id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, id) => `<xf numFmtId="${170 + id}"/>`).join('')}</cellXfs></styleSheet>`;
    const row = `<row r="2"><c s="4"><v>12345</v></c><c t="str"><v>T</v></c><c t="str"><v>F</v></c><c s="1"><v>5000000</v></c><c s="2"><v>1234.5</v></c><c s="3"><v>0.405</v></c></row>`;
    const header = inline(1, 'Beteckning', 'Titel', 'Finansiär', 'Budget', 'Högsta bidrag', 'Stödnivå');
    const [call] = draftsIn((await read(archive(parts(header + row, { 'xl/styles.xml': styles })))).rows);
    expect(call!.draft).toMatchObject({
      identifier: '000012345',
      budget: { amount: '5000000.00', currency: 'SEK' },
      grantMax: { amount: '1234.50', currency: 'EUR' },
      fundingRate: 40.5,
    });
  });

  it('is a text of runs, with its signs as they were typed', async () => {
    const texts = '<sst><si><r><t>Hav </t></r><r><t>&amp; kust_x000D_</t></r><rPh><t>uttal</t></rPh></si></sst>';
    const row = '<row r="2"><c t="str"><v>A</v></c><c t="s"><v>0</v></c><c t="str"><v>F</v></c></row>';
    const book = archive(parts(inline(1, ...HEADER) + row, { 'xl/sharedStrings.xml': texts }));
    expect(draftsIn((await read(book)).rows)[0]!.draft.title.sv).toBe('Hav & kust');
  });

  it('of a formula is its value; without one, or with an error, the row is refused and the cell quoted', async () => {
    const cells = (budget: string) =>
      `<c t="str"><v>A</v></c><c t="str"><f>"H"&amp;"av"</f><v>Hav</v></c><c t="str"><v>F</v></c><c/>${budget}`;
    const rows = ['<c><f>2+3</f><v>5</v></c>', '<c><f>2+3</f></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'];
    const xml = rows.map((budget, place) => `<row r="${place + 2}">${cells(budget)}</row>`).join('');
    const { rows: read3 } = await read(archive(parts(inline(1, ...HEADER) + xml)));
    expect(draftsIn(read3).map(({ draft }) => [draft.title.sv, draft.budget!.amount])).toEqual([['Hav', '5.00']]);
    expect(
      faultsIn(read3).map(({ row, faults }) => [row, faults[0]!.path, faults[0]!.message.sv.slice(0, 30)]),
    ).toEqual([
      [3, ['Budget'], 'Budget: ”=2+3” är en formel ut'],
      [4, ['Budget'], 'Budget: ”#DIV/0!” är felet av '],
    ]);
  });

  const CASES: any[] = parsedFixture('table-cells.json');

  it.each(CASES)('$column "$cell" is read as in CSV', async ({ column, cell }) => {
    const row: Record<string, string> = {
      identifier: 'X-1',
      title: 'Sea',
      programme: 'P',
      funder: 'F',
      [column]: cell,
    };
    if (column === 'currency') row['budget'] = '5';
    const quoted = (values: string[]) => values.map(value => `"${value.replaceAll('"', '""')}"`).join(',');
    const text = `${quoted(Object.keys(row))}\n${quoted(Object.values(row))}\n`;
    const asCsv = await allOf(readTable('CSV', { seen: new TableSeen() }, text));
    const { rows } = await read(workbook({ Blad1: [Object.keys(row), Object.values(row)] }));
    expect(rows).toEqual(asCsv);
  });
});

describe('A sheet', () => {
  const CALL = ['A-1', 'Hav', 'F', '2035-02-15', '8 mkr'];

  it('is the first that is not hidden, or the one that is named; the others are told', async () => {
    const book = workbook({ Läs: [['Om filen']], Utlysningar: [HEADER, CALL] });
    expect((await read(book)).seen.sheets).toEqual(['Läs', 'Utlysningar']);
    expect(draftsIn((await read(book, { sheet: 'utlysningar' })).rows)).toHaveLength(1);
    expect(await refusal(book, { sheet: 'Blad9' })).toBe(
      'Arbetsboken har inget blad ”Blad9”. Den har ”Läs” och ”Utlysningar”.',
    );
  });

  it('has its header below titles and its notes below its rows, and both are told', async () => {
    const { rows } = await read(
      workbook({
        Blad1: [['Utlysningar våren 2035'], ['Uppdaterad', 'av kansliet'], [], HEADER, CALL, [], ['Källa: registret']],
      }),
    );
    expect(draftsIn(rows).map(({ row, draft }) => [row, draft.identifier])).toEqual([[5, 'A-1']]);
    expect(skippedIn(rows)).toMatchObject([
      { skipped: { sv: 'Ovanför rubrikraden står 2 rader som inte läses.' } },
      { row: 7, skipped: { sv: 'En anteckning under tabellen, ingen rad i den: ”Källa: registret”.' } },
    ]);
  });

  it('has headings of two rows, and what is merged downwards in every row', async () => {
    const top = inline(1, 'Beteckning', 'Titel', 'Finansiär', 'Bidrag', '');
    const below = '<row r="2"><c/><c/><c/><c t="str"><v>lägsta</v></c><c t="str"><v>högsta</v></c></row>';
    const rows = inline(3, 'A', 'T', 'Vinnova', '1', '2') + inline(4, 'B', 'T', '', '3', '4');
    const merged = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'C3:C4'].map(ref => `<mergeCell ref="${ref}"/>`).join('');
    const xml = `<worksheet><sheetData>${top}${below}${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
    const { rows: read2, seen } = await read(archive(parts('', { 'xl/worksheets/sheet1.xml': xml })));
    expect(seen.columns.map(({ field }) => field)).toEqual(['identifier', 'titleSv', 'funder', 'grantMin', 'grantMax']);
    expect(draftsIn(read2).map(({ draft }) => [draft.identifier, draft.funder, draft.grantMax!.amount])).toEqual([
      ['A', 'Vinnova', '2.00'],
      ['B', 'Vinnova', '4.00'],
    ]);
  });

  it('may have columns that mean what somebody says, or nothing', async () => {
    const book = workbook({
      Blad1: [
        ['Id', 'Titel', 'Finansiär', 'Svara före'],
        ['A', 'T', 'F', '2035-02-15'],
      ],
    });
    const before = await read(book);
    expect(before.seen.columns.at(-1)).toEqual({ header: 'Svara före', field: null });
    const after = await read(book, { columns: [{ header: 'svara före', field: 'deadlines' }] });
    expect(draftsIn(after.rows)[0]!.draft.deadlines).toHaveLength(1);
    expect(await refusal(book, { columns: [{ header: 'Svara efter', field: null }] })).toContain('”Svara efter”');
  });

  it('says what stands in a column without a header', async () => {
    const rows = await sheet([...CALL, 'ring Eva']);
    expect(skippedIn(rows)).toMatchObject([
      { row: 2, skipped: { sv: 'Kolumn F har ingen rubrik och läses inte. Här står ”ring Eva”.' } },
    ]);
  });
});

describe('A workbook that no table needs', () => {
  it.each<[string, () => Buffer, string]>([
    ['a bomb', () => archive(parts(' '.repeat(64 * 1024 * 1024))), 'för stor'],
    ['a part that is larger than it says', () => archive(parts(inline(1, ...HEADER)), { size: 10 }), 'trasig'],
    ['a part that is smaller than it says', () => archive(parts(inline(1, ...HEADER)), { size: 100_000 }), 'trasig'],
    [
      'a million columns',
      () => archive(parts('<row r="1"><c r="BDWGN1" t="str"><v>x</v></c></row>')),
      'Högst 200 kolumner',
    ],
    [
      'a cell far to the right',
      () => archive(parts('<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>')),
      'Högst 200 kolumner',
    ],
    ['a text that is not there', () => archive(parts('<row r="1"><c t="s"><v>7</v></c></row>')), 'trasig'],
    ['elements without end', () => archive(parts('<a>'.repeat(100))), 'trasig'],
    [
      'a document type',
      () => archive(parts('', { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' })),
      'trasig',
    ],
    ['no workbook in it', () => archive({ 'word/document.xml': '<a/>' }), 'ingen Excel-arbetsbok'],
    [
      'OpenDocument',
      () => archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'Spara den som .xlsx',
    ],
    ['an old workbook', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), '(.xls)'],
    [
      'a locked one',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'lösenord',
    ],
    ['a text', () => Buffer.from('Beteckning;Titel\n'), 'ingen Excel-arbetsbok'],
    ['half a file', () => workbook({ Blad1: [HEADER] }).subarray(0, 2_000), 'trasig'],
    ['nothing', () => Buffer.alloc(0), 'ingen Excel-arbetsbok'],
  ])('is refused: %s', async (_, made, said) => {
    expect(await refusal(made())).toContain(said);
  });

  it('is never read outside itself', async () => {
    const away = parts(inline(1, ...HEADER) + inline(2, 'A', 'T', 'F', '2035-02-15', '1'));
    away['xl/_rels/workbook.xml.rels'] = away['xl/_rels/workbook.xml.rels']!.replace(
      '</Relationships>',
      '<Relationship Id="e" Type="http://x/externalLink" Target="http://127.0.0.1:1/x" TargetMode="External"/></Relationships>',
    );
    expect(draftsIn((await read(archive(away))).rows)).toHaveLength(1);
  });

  it('may be changed anywhere, and is read or refused', async () => {
    const whole = workbook({ Blad1: [HEADER, ['A-1', 'Hav', 'F', new Date('2035-02-15T00:00:00Z'), 5]] });
    for (let at = 0; at < whole.length; at += 37) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 0xff;
      const { rows } = await read(changed);
      expect(rows.length).toBeGreaterThan(0);
    }
  });
});
