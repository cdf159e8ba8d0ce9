import { wordsOf } from '../../shared/described-enum.js';
import { alternatives, type Bilingual } from '../../shared/text/wording.js';
import { STAGE_NAMES, STATE_NAMES } from '../stage-names.js';
import type { IdeaState } from '../stages.js';
import { Stage } from '../stages.js';

/** Where an idea stands: how far it has come, and whether it moves. */
export interface Place {
  readonly stage: Stage;
  readonly state: IdeaState;
}

/** A command that changes an idea's stage or state. */
export type IdeaMove = 'ADVANCE' | 'RETURN' | 'PAUSE' | 'RESUME' | 'DISCONTINUE' | 'COMPLETE';

interface Transition {
  readonly from: readonly IdeaState[];
  readonly at: readonly Stage[];
  /** The state afterwards. The stage stays, but for ADVANCE and RETURN. */
  readonly to: IdeaState;
  readonly words: Bilingual;
}

const STAGES = wordsOf(Stage);

/** The whole path as data. COMPLETED and DISCONTINUED are final: nothing leads out of them. */
export const MOVES: Readonly<Record<IdeaMove, Transition>> = {
  ADVANCE: { from: ['ACTIVE'], at: STAGES.slice(0, -1), to: 'ACTIVE', words: { sv: 'föras vidare', en: 'advance' } },
  RETURN: { from: ['ACTIVE'], at: STAGES.slice(1), to: 'ACTIVE', words: { sv: 'föras tillbaka', en: 'return' } },
  PAUSE: { from: ['ACTIVE'], at: STAGES, to: 'PAUSED', words: { sv: 'pausas', en: 'pause' } },
  RESUME: { from: ['PAUSED'], at: STAGES, to: 'ACTIVE', words: { sv: 'återupptas', en: 'resume' } },
  DISCONTINUE: {
    from: ['ACTIVE', 'PAUSED'],
    at: STAGES,
    to: 'DISCONTINUED',
    words: { sv: 'läggas ner', en: 'be discontinued' },
  },
  COMPLETE: { from: ['ACTIVE'], at: ['PROJECT'], to: 'COMPLETED', words: { sv: 'slutföras', en: 'be completed' } },
};

/** The next stage of the path, or null at its end. */
export function stageAfter(stage: Stage): Stage | null {
  return STAGES[STAGES.indexOf(stage) + 1] ?? null;
}

/** The stages that an idea can be returned to, in path order. */
export function earlierStages(stage: Stage): Stage[] {
  return STAGES.slice(0, STAGES.indexOf(stage));
}

/** The moves that the path allows from here; gates and permissions are asked elsewhere. */
export function possibleMoves(stage: Stage, state: IdeaState): IdeaMove[] {
  const moves = Object.keys(MOVES) as IdeaMove[];
  return moves.filter(move => MOVES[move].from.includes(state) && MOVES[move].at.includes(stage));
}

/** The stages that the move can lead to: those of ADVANCE and RETURN, else the present one. Empty when it can't be. */
export function stagesReachedBy(move: IdeaMove, { stage, state }: Place): Stage[] {
  if (!possibleMoves(stage, state).includes(move)) return [];
  if (move === 'RETURN') return earlierStages(stage);
  return [move === 'ADVANCE' ? stageAfter(stage)! : stage];
}

/** Why the move, or the move to that stage, is not possible, naming what is; null when it is possible. */
export function whyNotMove(move: IdeaMove, place: Place, to?: Stage | null): Bilingual | null {
  const reached = stagesReachedBy(move, place);
  if (reached.length === 0) return impossible(move, place);
  return !to || reached.includes(to) ? null : wrongStage(move, place, reached);
}

function impossible(move: IdeaMove, { stage, state }: Place): Bilingual {
  const [{ words }, possible] = [MOVES[move], possibleMoves(stage, state)];
  const [inStage, is] = [STAGE_NAMES[stage], STATE_NAMES[state]];
  const ways = alternatives(possible.map(each => MOVES[each].words));
  return {
    sv:
      `Idén är ${is.sv} i steget ${inStage.sv} och kan inte ${words.sv}. ` +
      (possible.length > 0 ? `Den kan ${ways.sv}.` : 'Det är slutgiltigt.'),
    en:
      `The idea is ${is.en} in the stage ${inStage.en} and cannot ${words.en}. ` +
      (possible.length > 0 ? `It can ${ways.en}.` : 'That is final.'),
  };
}

function wrongStage(move: IdeaMove, { stage }: Place, reached: readonly Stage[]): Bilingual {
  const [{ words }, inStage] = [MOVES[move], STAGE_NAMES[stage]];
  const targets = alternatives(reached.map(target => STAGE_NAMES[target]));
  return {
    sv: `Från ${inStage.sv} kan idén ${words.sv} bara till ${targets.sv}.`,
    en: `From ${inStage.en} the idea can ${words.en} only to ${targets.en}.`,
  };
}

/** What the log says of a turn. */
export const TURNED = {
  PAUSE: 'IDEA_PAUSED',
  RESUME: 'IDEA_RESUMED',
  DISCONTINUE: 'IDEA_DISCONTINUED',
  COMPLETE: 'IDEA_COMPLETED',
} as const;
