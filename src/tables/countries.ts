import { countryCode, EU_COUNTRY_CODES } from '../shared/values/exact-values.js';

/** The ISO 3166-1 code of a country by that code or the EU's own, or undefined where there is no such country. */
export function countryOf(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return EU_COUNTRY_CODES.get(code) ?? countryCode(code);
}
