import { followed, store, stored, useFollowed } from '../client/stored';
import type { Locale } from '../gql/graphql';

/** A language the pages are written in. */
export type Language = 'sv' | 'en';
/** A text in both languages; a function where it has parts that vary. */
export type Bilingual<T = string> = Readonly<Record<Language, T>>;

const NAME = 'language';

function firstLanguage(): Language {
  const chosen = stored(() => localStorage, NAME);
  if (chosen === 'sv' || chosen === 'en') return chosen;
  return navigator.languages.some(tag => tag.startsWith('sv')) ? 'sv' : 'en';
}

/** The language of the page, which the service answers in too. */
export const language = followed<Language>(firstLanguage());

/** Chooses the language, now and next time. */
export function chooseLanguage(next: Language): void {
  store(() => localStorage, NAME, next);
  language.write(next);
}

/** The page's language. */
export function useLanguage(): Language {
  return useFollowed(language);
}

/** The page's language as the service names it. */
export function useLocale(): Locale {
  return useLanguage() === 'sv' ? 'SV' : 'EN';
}

type Words = Readonly<Record<string, Bilingual<unknown>>>;
type Spoken<W extends Words> = { readonly [K in keyof W]: W[K][Language] };

const spoken = new WeakMap<Words, Partial<Record<Language, object>>>();

/** The words in one language. */
export function speak<W extends Words>(words: W, tongue: Language): Spoken<W> {
  const known = spoken.get(words) ?? {};
  known[tongue] ??= Object.fromEntries(Object.entries(words).map(([name, both]) => [name, both[tongue]]));
  spoken.set(words, known);
  return known[tongue] as Spoken<W>;
}

/** The words in the page's language. */
export function useWords<W extends Words>(words: W): Spoken<W> {
  return speak(words, useLanguage());
}

/** Says an enum's word in the page's language; a word the page doesn't know yet stands as it is. */
export function useSay(): (words: Words, code: string) => string {
  const tongue = useLanguage();
  return (words, code) => (words[code]?.[tongue] as string | undefined) ?? code;
}
