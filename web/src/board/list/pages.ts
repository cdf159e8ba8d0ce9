import type { CombinedError } from '@urql/core';

/** How many ideas are asked for at a time: more than a tall screen shows, and little enough to come quickly. */
export const PAGE = 40;

/** One page of a list as far as it is known; `ideas` is undefined until the first answer. */
export interface KnownPage<T> {
  after: string | null;
  ideas?: readonly T[];
  endCursor?: string | null;
  hasNext?: boolean;
  /** It is being asked for, whether or not there is an older answer. */
  asking: boolean;
  error?: CombinedError;
  again?: () => void;
}

/** What an answer tells of a page. */
export type Told<T> = Omit<KnownPage<T>, 'after'>;

/** The pages once one of them was answered: the next begins where this one ends now, and none follows the last. */
export function placed<T>(pages: readonly KnownPage<T>[], index: number, told: Told<T>): readonly KnownPage<T>[] {
  const page = pages[index];
  if (!page) return pages;
  const next = [...pages];
  next[index] = { ...page, ...told };
  if (told.hasNext === false) return next.slice(0, index + 1);
  const follower = next[index + 1];
  if (follower && told.endCursor && follower.after !== told.endCursor)
    next[index + 1] = { ...follower, after: told.endCursor };
  return next;
}

/** The rows of all pages; one that has moved between two of them stands once. */
export function rowsOf<T extends { id: string }>(pages: readonly KnownPage<T>[]): T[] {
  const rows = new Map<string, T>();
  for (const { ideas = [] } of pages) for (const idea of ideas) if (!rows.has(idea.id)) rows.set(idea.id, idea);
  return [...rows.values()];
}

/**
 * Which pages hold what is looked at: those are asked for again when something changes, the others when one comes to
 * them. A page without an answer is always asked for.
 */
export function inView<T>(pages: readonly KnownPage<T>[], from: number, to: number): number[] {
  let begin = 0;
  return pages.flatMap(({ ideas }, index) => {
    const end = begin + (ideas?.length ?? 0);
    const seen = !ideas || (begin <= to && end >= from);
    begin = end;
    return seen ? [index] : [];
  });
}
