import { followed } from '../client/stored';
import type { MovedIdeaFragment } from '../gql/graphql';

/** An idea that was just moved or changed by whoever looks, for the page to bring into view and light up. */
export interface Moved {
  idea: MovedIdeaFragment;
  at: number;
}

/** What is still to be pointed out. */
export const moved = followed<Moved | null>(null);

/** The idea as its newest move left it: lists that haven't been asked for again may show an older one. */
export const newest = followed<MovedIdeaFragment | null>(null);

/** Notes where an idea has just gone. */
export function noteMoved(idea: MovedIdeaFragment): void {
  newest.write(idea);
  moved.write({ idea, at: Date.now() });
}

/** Milliseconds in which a list that comes to show the idea still points it out. */
const FRESH = 15_000;

/** Whether it happened so lately that it is worth pointing out. */
export function isFresh({ at }: Moved): boolean {
  return Date.now() - at < FRESH;
}
