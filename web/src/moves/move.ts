import { createContext, useContext } from 'react';
import type { IdeaAction, IdeaCardFragment, Stage } from '../gql/graphql';

/** The stages in path order. */
export const PATH: readonly Stage[] = ['CONCEPT', 'CONSORTIUM', 'FUNDING_APPLICATION', 'PROJECT'];

/** The deeds that move an idea, or change its state. */
export type Deed = Extract<IdeaAction, 'ADVANCE' | 'RETURN' | 'PAUSE' | 'RESUME' | 'DISCONTINUE' | 'COMPLETE'>;

/** What a move needs to know of an idea. */
export type Movable = Pick<IdeaCardFragment, 'id' | 'code' | 'title' | 'stage' | 'version' | 'viewerCan'>;

/** One person's wish to move one idea. */
export interface Move {
  deed: Deed;
  idea: Movable;
  /** The stage to return to, or to advance to. */
  to?: Stage | undefined;
}

/** Carries out moves, asking for a reason where one is needed. */
export const Moves = createContext<(move: Move) => void>(() => {});

/** The way to ask for a move. */
export function useMove(): (move: Move) => void {
  return useContext(Moves);
}

/** The stage after, or none at the end of the path. */
export function stageAfter(stage: Stage): Stage | undefined {
  return PATH[PATH.indexOf(stage) + 1];
}

/** The stages before, nearest first. */
export function stagesBefore(stage: Stage): Stage[] {
  return PATH.slice(0, PATH.indexOf(stage)).reverse();
}

/** What dropping the card on the stage would mean, or nothing where it can't be done. */
export function moveTo(idea: Movable, to: Stage): Move | undefined {
  if (idea.viewerCan.includes('ADVANCE') && stageAfter(idea.stage) === to) return { deed: 'ADVANCE', idea, to };
  if (idea.viewerCan.includes('RETURN') && stagesBefore(idea.stage).includes(to)) return { deed: 'RETURN', idea, to };
  return undefined;
}

/** The move that takes a move back, where the path has one and the viewer may make it: ends are for good. */
export function wayBack({ deed, idea: before }: Move, idea: Movable): Move | undefined {
  const may = (back: Deed) => idea.viewerCan.includes(back);
  if (deed === 'ADVANCE' && may('RETURN')) return { deed: 'RETURN', idea, to: before.stage };
  if (deed === 'PAUSE' && may('RESUME')) return { deed: 'RESUME', idea };
  if (deed === 'RESUME' && may('PAUSE')) return { deed: 'PAUSE', idea };
  return undefined;
}
