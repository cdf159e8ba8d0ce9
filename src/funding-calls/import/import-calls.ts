import type { EntityManager } from '@mikro-orm/core';
import { FocusArea } from '../../focus-areas/focus-area.js';
import { fault, Refusal, refuse } from '../../shared/refuse.js';
import { FundingCall } from '../funding-call.js';
import type { CallDraft, CallRow, DraftRow } from './call-draft.js';
import { changesFrom, plain } from './draft-changes.js';
import { emptyReport, type ImportReport } from './import-report.js';

/** Calls that are held in memory at a time. */
const BATCH = 500;

interface Import {
  readonly em: EntityManager;
  /** Writes what a batch has changed; a dry run writes nothing. */
  readonly flush: () => Promise<void>;
  readonly report: ImportReport;
  readonly areas: ReadonlyMap<string, FocusArea>;
  /** The rows that have made a call, by its identifier. */
  readonly made: Map<string, number>;
}

/**
 * Brings rows into the register within the transaction at hand, in batches. A call is known again by its source and id
 * there, or by its identifier; rows that cannot be taken are named in the report and stop nothing else.
 */
export async function importCalls(
  em: EntityManager,
  rows: AsyncIterable<CallRow>,
  flush: () => Promise<void>,
  onBatch: (report: ImportReport) => void = () => undefined,
): Promise<ImportReport> {
  const report = emptyReport();
  const made = new Map<string, number>();
  let batch: DraftRow[] = [];
  const take = async () => {
    await importBatch({ em, flush, report, areas: await focusAreas(em), made }, batch);
    batch = [];
    onBatch(report);
  };
  for await (const row of rows) {
    if ('faults' in row) report.refused.push(row);
    else if ('skipped' in row) report.skipped += 1;
    else batch.push(row);
    if (batch.length === BATCH) await take();
  }
  await take();
  report.refused.sort((one, other) => one.row - other.row);
  return report;
}

async function focusAreas(em: EntityManager): Promise<Map<string, FocusArea>> {
  return new Map((await em.findAll(FocusArea)).map(area => [area.code, area]));
}

async function importBatch(work: Import, batch: readonly DraftRow[]): Promise<void> {
  const known = await knownCalls(work.em, batch);
  for (const row of batch) importRow(work, row, known(row.draft));
  await work.flush();
  work.em.clear();
}

/** Finds the calls that drafts speak of: the same source and id first, else the same identifier. */
async function knownCalls(
  em: EntityManager,
  batch: readonly DraftRow[],
): Promise<(draft: CallDraft) => FundingCall | undefined> {
  const externalIds = batch.map(({ draft }) => draft.source.externalId);
  const identifiers = batch.map(({ draft }) => draft.identifier);
  const calls = await em.find(
    FundingCall,
    { $or: [{ source: { externalId: { $in: externalIds } } }, { identifier: { $in: identifiers } }] },
    { populate: ['focusAreas'] },
  );
  const bySource = new Map(
    calls.filter(({ source }) => source).map(call => [`${call.source!.system} ${call.source!.externalId}`, call]),
  );
  const byIdentifier = new Map(calls.map(call => [call.identifier, call]));
  return ({ source, identifier }) =>
    bySource.get(`${source.system} ${source.externalId}`) ?? byIdentifier.get(identifier);
}

function importRow(work: Import, { row, draft }: DraftRow, known: FundingCall | undefined): void {
  const { identifier, notes } = draft;
  try {
    const areas = areasOf(draft, work.areas);
    if (!known) {
      refuseTwin(identifier, work.made);
      const call = FundingCall.imported(draft, areas ?? []);
      work.em.persist(call);
      work.made.set(identifier, row);
      work.report.imported.push({ row, identifier, notes, callId: call.id, isNew: true, changes: [] });
      return;
    }
    const before = plain(known.description()) as Record<string, unknown>;
    const changed = known.takeOver(draft, changesFrom(known, draft), areas);
    if (changed.length === 0) return void work.report.unchanged.push(known.id);
    const after = plain(known.description()) as Record<string, unknown>;
    const changes = changed.map(field => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
    work.report.imported.push({ row, identifier, notes, callId: known.id, isNew: false, changes });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    work.report.refused.push({ row, identifier, faults: error.faults });
  }
}

/** Two sources' calls with one identifier cannot both be kept. */
function refuseTwin(identifier: string, made: ReadonlyMap<string, number>): void {
  const row = made.get(identifier);
  if (row === undefined) return;
  refuse('ALREADY_EXISTS', {
    path: ['identifier'],
    message: {
      sv: `Rad ${row} har samma identifierare och är en annan utlysning.`,
      en: `Row ${row} has the same identifier and is another call.`,
    },
  });
}

/** The focus areas a row names, or undefined when it names none. */
function areasOf({ focusAreas: codes }: CallDraft, areas: ReadonlyMap<string, FocusArea>): FocusArea[] | undefined {
  const unknown = codes?.filter(code => !areas.has(code)) ?? [];
  if (unknown.length > 0) {
    throw new Refusal(
      unknown.map(code =>
        fault('NOT_FOUND', ['focusAreas'], {
          sv: `Det finns inget fokusområde med koden "${code}".`,
          en: `There is no focus area with the code "${code}".`,
        }),
      ),
    );
  }
  return codes?.map(code => areas.get(code)!);
}
