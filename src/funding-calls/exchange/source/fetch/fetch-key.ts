/** A key that a source asks for, and the header or the parameter of the address that it goes in. */
export type ApiKey = { readonly value: string } & ({ readonly header: string } | { readonly parameter: string });

/** The header that shows the key; another host than the source's own never sees it. */
export function keyHeader(key: ApiKey | null, isHome: boolean): Record<string, string> {
  return key && isHome && 'header' in key ? { [key.header]: key.value } : {};
}

/** The address with the key in its parameter, and without it for another host, to which the source may lead with it. */
export function keyedAddress(url: URL, key: ApiKey | null, isHome: boolean): URL {
  if (!key || !('parameter' in key)) return url;
  const keyed = new URL(url);
  if (isHome) keyed.searchParams.set(key.parameter, key.value);
  else keyed.searchParams.delete(key.parameter);
  return keyed;
}
