import { DocumentRefusal } from '../refusal.js';

/** Inputs of this API nest four deep. */
const DEEPEST = 20;

/** Variables as an object. In the query string they are JSON; what isn't JSON is refused when it is executed. */
export function variablesFrom(given: unknown): Record<string, unknown> {
  if (typeof given !== 'string') return (given ?? {}) as Record<string, unknown>;
  try {
    return (JSON.parse(given) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Refuses lists that are too long, and nesting that no input has. */
export function refuseOversized(value: unknown, listItems: number, depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) throw new DocumentRefusal('TOO_DEEP', `Variables may be nested ${DEEPEST} deep.`);
  const items: unknown[] = Object.values(value);
  if (Array.isArray(value) && items.length > listItems)
    throw new DocumentRefusal('TOO_MANY_ITEMS', `A list may have at most ${listItems} items and has ${items.length}.`);
  for (const item of items) refuseOversized(item, listItems, depth + 1);
}
