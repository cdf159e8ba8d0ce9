import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { bytesOf } from '../calls/calls-from.js';

/** What a cell of a test's workbook holds; a Date is a day with its time as it is in the workbook. */
export type SheetValue = string | number | boolean | Date | null;

/** A workbook with these sheets, as Excel writes it. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly SheetValue[])[]>>): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        rows.map(row => [...row]),
        { UTC: true },
      ),
      name,
    );
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }));
}

/** An archive with these parts, as its directory tells of them: a size that is given may be a lie. */
export function archive(parts: Readonly<Record<string, string | Buffer>>, lies: { size?: number } = {}): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [plain, packed] = [Buffer.from(content), deflateRawSync(content)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(lies.size ?? plain.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), head, entry, Buffer.from(name));
    bodies.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (...those: readonly string[]) => `<Relationships>${those.join('')}</Relationships>`;
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** The parts of a workbook with one sheet of this XML, to make something of it that no program writes. */
export function parts(sheetData: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    '_rels/.rels': relations(relation('r', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': '<workbook><sheets><sheet name="Blad1" sheetId="1" r:id="s"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations(
      relation('s', 'worksheet', 'worksheets/sheet1.xml'),
      relation('t', 'sharedStrings', 'sharedStrings.xml'),
      relation('y', 'styles', 'styles.xml'),
    ),
    'xl/sharedStrings.xml': '<sst/>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  };
}

/** The cells of a row in XML, as texts of their own. */
export const inline = (row: number, ...texts: readonly string[]) =>
  `<row r="${row}">${texts.map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

/** A workbook's bytes, as a file gives them. */
export const asFile = (bytes: Buffer) => bytesOf(bytes, 64 * 1024);
