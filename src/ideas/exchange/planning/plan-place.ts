import { wordsOf } from '../../../shared/described-enum.js';
import { fault, type Fault } from '../../../shared/refuse.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import { type IdeaMove, type Place, stageAfter, whyNotMove } from '../../moves/path.js';
import { swedishDay } from '../../../shared/time/local-time.js';
import { STAGE_NAMES, STATE_NAMES } from '../../stage-names.js';
import { type IdeaState, Stage } from '../../stages.js';
import { plannedEntries, type PlaceBefore } from './plan-entries.js';
import type { SaidPlace } from '../reading/said-place.js';

/** A move that the import makes, one flush after the other; a step may have been taken before it is recorded. */
export type PlannedMove =
  | { readonly move: Exclude<IdeaMove, 'RETURN'>; readonly at: Date | null }
  | { readonly move: 'RETURN'; readonly to: Stage };

/** Where an idea stands after the import, and how it comes there. */
export interface PlannedPlace extends Place {
  readonly moves: readonly PlannedMove[];
  /** When a new idea became a concept, where the table says so. */
  readonly enteredAt: Date | null;
  readonly faults: readonly Fault[];
  readonly notes: readonly Bilingual[];
}

const STAGES = wordsOf(Stage);

/** The way from where an idea stands to where the row says that it does. */
export function plannedPlace(said: SaidPlace, before: PlaceBefore, isExact: boolean): PlannedPlace {
  const stage = said.stage ?? furthest(said, before);
  const state = said.state ?? before.state;
  const { at, faults, notes } = plannedEntries(said, before, stage);
  const backward = !isExact && STAGES.indexOf(stage) < STAGES.indexOf(before.stage);
  const moves = movesBetween(before, { stage, state }, at);
  const [first] = moves;
  const resumed = first?.move === 'RESUME' && first.at ? [resumedOn(first.at)] : [];
  return {
    ...{ stage, state, moves, notes: [...resumed, ...notes] },
    enteredAt: at.get('CONCEPT') ?? null,
    faults: [
      ...(['stage', 'state'] as const).flatMap(field => (said[field] === null ? fault('REQUIRED', [field]) : [])),
      ...faults,
      ...(backward ? [fault('ILLEGAL_TRANSITION', ['stage'], wentFurther(before.stage))] : impossible(before, moves)),
    ],
  };
}

/** Without a stage of its own a row says by its dates how far the idea has come. */
function furthest({ entries }: SaidPlace, before: Place): Stage {
  const dated = STAGES.findLast(stage => entries.has(stage)) ?? before.stage;
  return STAGES.indexOf(dated) > STAGES.indexOf(before.stage) ? dated : before.stage;
}

function movesBetween(before: Place, after: Place, at: ReadonlyMap<Stage, Date>): PlannedMove[] {
  const moves: PlannedMove[] = [];
  const resumes = before.state === 'PAUSED' && (after.state === 'ACTIVE' || after.state === 'COMPLETED');
  // No step is taken while an idea is paused, and steps are told in the order of their moments.
  if (resumes) moves.push({ move: 'RESUME', at: at.get(stageAfter(before.stage)!) ?? null });
  if (STAGES.indexOf(after.stage) < STAGES.indexOf(before.stage)) moves.push({ move: 'RETURN', to: after.stage });
  for (let stage = before.stage; STAGES.indexOf(stage) < STAGES.indexOf(after.stage);) {
    stage = stageAfter(stage)!;
    moves.push({ move: 'ADVANCE', at: at.get(stage) ?? null });
  }
  const turn = TURNS[after.state];
  if ((resumes ? 'ACTIVE' : before.state) !== after.state) moves.push({ move: turn, at: null });
  return moves;
}

const TURNS = {
  ACTIVE: 'RESUME',
  PAUSED: 'PAUSE',
  COMPLETED: 'COMPLETE',
  DISCONTINUED: 'DISCONTINUE',
} as const satisfies Record<IdeaState, IdeaMove>;

const REACHED = { RESUME: 'ACTIVE', PAUSE: 'PAUSED', COMPLETE: 'COMPLETED', DISCONTINUE: 'DISCONTINUED' } as const;

/** Why the way cannot be gone, by its first step that the path does not allow. */
function impossible(before: Place, moves: readonly PlannedMove[]): Fault[] {
  let place: Place = { stage: before.stage, state: before.state };
  for (const planned of moves) {
    const { move } = planned;
    const why = whyNotMove(move, place, move === 'RETURN' ? planned.to : null);
    const field = move === 'ADVANCE' || move === 'RETURN' ? 'stage' : 'state';
    if (why) return [fault('ILLEGAL_TRANSITION', [field], place.state === 'PAUSED' ? withRemedy(why) : why)];
    if (move === 'RETURN') place = { ...place, stage: planned.to };
    else if (move === 'ADVANCE') place = { ...place, stage: stageAfter(place.stage)! };
    else place = { ...place, state: REACHED[move] };
  }
  return [];
}

/** A table resumes by the state it says, not by a step. */
function withRemedy({ sv, en }: Bilingual): Bilingual {
  return {
    sv: `${sv} Skriv ${STATE_NAMES.ACTIVE.sv} som läge, så gör raden det först.`,
    en: `${en} Write ${STATE_NAMES.ACTIVE.en} as its state, and the row does that first.`,
  };
}

function wentFurther(stage: Stage): Bilingual {
  const { sv, en } = STAGE_NAMES[stage];
  return {
    sv: `Idén har redan kommit till ${sv}. En rad för den tillbaka bara om den har idéns nummer och version.`,
    en: `The idea has come to ${en} already. A row sends it back only if it has the idea's number and version.`,
  };
}

function resumedOn(day: Date): Bilingual {
  const on = swedishDay(day);
  return {
    sv: `Idén var pausad; den räknas som återupptagen ${on}, då nästa steg togs.`,
    en: `The idea was paused; it counts as resumed on ${on}, when the next step was taken.`,
  };
}
