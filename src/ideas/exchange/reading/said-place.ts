import { now } from '../../../shared/time/clock.js';
import { SWEDEN } from '../../../shared/time/local-time.js';
import { wordsOf } from '../../../shared/described-enum.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { Cells } from '../../../tables/cells.js';
import type { CellDate } from '../../../tables/dates/dates.js';
import { STAGE_NAMES, STATE_NAMES } from '../../stage-names.js';
import { type IdeaState, Stage } from '../../stages.js';
import { stageOf, stateOf } from './idea-words.js';
import { emptied, oneIn } from './said.js';

/** The column of the day on which an idea came into each stage. */
export const ENTRY_COLUMNS = {
  CONCEPT: 'enteredConceptAt',
  CONSORTIUM: 'enteredConsortiumAt',
  FUNDING_APPLICATION: 'enteredFundingApplicationAt',
  PROJECT: 'enteredProjectAt',
} as const satisfies Record<Stage, string>;

/** When an idea came into a stage, and the column that says so. */
export interface Entry extends CellDate {
  readonly field: string;
}

/** What a row says of how far an idea has come. */
export interface SaidPlace {
  readonly stage?: Stage | null | undefined;
  readonly state?: IdeaState | null | undefined;
  readonly entries: ReadonlyMap<Stage, Entry>;
  /** Into its present stage, where the row doesn't name that. */
  readonly entered?: Entry | undefined;
}

/** Days count from their first second in Sweden, where tables are typed. */
const ENTERING = { zone: SWEDEN, timeOfDay: '00:00:00' } as const;

export function saidPlace(cells: Cells, isExact: boolean): SaidPlace {
  const stage = oneIn(cells, 'stage', { of: stageOf, names: STAGE_NAMES });
  const state = oneIn(cells, 'state', { of: stateOf, names: STATE_NAMES });
  const entries = new Map<Stage, Entry>();
  for (const each of wordsOf(Stage)) {
    const entry = entryIn(cells, ENTRY_COLUMNS[each]);
    if (entry) entries.set(each, entry);
  }
  return {
    stage: emptied(cells, { field: 'stage', isExact }, stage),
    state: emptied(cells, { field: 'state', isExact }, state),
    entries,
    entered: entryIn(cells, 'enteredStageAt'),
  };
}

function entryIn(cells: Cells, field: string): Entry | undefined {
  const [filled] = cells.all(field);
  const date = filled && cells.date(filled, ENTERING);
  if (!date) return undefined;
  if (date.at > now()) return cells.refuse(filled.path, filled.cell, AHEAD);
  return { ...date, field };
}

const AHEAD: Bilingual = {
  sv: 'ligger i framtiden. Skriv den dag då idén kom in i steget.',
  en: 'lies ahead. Write the day on which the idea came into the stage.',
};
