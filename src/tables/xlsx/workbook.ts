import { posix } from 'node:path';
import { BrokenInput } from '../text/source-text.js';
import { brokenWorkbook, NO_WORKBOOK, noSheet, OTHER_WORKBOOK } from './workbook-faults.js';
import { WORKBOOK_LIMITS } from './workbook-limits.js';
import { type Attributes, walkAll } from './xml.js';
import { builtInFormat, type DateSystem } from './written-number.js';
import type { Zip } from './zip.js';

/** A sheet of cells by its name, and the part of the archive that has it. */
interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** The parts that a part points at, by the id of the pointing and by what they are. */
type Relations = readonly { readonly id: string; readonly type: string; readonly part: string }[];

/** What a workbook says of itself: its sheets, its calendar, the formats of its cells and the parts that have its texts. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly dateSystem: DateSystem;
  /** The format of each style, by its number. */
  readonly formats: readonly string[];
  readonly texts: string | undefined;
}

export async function workbookIn(zip: Zip): Promise<Workbook> {
  const [main] = (await relationsOf(zip, '')).filter(({ type }) => type === 'officeDocument');
  if (!main) throw new BrokenInput(zip.has('mimetype') ? OTHER_WORKBOOK : NO_WORKBOOK);
  if (main.part.endsWith('.bin')) throw new BrokenInput(OTHER_WORKBOOK);
  const relations = await relationsOf(zip, main.part);
  const { sheets, dateSystem } = await sheetsIn(zip, main.part, relations);
  if (sheets.length === 0) throw new BrokenInput(NO_WORKBOOK);
  const partOf = (type: string) => relations.find(relation => relation.type === type)?.part;
  const styles = partOf('styles');
  return { sheets, dateSystem, formats: styles ? await formatsIn(zip, styles) : [], texts: partOf('sharedStrings') };
}

/** The sheet of a name in any letters, or the first that is not hidden. */
export function sheetOf({ sheets }: Workbook, name: string | undefined): Sheet {
  if (name === undefined) return sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]!;
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();
  const found = sheets.find(sheet => sheet.name === name) ?? sheets.find(sheet => plain(sheet.name) === plain(name));
  if (found) return found;
  const shown = sheets.filter(({ isHidden }) => !isHidden).map(sheet => sheet.name);
  throw new BrokenInput(noSheet(name, shown), ['sheet']);
}

/** What a part points at inside the archive; what lies outside it is never looked at. */
async function relationsOf(zip: Zip, part: string): Promise<Relations> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(name)) return [];
  const relations: Relations[number][] = [];
  await walkAll(zip.read(name, WORKBOOK_LIMITS.part), {
    open: (element, attributes) => {
      if (element !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const target = attributes.get('Target') ?? '';
      relations.push({
        id: attributes.get('Id') ?? '',
        type: posix.basename(attributes.get('Type') ?? ''),
        part: posix.join('/', target.startsWith('/') ? '' : posix.dirname(part), target).slice(1),
      });
    },
  });
  return relations;
}

async function sheetsIn(
  zip: Zip,
  part: string,
  relations: Relations,
): Promise<Pick<Workbook, 'sheets' | 'dateSystem'>> {
  if (!zip.has(part)) throw new BrokenInput(brokenWorkbook(part));
  const parts = new Map(relations.filter(({ type }) => type === 'worksheet').map(({ id, part: at }) => [id, at]));
  const sheets: Sheet[] = [];
  let dateSystem: DateSystem = 1900;
  await walkAll(zip.read(part, WORKBOOK_LIMITS.part), {
    open: (element, attributes) => {
      if (element === 'workbookPr' && isOn(attributes.get('date1904'))) dateSystem = 1904;
      const at = element === 'sheet' ? parts.get(attributes.get('id') ?? '') : undefined;
      if (at === undefined || sheets.length >= WORKBOOK_LIMITS.sheets) return;
      const isHidden = (attributes.get('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.get('name') ?? '', part: at, isHidden });
    },
  });
  return { sheets, dateSystem };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

async function formatsIn(zip: Zip, part: string): Promise<string[]> {
  const own = new Map<number, string>();
  const styles: string[] = [];
  let isInCells = false;
  const open = (element: string, attributes: Attributes): void => {
    const id = Number(attributes.get('numFmtId') ?? 0);
    if (element === 'numFmt') own.set(id, attributes.get('formatCode') ?? '');
    if (element === 'cellXfs') isInCells = true;
    if (element === 'xf' && isInCells) styles.push(own.get(id) ?? builtInFormat(id));
  };
  const close = (element: string): void => {
    if (element === 'cellXfs') isInCells = false;
  };
  await walkAll(zip.read(part, WORKBOOK_LIMITS.part), { open, close });
  return styles;
}
