import type { EntityManager } from '@mikro-orm/core';
import { emptyReport, type ImportReport } from '../../imports/import-report.js';
import { importAlone, inBatches } from '../../imports/in-batches.js';
import type { Programme } from '../../programmes/programme.js';
import { programmeFor } from '../../programmes/programme-for.js';
import { breath } from '../../shared/program/breath.js';
import { plainWord } from '../../shared/text/plain-word.js';
import { Refusal } from '../../shared/refuse.js';
import type { Viewer } from '../../shared/viewer.js';
import type { FaultyRow, SkippedRow } from '../../tables/report/read-row.js';
import { applyPlan } from './apply-idea.js';
import { type IdeaRow, refusedIdea } from './reading/idea-row.js';
import { KnownIdeas, type Meant } from './planning/known-ideas.js';
import { loadChosen, loadIdeas, lockPartners } from './load-batch.js';
import { type Lookups, lookupsIn } from './reading/lookups.js';
import { type Applied, moveIdeas } from './move-ideas.js';
import { type PlannedIdea, plannedIdea, refuseSecond } from './planning/plan-idea.js';
import { Programmes } from './programmes.js';
import { refusing } from './refusing.js';
import { reportOf } from './report-idea.js';
import { ofCell } from '../../tables/text/cell-text.js';

/** Who imports, and which programme new ideas belong to where the table does not say it. */
export interface ImportingIdeas {
  readonly viewer: Viewer;
  readonly programme?: string | null | undefined;
}

interface Import extends ImportingIdeas {
  readonly em: EntityManager;
  readonly report: ImportReport;
  readonly lookups: Lookups;
  readonly known: KnownIdeas;
  /** Without it nothing is changed. */
  readonly flush: (() => Promise<void>) | null;
  /** The rows that have spoken of an idea, by what it is known by. */
  readonly spoken: Map<string, number>;
}

/**
 * Brings ideas in within the transaction at hand, in batches. One is known again by its code, or by its title with its
 * owner; rows that cannot be taken are named in the report and stop nothing else.
 */
export async function importIdeas(
  em: EntityManager,
  rows: AsyncIterable<IdeaRow | FaultyRow | SkippedRow> | Iterable<IdeaRow | FaultyRow | SkippedRow>,
  flush: (() => Promise<void>) | null,
  importing: ImportingIdeas,
  onBatch: (report: ImportReport) => void = () => undefined,
): Promise<ImportReport> {
  if (flush) await importAlone(em, 'ideas');
  if (flush) await lockPartners(em);
  if (importing.programme != null) await programmeFor(em, importing.programme);
  const [lookups, known] = [await lookupsIn(em), await KnownIdeas.in(em)];
  em.clear();
  const work: Import = { ...importing, em, flush, lookups, known, report: emptyReport(), spoken: new Map() };
  await inBatches<IdeaRow>(rows, work, async batch => {
    await importBatch(work, batch);
    onBatch(work.report);
  });
  return work.report;
}

/** A row that is refused while it is applied has left traces: the others are applied anew without it. */
async function importBatch(work: Import, batch: readonly IdeaRow[]): Promise<void> {
  const { em, flush, viewer, report } = work;
  let rows = batch;
  for (;;) {
    const programmes = new Programmes(em);
    const plans = await plansOf(work, rows, programmes);
    const applied = await appliedOf(work, plans, programmes);
    if (applied.length === plans.length || !flush) {
      await flush?.();
      if (flush) await moveIdeas(em, applied, { viewer, flush });
      for (const each of applied) reportOf(report, each, { isReal: flush !== null });
      return;
    }
    em.clear();
    rows = applied.map(({ plan }) => plan.row);
  }
}

async function plansOf(work: Import, rows: readonly IdeaRow[], programmes: Programmes): Promise<PlannedIdea[]> {
  const { em, flush } = work;
  const meant = rows.flatMap(row => {
    row.cells.remarks.notes.splice(row.notes);
    const found = refusing(row.cells, () => ({ row, id: idOf(work, row) }));
    if (!found) work.report.refused.push(refusedIdea(row));
    return found ?? [];
  });
  const ideas = await loadIdeas(
    em,
    meant.flatMap(({ id }) => id ?? []),
    flush !== null,
  );
  const plans: PlannedIdea[] = [];
  for (const { row, id } of meant) {
    await breath();
    const programme = await programmeOf(work, row, { isKnown: id !== undefined, programmes });
    const idea = id === undefined ? undefined : ideas.get(id);
    const plan = taken(work, row, () => plannedIdea(row, idea, { lookups: work.lookups, programme: found(programme) }));
    if (plan) plans.push(plan);
  }
  return plans;
}

async function appliedOf(work: Import, plans: readonly PlannedIdea[], programmes: Programmes): Promise<Applied[]> {
  const { em, viewer, flush } = work;
  const calls = plans.flatMap(({ applications }) => applications.changed.map(({ said }) => said.call.id));
  await loadChosen(em, calls, flush !== null);
  const applied: Applied[] = [];
  for (const plan of plans) {
    await breath();
    const programme = await programmeOf(work, plan.row, { isKnown: plan.idea !== undefined, programmes });
    const idea = taken(work, plan.row, () => applyPlan(em, plan, { programme: found(programme), viewer }));
    if (idea) applied.push({ plan, idea });
  }
  return applied;
}

/** Does something with a row; one that has been refused is told of. */
function taken<T>({ report }: Import, row: IdeaRow, work: () => T): T | undefined {
  const done = refusing(row.cells, work);
  if (row.cells.remarks.faults.length === 0) return done;
  report.refused.push(refusedIdea(row));
  return undefined;
}

/** The id of the idea that a row means, which no other row may have spoken of. */
function idOf({ known, lookups, spoken }: Import, { row, said, cells }: IdeaRow): string | undefined {
  const titles = [said.titleSv, said.titleEn].flatMap(title => title || []);
  const owner = lookups.partners.find(ofCell(cells.all('owner')[0]?.cell ?? ''));
  const ownerId = owner && owner !== 'SEVERAL' ? owner.id : undefined;
  const meant: Meant = { code: said.code, titles, ownerId };
  const id = known.find(meant);
  const keys = id ? [id] : titles.map(title => `${ownerId ?? ''} ${plainWord(title)}`);
  const before = keys.map(key => spoken.get(key)).find(other => other !== undefined && other !== row);
  if (before !== undefined) refuseSecond(before, said.code === undefined ? 'titleSv' : 'code');
  for (const key of keys) spoken.set(key, row);
  const alike = id ? [] : known.alike(meant);
  if (alike.length > 0) cells.remarks.note(sameTitle(alike.slice(0, 3).join(', ')));
  return id;
}

function sameTitle(codes: string) {
  return {
    sv: `En annan ägare har en idé med samma titel: ${codes}.`,
    en: `Another owner has an idea of the same title: ${codes}.`,
  };
}

/** The programme that a new idea gets, or that the row of another says; it is not looked up where it says none. */
async function programmeOf(
  { programme }: Import,
  { said }: IdeaRow,
  { isKnown, programmes }: { readonly isKnown: boolean; readonly programmes: Programmes },
): Promise<Programme | Refusal | undefined> {
  const code = said.programme ?? (isKnown ? undefined : (programme ?? null));
  return code === undefined ? undefined : programmes.of(code);
}

/** What has been looked up, or the refusal of a row for it. */
function found<T>(looked: T | Refusal): T {
  if (looked instanceof Refusal) throw looked;
  return looked;
}
