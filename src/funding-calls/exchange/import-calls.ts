import type { EntityManager } from '@mikro-orm/core';
import type { Change } from '../../activity/activity.js';
import { FocusArea } from '../../focus-areas/focus-area.js';
import { noSuchArea, retiredFaults } from '../../focus-areas/retired-area.js';
import { breath } from '../../shared/program/breath.js';
import { isSame, plain } from '../../shared/changes.js';
import type { Localized } from '../../shared/text/localized-text.js';
import { fault, Refusal, refuse, refuseAny } from '../../shared/refuse.js';
import type { CallWords } from '../description/call-words.js';
import { FundingCall } from '../funding-call.js';
import type { CallStatement } from '../sources/call-statement.js';
import { changesBy, firstSaid } from '../sources/source-changes.js';
import type { CallDraft, CallRow, DraftRow } from './draft/call-draft.js';
import { statementOf } from './draft/draft-statement.js';
import { wordsOf } from './draft/finished-row.js';
import { withKeptTexts } from './draft/kept-texts.js';
import { KnownCalls } from './known-calls.js';
import { importAlone, inBatches } from '../../imports/in-batches.js';
import { emptyReport, type ImportReport } from '../../imports/import-report.js';

interface Import {
  readonly em: EntityManager;
  /** Writes what a batch has changed; null in a dry run, which writes nothing. */
  readonly flush: (() => Promise<void>) | null;
  readonly report: ImportReport;
  readonly areas: ReadonlyMap<string, FocusArea>;
  readonly known: KnownCalls;
  /** The rows that have made a call, by its identifier. */
  readonly made: Map<string, number>;
  /** What is still assumed of calls that a batch has left as they were. */
  readonly confirmed: Map<FundingCall, readonly string[]>;
}

/**
 * Brings rows into the register within the transaction at hand, in batches. A call is known again by its source and id
 * there, or by its identifier; rows that cannot be taken are named in the report and stop nothing else.
 */
export async function importCalls(
  em: EntityManager,
  rows: AsyncIterable<CallRow> | Iterable<CallRow>,
  flush: (() => Promise<void>) | null,
  onBatch: (report: ImportReport) => void = () => undefined,
): Promise<ImportReport> {
  if (flush) await importAlone(em, 'calls');
  const areas = new Map((await em.findAll(FocusArea)).map(area => [area.code, area]));
  const [report, made, known] = [emptyReport(), new Map<string, number>(), await KnownCalls.in(em)];
  await inBatches<DraftRow>(rows, { em, report }, async batch => {
    for (const area of areas.values()) em.merge(area);
    await importBatch({ em, flush, report, areas, known, made, confirmed: new Map() }, batch);
    onBatch(report);
  });
  return report;
}

async function importBatch(work: Import, batch: readonly DraftRow[]): Promise<void> {
  const drafts = batch.map(({ draft }) => draft);
  const calls = await work.known.load(work.em, drafts);
  for (const [place, row] of batch.entries()) {
    await breath();
    importRow(work, row, calls[place]);
  }
  await work.flush?.();
  if (work.flush) await rememberConfirmed(work);
}

/** A source that confirms an assumption changes nothing that anyone sees: no version, no activity. */
async function rememberConfirmed({ em, confirmed }: Import): Promise<void> {
  for (const [{ id, version }, assumed] of confirmed)
    await em.nativeUpdate(FundingCall, { id, version }, { assumedFields: [...assumed], version });
}

function importRow(work: Import, { row, draft, fields }: DraftRow, known: FundingCall | undefined): void {
  const { identifier, notes } = draft;
  const words = wordsOf(fields);
  try {
    const statement = statementOf(
      known ? withKeptTexts(draft, known.description()) : draft,
      areasOf(draft, { areas: work.areas, kept: known?.focusAreas.getItems() ?? [] }, words),
    );
    if (!known) {
      refuseTwin(identifier, work.made, words);
      const call = FundingCall.imported(identifier, firstSaid(statement));
      work.em.persist(call);
      work.made.set(identifier, row);
      work.known.add(call);
      const said = call.publishedAt ? notes : [NO_DEADLINE, ...notes];
      work.report.imported.push({ row, identifier, ...shown(call), notes: said, isNew: true, changes: [] });
      return;
    }
    const changes = takeOver(work, known, { statement, words });
    work.known.add(known);
    if (changes.length === 0) work.report.unchanged.push(known.id);
    else work.report.imported.push({ row, identifier, ...shown(known), notes, isNew: false, changes });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    work.report.refused.push({ row, identifier, faults: error.faults });
  }
}

/** What the report shows of a call, as it is after the row. */
function shown({ id, title, deadlines }: FundingCall) {
  return { id, title: { ...title }, deadlines: [...deadlines].sort((one, other) => one.getTime() - other.getTime()) };
}

/** Why a call is a draft, and what a person can do about it. */
const NO_DEADLINE: Localized = {
  sv: 'Källan anger varken sista ansökningsdag eller att utlysningen är löpande, så den blir ett utkast. Ange sista ansökningsdag, eller välj löpande (CONTINUOUS), och publicera den. En senare import som anger sista ansökningsdag publicerar den.',
  en: "The source gives no deadline and doesn't say that the call is continuous; published, it would look open for ever. It becomes a draft: give a deadline, or choose continuous (CONTINUOUS), and publish it. A later import that gives a deadline publishes it.",
};

/** The changes that a source makes in a call. What it only confirms is remembered, and changes nothing. */
function takeOver(
  work: Import,
  call: FundingCall,
  { statement, words }: { statement: CallStatement; words: CallWords },
): Change[] {
  const before = plain(call.description()) as Record<string, unknown>;
  const changes = changesBy(statement, call);
  const changed = call.takeOver(changes, words);
  if (changed.length === 0 && !isSame(call.assumedFields, changes.assumed)) work.confirmed.set(call, changes.assumed);
  const after = plain(call.description()) as Record<string, unknown>;
  return changed.map(field => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** Two sources' calls with one identifier cannot both be kept. */
function refuseTwin(identifier: string, made: ReadonlyMap<string, number>, { at }: CallWords): void {
  const row = made.get(identifier);
  if (row === undefined) return;
  refuse('ALREADY_EXISTS', {
    path: at('identifier'),
    message: {
      sv: `Rad ${row} har samma beteckning och är en annan utlysning.`,
      en: `Row ${row} has the same identifier and is another call.`,
    },
  });
}

/** The focus areas a row names; one out of use only where the call has it already. */
function areasOf(
  { focusAreas: codes = [] }: CallDraft,
  { areas, kept }: Pick<Import, 'areas'> & { kept: readonly FocusArea[] },
  { at }: CallWords,
): FocusArea[] {
  const named = codes.map(code => areas.get(code)).filter(area => area !== undefined);
  const chosen = named.filter(area => !kept.includes(area));
  refuseAny([
    ...codes.filter(code => !areas.has(code)).map(code => fault('NOT_FOUND', at('focusAreas'), noSuchArea(code))),
    ...retiredFaults(chosen, [...areas.values()], at('focusAreas')),
  ]);
  return named;
}
