import type { ImportReport } from '../../imports/import-report.js';
import type { Applied } from './move-ideas.js';

/** Tells what a row did, or would do; a new idea has its code once it is there, and is called by its title before. */
export function reportOf(
  report: ImportReport,
  { plan, idea }: Applied,
  { isReal }: { readonly isReal: boolean },
): void {
  const isNew = !plan.idea;
  if (!isNew && plan.changes.length === 0) return void report.unchanged.push(idea.id);
  const { sv, en } = idea.title;
  report.imported.push({
    row: plan.row.row,
    identifier: isNew && !isReal ? sv : idea.code,
    id: idea.id,
    title: { sv, en: en ?? null },
    deadlines: [],
    isNew,
    changes: plan.changes,
    notes: plan.row.cells.remarks.notes,
  });
}
