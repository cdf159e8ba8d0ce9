import { isStorable } from '../../../shared/text/storable.js';
import { DocumentRefusal, HttpRefusal } from '../../refusals/refusal.js';

/** Inputs of this API nest four deep. */
const DEEPEST = 20;

/**
 * Refuses lists that are too long, nesting that no input has, a key that means the prototype to careless code, and
 * texts that cannot be stored; `path` begins with what holds the variables.
 */
export function refuseUnfit(value: unknown, listItems: number, path: readonly string[] = ['variables']): void {
  if (typeof value === 'string' && !isStorable(value)) throw new DocumentRefusal('BAD_USER_INPUT', unstorable(path));
  if (typeof value !== 'object' || value === null) return;
  if (path.length > DEEPEST + 1) throw new DocumentRefusal('TOO_DEEP', `Variables may be nested ${DEEPEST} deep.`);
  if (Object.hasOwn(value, '__proto__')) throw new HttpRefusal(400, 'BAD_REQUEST', 'No input has a key __proto__.');
  const items = Object.entries(value);
  if (Array.isArray(value) && items.length > listItems)
    throw new DocumentRefusal(
      'TOO_MANY_ITEMS',
      `${named(path)} may have at most ${listItems} items and has ${items.length}.`,
    );
  for (const [key, item] of items) refuseUnfit(item, listItems, [...path, key]);
}

export function unstorable(path: readonly string[]): string {
  return `${named(path)} has a character that no text can have: NUL (U+0000), or half of a surrogate pair.`;
}

function named(path: readonly string[]): string {
  return path.join('.').slice(0, 200);
}
