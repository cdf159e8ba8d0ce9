import type { Collection } from '@mikro-orm/core';
import { type Fault, fault } from '../../shared/refuse.js';
import type { PlannedPart } from './project-plan.js';

/** A part that a plan has: it is changed where the plan made anew says something else of it. */
interface Part<P> {
  readonly id: string;
  readonly droppedAt?: Date | null;
  /** Whether there was anything to change. */
  replan(planned: P): boolean;
}

/** How parts of one kind are told apart and made. */
interface Kind<P, T> {
  /** What a part says, alike for two that say the same. */
  textOf: (part: P) => string;
  make: (planned: P) => T;
}

/** Everything wrong with the ids of a list: each is that of a part which the plan has, and is given once. */
export function idFaults(
  field: string,
  known: readonly { readonly id: string }[],
  planned: readonly PlannedPart[],
): Fault[] {
  const ids = new Set(known.map(({ id }) => id));
  const given = new Set<string>();
  return planned.flatMap(({ id }, index) => {
    if (id == null) return [];
    const path = [field, String(index), 'id'];
    if (!ids.has(id)) return [fault('NOT_FOUND', path, NO_PART)];
    if (given.has(id)) return [fault('INVALID', path, PART_TWICE)];
    given.add(id);
    return [];
  });
}

const NO_PART = { sv: 'Planen har ingen sådan del.', en: 'The plan has no such part.' };
const PART_TWICE = { sv: 'Samma del anges två gånger.', en: 'The same part is given twice.' };

/**
 * Makes a list of a plan say what is planned now. A part with an id is that part, and one without an id that says what a
 * part says already is that one; others are new, and what is left out goes, but for what an amendment has dropped. Tells
 * whether parts have come or gone, and whether any that stayed says something else.
 */
export function replan<P extends PlannedPart, T extends Part<P> & P>(
  parts: Collection<T>,
  planned: readonly P[],
  { textOf, make }: Kind<P, T>,
): { moved: boolean; reworded: boolean } {
  const dropped = parts.getItems().filter(({ droppedAt }) => droppedAt);
  const known = new Map(parts.getItems().flatMap(part => (part.droppedAt ? [] : [[part.id, part]])));
  const given = new Set(planned.map(({ id }) => id));
  const unnamed = Map.groupBy(
    [...known.values()].filter(({ id }) => !given.has(id)),
    textOf,
  );
  const next = planned.map(each => {
    if (each.id != null) return known.get(each.id)!;
    return unnamed.get(textOf(each))?.shift() ?? make(each);
  });
  const moved = next.length !== known.size || next.some(({ id }) => !known.has(id));
  const reworded = planned.filter(each => each.id != null && known.get(each.id)!.replan(each)).length > 0;
  if (moved) parts.set([...next, ...dropped]);
  return { moved, reworded };
}
