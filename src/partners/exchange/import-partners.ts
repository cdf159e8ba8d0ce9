import type { EntityManager } from '@mikro-orm/core';
import type { Change } from '../../activity/activity.js';
import { emptyReport, type ImportReport } from '../../imports/import-report.js';
import { asKept, englishSaid } from '../../imports/as-kept.js';
import { importAlone, inBatches } from '../../imports/in-batches.js';
import { differing, isSame, plain } from '../../shared/changes.js';
import { breath } from '../../shared/program/breath.js';
import { Refusal, refuse } from '../../shared/refuse.js';
import { LocalizedText } from '../../shared/text/localized-text.js';
import type { FaultyRow, SkippedRow } from '../../tables/report/read-row.js';
import type { Cells } from '../../tables/cells.js';
import { neverWas } from '../../tables/report/written-version.js';
import { line, paragraphs } from '../../tables/text/plain-text.js';
import { DESCRIBING_PARTNER } from '../partner-description.js';
import { Partner } from '../partner.js';
import { KnownPartners } from './known-partners.js';
import { type PartnerDraft, type PartnerRow, refusedPartner } from './partner-row.js';

interface Import {
  readonly em: EntityManager;
  readonly report: ImportReport;
  readonly known: KnownPartners;
  /** The rows that have spoken of a partner, by its id. */
  readonly spoken: Map<string, number>;
}

/**
 * Brings partners into the register within the transaction at hand, in batches. One is known again by its organisation
 * number, PIC, short name or name; rows that cannot be taken are named in the report and stop nothing else.
 */
export async function importPartners(
  em: EntityManager,
  rows: AsyncIterable<PartnerRow | FaultyRow | SkippedRow> | Iterable<PartnerRow | FaultyRow | SkippedRow>,
  flush: (() => Promise<void>) | null,
  onBatch: (report: ImportReport) => void = () => undefined,
): Promise<ImportReport> {
  if (flush) await importAlone(em, 'partners');
  const known = new KnownPartners(await em.findAll(Partner));
  em.clear();
  const work: Import = { em, report: emptyReport(), known, spoken: new Map() };
  await inBatches<PartnerRow>(rows, work, async batch => {
    await importBatch(work, batch);
    await flush?.();
    onBatch(work.report);
  });
  return work.report;
}

async function importBatch(work: Import, batch: readonly PartnerRow[]): Promise<void> {
  const found = batch.map(row => ({ row, id: refusing(work, row, () => work.known.find(row.draft)) }));
  const ids = found.flatMap(({ id }) => id ?? []);
  const known = ids.length > 0 ? await work.em.find(Partner, { id: { $in: ids } }) : [];
  const partners = new Map(known.map(partner => [partner.id, partner]));
  for (const { row, id } of found) {
    await breath();
    if (row.cells.remarks.faults.length > 0) continue;
    // A row before it in the batch may have made the partner.
    refusing(work, row, () => importRow(work, row, partners.get(id ?? work.known.find(row.draft) ?? '')));
  }
}

/** Does something with a row; what is refused is told by the columns of the table. */
function refusing<T>({ report }: Import, row: PartnerRow, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const { code, path, message } of error.faults) {
      const field = columnOf(path?.[0], row.draft);
      const told = { sv: message.sv, en: message.en ?? message.sv };
      row.cells.remarks.broken(field ? row.cells.column(field) : [], told, code);
    }
    report.refused.push(refusedPartner(row));
    return undefined;
  }
}

/** The column that a field is told by; a short name that the row does not say was made of its name. */
function columnOf(field: string | undefined, { slug }: PartnerDraft): string | undefined {
  if (field === 'description') return 'descriptionSv';
  return field === 'slug' && slug === undefined ? 'name' : field;
}

function importRow(work: Import, { row, draft, cells }: PartnerRow, partner: Partner | undefined): void {
  const id = partner?.id ?? work.known.find(draft);
  const before = id && work.spoken.get(id);
  if (before) refuse('ALREADY_EXISTS', { path: [draft.slug === undefined ? 'name' : 'slug'], message: sameAs(before) });
  const notes = cells.remarks.notes;
  if (!partner) {
    const made = Partner.register(newPartner({ row, draft, cells }));
    work.em.persist(made);
    work.known.add(made);
    work.spoken.set(made.id, row);
    work.report.imported.push({ row, ...shown(made), notes, isNew: true, changes: [] });
    return;
  }
  work.spoken.set(partner.id, row);
  const changes = changed(partner, draft, cells);
  if (changes.length === 0) work.report.unchanged.push(partner.id);
  else work.report.imported.push({ row, ...shown(partner), notes, isNew: false, changes });
}

function shown({ id, slug, name }: Partner) {
  return { id, identifier: slug, title: { sv: name, en: null }, deadlines: [] };
}

/** What a new partner cannot be without is asked for by its columns. */
function newPartner({ draft, cells }: PartnerRow) {
  const { name, sector, description, version: _, ...rest } = draft;
  for (const field of ['name', 'sector'] as const) if (!draft[field]) cells.remarks.missing(cells.column(field));
  if (!name || !sector) throw new Refusal([]);
  return { ...rest, name, sector, description: textOf(cells, description) ?? null };
}

/** The description after the import; null where the row empties it, undefined where it says nothing of it. */
function textOf(
  cells: Cells,
  said: PartnerDraft['description'],
  present?: LocalizedText | null,
): LocalizedText | null | undefined {
  if (!said) return undefined;
  const [sv, en] = [
    asKept({ said: said.sv, stands: cells.asItStands('descriptionSv') }, present?.sv, paragraphs),
    englishSaid(
      asKept({ said: said.en, stands: cells.asItStands('descriptionEn') }, present?.en, paragraphs),
      present,
      paragraphs,
    ),
  ];
  const [swedish, english] = [sv === undefined ? present?.sv : sv, en === undefined ? present?.en : en];
  // What stands from before is not cleaned by the way.
  if (present && swedish === present.sv && (english ?? null) === (present.en ?? null)) return undefined;
  return swedish || english ? LocalizedText.of({ sv: swedish ?? english!, en: english ?? null }) : null;
}

/** The changes that a row makes in a partner. */
function changed(partner: Partner, { slug: _, version, description, ...said }: PartnerDraft, cells: Cells): Change[] {
  const before = described(partner);
  const text = textOf(cells, description, partner.description);
  const name = asKept({ said: said.name, stands: cells.asItStands('name') }, partner.name, line) ?? undefined;
  const news = { ...said, ...(name !== undefined && { name }), ...(text !== undefined && { description: text }) };
  if (version !== undefined && version > partner.version)
    refuse('INVALID', { path: ['version'], message: neverWas(version, partner) });
  // A row that was written from an older version may say what stands by now.
  if (version !== undefined && version < partner.version) {
    if (Object.keys(differing(partner, news)).length === 0) return [];
    refuse('CONFLICT', { path: ['version'], message: changedMeanwhile(partner, version) });
  }
  partner.update(news);
  const after = described(partner);
  return DESCRIBING_PARTNER.flatMap(field => changesIn(field, before[field], after[field]));
}

/** A description that is new or goes is told whole, else by its languages: each has a cell. */
function changesIn(field: string, before: unknown, after: unknown): Change[] {
  if (isSame(before, after)) return [];
  if (field !== 'description' || !before || !after) return [{ field, before, after }];
  const [was, is] = [before as LocalizedText, after as LocalizedText];
  return [...changesIn('descriptionSv', was.sv, is.sv), ...changesIn('descriptionEn', was.en ?? null, is.en ?? null)];
}

function described(partner: Partner): Record<string, unknown> {
  return Object.fromEntries(DESCRIBING_PARTNER.map(field => [field, plain(partner[field])]));
}

function changedMeanwhile({ name, version }: Partner, written: number) {
  return {
    sv: `${name} har ändrats av någon annan sedan tabellen skrevs (version ${written}, nu ${version}). Hämta en ny export och gör ändringen där.`,
    en: `${name} has been changed by somebody else since the table was written (version ${written}, now ${version}). Take a new export and make the change there.`,
  };
}

function sameAs(row: number) {
  return { sv: `Rad ${row} är samma partner.`, en: `Row ${row} is the same partner.` };
}
