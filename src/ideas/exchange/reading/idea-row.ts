import { LONGEST } from '../../../shared/checks.js';
import { isMailbox, NO_MAILBOX } from '../../../shared/values/mailbox.js';
import { Cells } from '../../../tables/cells.js';
import { shownIn } from '../../../tables/raw-cells.js';
import type { FaultyRow } from '../../../tables/report/read-row.js';
import { Remarks } from '../../../tables/report/remarks.js';
import type { TableKind } from '../../../tables/table-kind.js';
import { versionIn } from '../../../tables/report/written-version.js';
import type { EnvironmentalObjective, EuMission, Visibility } from '../../classification.js';
import { objectiveOf } from '../../objective-words.js';
import { MISSION_NAMES, OBJECTIVE_NAMES } from '../../classification-names.js';
import { IDEA_TABLE } from './idea-columns.js';
import { missionOf, VISIBILITY_NAMES, visibilityOf } from './idea-words.js';
import { emptied, manyIn, oneIn } from './said.js';
import { type SaidPlace, saidPlace } from './said-place.js';

/** The texts of an idea, by their columns. */
export const TEXTS = ['titleSv', 'titleEn', 'summarySv', 'summaryEn', 'challengeSv', 'challengeEn'] as const;
export type TextColumn = (typeof TEXTS)[number];

/** What a row says of an idea: what it says nothing of is undefined, what it empties is null. */
export interface SaidIdea extends Partial<Record<TextColumn, string | null | undefined>> {
  readonly code?: string | undefined;
  readonly version?: number | undefined;
  readonly programme?: string | undefined;
  readonly environmentalObjectives?: readonly EnvironmentalObjective[] | null | undefined;
  readonly missions?: readonly EuMission[] | null | undefined;
  readonly technologyReadinessLevel?: number | null | undefined;
  readonly contactEmail?: string | null | undefined;
  readonly visibility?: Visibility | null | undefined;
  readonly place: SaidPlace;
  readonly reason?: string | undefined;
}

/** A row of a table of ideas; the names in it are looked up when it is taken. */
export interface IdeaRow {
  readonly row: number;
  readonly said: SaidIdea;
  readonly cells: Cells;
  /** Whether it says which version of the idea it was written from: then an emptied cell clears. */
  readonly isExact: boolean;
  /** Notes of the reading alone. */
  readonly notes: number;
}

/** A table of ideas. */
export const IDEAS: TableKind<Cells, IdeaRow> = {
  columns: IDEA_TABLE,
  cellsOf: (header, cells) => new Cells(header, cells, new Remarks(shownIn(header, cells))),
  read: ideaRow,
};

function ideaRow(row: number, cells: Cells): IdeaRow {
  const code = cells.text('code', LONGEST.name);
  const version = versionIn(cells);
  const isExact = code !== undefined && version !== undefined;
  const said = { code, version, ...saidIdea(cells, isExact) };
  // What is wrong with it is told with what will be wrong with the names in it.
  return { row, said, cells, isExact, notes: cells.remarks.notes.length };
}

/** The row as the report tells that it is refused. */
export function refusedIdea({ row, said, cells }: Pick<IdeaRow, 'row' | 'said' | 'cells'>): FaultyRow {
  const identifier = said.code ?? said.titleSv ?? said.titleEn;
  return { row, ...(identifier && { identifier }), faults: cells.remarks.faults };
}

function saidIdea(cells: Cells, isExact: boolean): SaidIdea {
  const or = <T>(field: string, value: T | undefined) => emptied(cells, { field, isExact }, value);
  return {
    ...textsIn(cells, isExact),
    programme: cells.text('programme', LONGEST.name),
    environmentalObjectives: or('environmentalObjectives', manyIn(cells, 'environmentalObjectives', OBJECTIVES)),
    missions: or('missions', manyIn(cells, 'missions', MISSIONS)),
    technologyReadinessLevel: or('technologyReadinessLevel', levelIn(cells)),
    contactEmail: or('contactEmail', mailboxIn(cells)),
    visibility: or('visibility', oneIn(cells, 'visibility', VISIBILITIES)),
    place: saidPlace(cells, isExact),
    reason: cells.text('reason', LONGEST.reason),
  };
}

const OBJECTIVES = { of: objectiveOf, names: OBJECTIVE_NAMES };
const MISSIONS = { of: missionOf, names: MISSION_NAMES };
const VISIBILITIES = { of: visibilityOf, names: VISIBILITY_NAMES };

const NO_TRL = { sv: 'är ingen TRL. Skriv ett tal från 1 till 9.', en: 'is not a TRL. Write a number from 1 to 9.' };

/** "6" and "TRL 6". */
function levelIn(cells: Cells): number | undefined {
  const [filled] = cells.all('technologyReadinessLevel');
  if (!filled) return undefined;
  const level = /^(?:TRL[\s:–-]*)?([1-9])(?:[.,]0+)?$/i.exec(filled.cell)?.[1];
  return level ? Number(level) : cells.refuse(filled.path, filled.cell, NO_TRL);
}

function textsIn(cells: Cells, isExact: boolean): Partial<Record<TextColumn, string | null | undefined>> {
  const read = (field: TextColumn) =>
    field.startsWith('title') ? cells.text(field, LONGEST.title) : cells.description(field, LONGEST.text);
  return Object.fromEntries(TEXTS.map(field => [field, emptied(cells, { field, isExact }, read(field))]));
}

function mailboxIn(cells: Cells): string | undefined {
  const written = cells.text('contactEmail', LONGEST.name);
  if (written === undefined || isMailbox(written)) return written;
  cells.remarks.broken(cells.column('contactEmail'), NO_MAILBOX);
  return undefined;
}
