import { badInput } from '../bad-input.js';

/** Longer texts than this make the search slow and find nothing more. */
const LONGEST_SEARCH = 200;
export const MOST_WORDS = 40;

/** What the schema says of a filter's text: what is searched, and how. */
export function searchedIn(texts: string): string {
  return (
    `Words in Swedish or English, or a code, sought in ${texts}. Every word must be found, as it is written or by its stem in the ` +
    'language of the text, in whatever form of its letters (å as a, too); stop words ask for nothing beside other words. ' +
    '"Quotes" find words beside each other as written, or finds either, - leaves out. Where words without these find fewer than five ' +
    'rows, those with words like them are found too: with one wrong letter, or a part of a longer word; 500 such words at most. ' +
    `At most ${LONGEST_SEARCH} characters and ${MOST_WORDS} words. A blank text filters nothing.`
  );
}

export const BY_RELEVANCE =
  'How well it answers to the text of the filter: by its code, then by the words as written, their stems, and their likeness. Without a text all are alike.';

/** What a text asks for once: a word, several beside each other, or a word and a number, which may be a code. */
export interface Term {
  readonly kind: 'WORD' | 'PHRASE' | 'PAIR';
  readonly text: string;
  readonly excluded: boolean;
}

/** What a text to search for means. */
export interface ParsedSearch {
  /** All terms of one of them must hold. */
  readonly choices: readonly (readonly Term[])[];
  /** What may be the code of a row. */
  readonly codes: readonly string[];
  /** Whether there are words only: who writes an operator means what stands there and nothing like it. */
  readonly plain: boolean;
}

/** A minus, and then what stands between quotes, or a word; a quote that is not closed reaches to the end. */
const TERM = /([-−]?)(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/g;

/** Reads a text as searches on the web are read: "quotes", `or` and `-`. */
export function readSearch(text: string): ParsedSearch {
  refuseTooLong(text.length, LONGEST_SEARCH, 'characters');
  const found = [...text.matchAll(TERM)].map(termOf);
  refuseTooLong(found.length, MOST_WORDS, 'words');
  const choices = choicesOf(found).map(withPairs);
  return {
    choices,
    codes: choices.flatMap(codesIn),
    plain: found.every(term => term.kind === 'WORD' && !term.excluded && !isOr(term)),
  };
}

function refuseTooLong(length: number, most: number, unit: string): void {
  if (length <= most) return;
  throw badInput(`A text to search for may have at most ${most} ${unit} and has ${length}.`);
}

function termOf([, minus, quoted, word]: RegExpMatchArray): Term {
  return { kind: quoted === undefined ? 'WORD' : 'PHRASE', text: quoted ?? word!, excluded: minus !== '' };
}

const isOr = ({ kind, text, excluded }: Term) => kind === 'WORD' && !excluded && text.toLowerCase() === 'or';

function choicesOf(terms: readonly Term[]): Term[][] {
  const choices: Term[][] = [[]];
  for (const term of terms) {
    if (isOr(term)) choices.push([]);
    else choices.at(-1)!.push(term);
  }
  return choices.filter(choice => choice.length > 0);
}

/** `KS3 1` may be the code KS3-1, or a word and a number; which of them, the programmes know. */
function withPairs(terms: readonly Term[]): Term[] {
  const paired: Term[] = [];
  for (const term of terms) {
    const before = paired.at(-1);
    if (before && isWord(before, /^\p{L}[\p{L}\p{N}]*$/u) && isWord(term, /^\p{N}+$/u)) {
      paired[paired.length - 1] = { kind: 'PAIR', text: `${before.text} ${term.text}`, excluded: false };
    } else paired.push(term);
  }
  return paired;
}

/** What is asked for may be a code as a whole, or in one of its terms. */
function codesIn(terms: readonly Term[]): string[] {
  const texts = terms.filter(({ excluded }) => !excluded).map(({ text }) => text);
  return texts.length > 1 ? [texts.join(' '), ...texts] : texts;
}

function isWord({ kind, text, excluded }: Term, form: RegExp): boolean {
  return kind === 'WORD' && !excluded && form.test(text);
}
