import { plainWord } from '../../shared/text/plain-word.js';
import type { Bilingual } from '../../shared/text/wording.js';

/** Finds a word of an enum by itself, by its names in both languages, and by what else people write for it. */
export function knownWords<T extends string>(
  words: readonly T[],
  names: Readonly<Record<T, Bilingual>>,
  others: Readonly<Record<string, T>> = {},
): (text: string) => T | undefined {
  const named = words.flatMap(word =>
    [word, names[word].sv, names[word].en].map(name => [plainWord(name), word] as const),
  );
  const byName = new Map([...named, ...Object.entries(others)]);
  return text => byName.get(plainWord(text));
}
