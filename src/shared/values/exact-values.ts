import Big from 'big.js';
import type { GraphQLScalarType } from 'graphql';
import { GraphQLCountryCode, GraphQLCurrency } from 'graphql-scalars';

/** A plain decimal with two decimals, or undefined for anything else, a negative amount or a part of a hundredth. */
export function exactAmount(text: string): string | undefined {
  if (!/^\d{1,15}(\.\d{1,20})?$/.test(text)) return undefined;
  const amount = Big(text);
  return amount.eq(amount.round(2)) ? amount.toFixed(2) : undefined;
}

/** A currency's code in capitals, written in any letters; undefined where ISO 4217 has no such currency. */
export function currencyCode(text: string): string | undefined {
  return codeIn(GraphQLCurrency, /^[a-z]{3}$/i, text);
}

/** A country's code in capitals, written in any letters; undefined where ISO 3166-1 has no such country. */
export function countryCode(text: string): string | undefined {
  return codeIn(GraphQLCountryCode, /^[a-z]{2}$/i, text);
}

/** The EU's own country codes that differ from ISO 3166-1, and the ISO codes. Interinstitutional style guide, A5. */
export const EU_COUNTRY_CODES: ReadonlyMap<string, string> = new Map([
  ['EL', 'GR'],
  ['UK', 'GB'],
]);

function codeIn(list: GraphQLScalarType, form: RegExp, text: string): string | undefined {
  if (!form.test(text)) return undefined;
  try {
    return list.parseValue(text.toUpperCase()) as string;
  } catch {
    return undefined;
  }
}

/** Characters of the longest web address that is kept. */
export const LONGEST_ADDRESS = 2_000;

/** Blanks, line breaks, and characters that nobody sees. */
const UNFIT = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** Whether it is a web address as it stands: the one rule for the API and for imports. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && text.length <= LONGEST_ADDRESS && !UNFIT.test(text) && URL.canParse(text);
}

/** What stands in no URI (RFC 3986, 2), and a % that escapes nothing. */
const NOT_IN_URI = /[^\w\-.~:/?@!$&'()*+,;=%]|%(?![\da-f]{2})/gi;

/** A web address that is a URI already (RFC 3986, 3). */
const URI = new RegExp(
  "^https?://(([\\w\\-.~!$&'()*+,;=:]|%[\\da-f]{2})*@)?(\\[[\\da-f:.]+\\]|([\\w\\-.~!$&'()*+,;=]|%[\\da-f]{2})+)(:\\d*)?" +
    "([/?]([\\w\\-.~:/?@!$&'()*+,;=]|%[\\da-f]{2})*)?(#([\\w\\-.~:/?@!$&'()*+,;=]|%[\\da-f]{2})*)?$",
  'i',
);

/** A web address as a URI, for whoever takes no other: as it stands where it is one, and else with the rest escaped. */
export function uriOf(address: string): string {
  if (URI.test(address)) return address;
  const { protocol, username, password, host, pathname, search, hash } = new URL(address);
  const escaped = (text: string) => text.replace(NOT_IN_URI, encodeURIComponent);
  const user = username || password ? `${escaped(username)}${password && `:${escaped(password)}`}@` : '';
  // The brackets of an IPv6 address are what they are for.
  const at = host.startsWith('[') ? host : escaped(host);
  const fragment = hash && `#${escaped(hash.slice(1))}`;
  return `${protocol}//${user}${at}${escaped(pathname)}${escaped(search)}${fragment}`;
}
