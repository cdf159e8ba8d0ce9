import type { Bilingual } from '../shared/text/wording.js';
import type { Checked } from './numbers.js';

const LONGEST = 60;

const RULE: Bilingual = {
  sv: `Ett kortnamn har 2–${LONGEST} små bokstäver (a–z) och siffror, med enkla bindestreck emellan: blue-science-park.`,
  en: `A slug has 2–${LONGEST} small letters (a–z) and digits, with single hyphens between: blue-science-park.`,
};

/** What is wrong where a slug was to be made of a name. */
export const NO_SLUG: Bilingual = {
  sv: `Av namnet blir inget kortnamn. Ange ett. ${RULE.sv}`,
  en: `The name gives no short name, its slug. Give one. ${RULE.en}`,
};

/** A name in addresses: small letters a–z and digits, single hyphens between them, 2 to 60 characters. */
export function slug(written: string): Checked {
  const fits = written.length >= 2 && written.length <= LONGEST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written);
  return fits ? { value: written, fault: null } : { value: null, fault: RULE };
}

/** Letters that don't come apart into a plain letter and a mark. */
const PLAIN = new Map(
  Object.entries({
    æ: 'ae',
    ø: 'o',
    ß: 'ss',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    '&': ' och ',
  }),
);

/**
 * The slug of a name, å and ä as a and ö as o: "Almi Företagspartner" is almi-foretagspartner. A long name is cut at
 * a word. Null when too little of it can be written with a–z and digits; somebody must then choose one.
 */
export function slugOf(name: string): string | null {
  const plain = name
    .toLowerCase()
    .replace(/[æøßđðþł&]/g, letter => PLAIN.get(letter)!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’´]/g, '');
  return slug(fitted(plain.match(/[a-z0-9]+/g) ?? [])).value;
}

/** As many whole words as there is room for, and of a first word that is too long its beginning. */
function fitted(words: readonly string[]): string {
  const [first = '', ...others] = words;
  let fits = first.slice(0, LONGEST);
  for (const word of others) {
    if (fits.length + 1 + word.length > LONGEST) break;
    fits += `-${word}`;
  }
  return fits;
}
