import { LONGEST } from '../../shared/checks.js';
import type { Bilingual } from '../../shared/text/wording.js';
import { alternatives } from '../../shared/text/wording.js';
import { Cells } from '../../tables/cells.js';
import { shownIn } from '../../tables/raw-cells.js';
import { countryOf } from '../../tables/countries.js';
import { Remarks } from '../../tables/report/remarks.js';
import type { FaultyRow } from '../../tables/report/read-row.js';
import type { TableKind } from '../../tables/table-kind.js';
import { versionIn } from '../../tables/report/written-version.js';
import { checkedPartner, type PartnerDescription } from '../partner-description.js';
import { SECTOR_NAMES } from '../sector-names.js';
import type { Sector } from '../sectors.js';
import { PARTNER_TABLE } from './partner-columns.js';
import { regionOf } from './regions.js';
import { sectorOf } from './sector-words.js';

/** What a row says of a partner: what it says nothing of is left out. */
export interface PartnerDraft extends Partial<Omit<PartnerDescription, 'description'>> {
  readonly slug?: string;
  readonly version?: number;
  readonly description?: { readonly sv?: string | null; readonly en?: string | null };
}

/** A row of a table of partners that can be taken. */
export interface PartnerRow {
  readonly row: number;
  readonly draft: PartnerDraft;
  readonly cells: Cells;
}

/** A table of partners. */
export const PARTNERS: TableKind<Cells, PartnerRow> = {
  columns: PARTNER_TABLE,
  cellsOf: (header, cells) => new Cells(header, cells, new Remarks(shownIn(header, cells))),
  read: partnerRow,
};

function partnerRow(row: number, cells: Cells): PartnerRow | FaultyRow {
  const read = draftOf(cells);
  const { description, version, ...said } = { ...read, ...(isExact(read) && emptiedIn(cells)) };
  const { faults, values } = checkedPartner(said);
  for (const { path, message } of faults) {
    // What is looked at of a name is cut before, so its length is not told.
    const { sv, en } = path![0] === 'name' ? LONG_NAME : message;
    cells.remarks.broken(cells.column(path![0]!), { sv, en: en ?? sv });
  }
  if (cells.remarks.faults.length > 0) return refusedPartner({ row, draft: said, cells });
  const draft = {
    ...said,
    ...values,
    ...(description && { description }),
    ...(version !== undefined && { version }),
  } as PartnerDraft;
  return { row, draft, cells };
}

const LONG_NAME: Bilingual = {
  sv: `Namnet får ha högst ${LONGEST.name} tecken.`,
  en: `The name may have at most ${LONGEST.name} characters.`,
};

/** Whether a row says which version of which partner it was written from. */
const isExact = ({ slug, version }: PartnerDraft) => slug !== undefined && version !== undefined;

/** What such a row empties; what a partner cannot be without is asked for. */
function emptiedIn(cells: Cells): PartnerDraft {
  const isEmpty = (field: string) => cells.has(field) && cells.all(field).length === 0;
  // A name may be a dash: then something stands there.
  const isNeeded = (field: string) => isEmpty(field) && (field !== 'name' || !cells.asItStands(field));
  for (const field of ['name', 'sector', 'country']) if (isNeeded(field)) cells.remarks.missing(cells.column(field));
  const fields = ['organisationNumber', 'pic', 'nutsCode', 'website', 'contactEmail'].filter(isEmpty);
  const [sv, en] = [isEmpty('descriptionSv'), isEmpty('descriptionEn')];
  const [swedish, english] = ['descriptionSv', 'descriptionEn'].map(field => cells.description(field, LONGEST.text));
  return {
    ...Object.fromEntries(fields.map(field => [field, null])),
    ...((sv || en || swedish || english) && {
      description: said({ sv: sv ? null : swedish, en: en ? null : english }),
    }),
  };
}

/** The row as the report tells that it is refused. */
export function refusedPartner({ row, draft, cells }: PartnerRow): FaultyRow {
  const identifier = draft.name ?? draft.slug ?? draft.organisationNumber ?? draft.pic;
  return { row, ...(identifier && { identifier }), faults: cells.remarks.faults };
}

function draftOf(cells: Cells): PartnerDraft {
  const text = (field: string, longest: number = LONGEST.name) => cells.text(field, longest);
  const [sv, en] = ['descriptionSv', 'descriptionEn'].map(field => cells.description(field, LONGEST.text));
  const region = text('nutsCode');
  return said({
    name: text('name', 10 * LONGEST.name),
    slug: text('slug'),
    version: versionIn(cells),
    sector: sectorIn(cells),
    organisationNumber: text('organisationNumber'),
    pic: text('pic'),
    country: countryIn(cells),
    nutsCode: region && regionOf(region),
    website: cells.url('website'),
    contactEmail: text('contactEmail'),
    ...((sv || en) && { description: said({ sv, en }) }),
  });
}

function said<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function sectorIn(cells: Cells): Sector | undefined {
  const [filled] = cells.all('sector');
  return filled && (sectorOf(filled.cell) ?? cells.refuse(filled.path, filled.cell, NO_SECTOR));
}

const KNOWN_SECTORS = alternatives(Object.values(SECTOR_NAMES));
const NO_SECTOR: Bilingual = {
  sv: `är ingen sektor. Skriv ${KNOWN_SECTORS.sv}.`,
  en: `is not a sector. Write ${KNOWN_SECTORS.en}.`,
};

/** A country that is not known is told of by the rule of partners. */
function countryIn(cells: Cells): string | undefined {
  const [filled] = cells.all('country');
  return filled && (countryOf(filled.cell) ?? filled.cell);
}
