import { DocumentRefusal, HttpRefusal } from '../refusal.js';

/** Inputs of this API nest four deep. */
const DEEPEST = 20;

/** Refuses lists that are too long, nesting that no input has, and a key that means the prototype to careless code. */
export function refuseUnfit(value: unknown, listItems: number, depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) throw new DocumentRefusal('TOO_DEEP', `Variables may be nested ${DEEPEST} deep.`);
  if (Object.hasOwn(value, '__proto__')) throw new HttpRefusal(400, 'BAD_REQUEST', 'No input has a key __proto__.');
  const items: unknown[] = Object.values(value);
  if (Array.isArray(value) && items.length > listItems)
    throw new DocumentRefusal('TOO_MANY_ITEMS', `A list may have at most ${listItems} items and has ${items.length}.`);
  for (const item of items) refuseUnfit(item, listItems, depth + 1);
}
