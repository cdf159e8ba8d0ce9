import { LIMITS } from '../../source/source-limits.js';
import { line } from '../../../../tables/text/plain-text.js';
import type { Json } from '../../source/json/json.js';

/** Keywords in either of the portal's shapes: a list, or a list whose only element is a JSON text of the list. */
export function keywordsOf(value: Json | undefined, leftOut: readonly (string | undefined)[]): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const words = value
    .flatMap(listInside)
    .slice(0, LIMITS.texts)
    .map(line)
    .filter(word => word !== '' && !leftOut.includes(word));
  const distinct = [...new Set(words)].slice(0, 50);
  return distinct.length > 0 ? distinct.map(word => word.slice(0, 200)) : undefined;
}

function listInside(word: Json): string[] {
  if (typeof word !== 'string') return [];
  if (!word.trimStart().startsWith('[')) return [word];
  try {
    const inside = JSON.parse(word) as Json;
    return Array.isArray(inside) ? inside.filter(item => typeof item === 'string') : [word];
  } catch {
    // A list that was cut short still has words in it.
    return word.split('"').filter(part => /\p{L}/u.test(part));
  }
}
