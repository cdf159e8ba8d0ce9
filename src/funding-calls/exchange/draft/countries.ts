/** The EU's own codes for two countries, which ISO 3166 writes otherwise (Interinstitutional style guide, 7.1.1). */
const EU_CODES: ReadonlyMap<string, string> = new Map([
  ['EL', 'GR'],
  ['UK', 'GB'],
]);

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** The ISO 3166-1 code of a country written as a two-letter code, or undefined where there is no such country. */
export function countryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const iso = EU_CODES.get(code) ?? code;
  // Regions that are not countries: the European Union, the euro area, the United Nations, unknown.
  if (['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB'].includes(iso)) return undefined;
  return names.of(iso) === undefined ? undefined : iso;
}
