import { countryCode, EU_COUNTRY_CODES } from '../shared/values/exact-values.js';
import { plainWord } from '../shared/text/plain-word.js';

/** The ISO 3166-1 code of a country by that code, the EU's own, or its name in either language; undefined for any other text. */
export function countryOf(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return EU_COUNTRY_CODES.get(code) ?? countryCode(code) ?? names().get(plainWord(text));
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
let known: ReadonlyMap<string, string> | undefined;

/** The names of all countries as Unicode has them (CLDR). */
function names(): ReadonlyMap<string, string> {
  if (known) return known;
  const codes = LETTERS.flatMap(one => LETTERS.map(other => `${one}${other}`)).filter(code => countryCode(code));
  const languages = ['en', 'sv'].map(language => new Intl.DisplayNames([language], { type: 'region' }));
  known = new Map(codes.flatMap(code => languages.map(name => [plainWord(name.of(code)!), code] as const)));
  return known;
}
