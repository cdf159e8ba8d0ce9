/** What the service counts under a name and its labels, written as in its metrics: `answers{from="kept"}`; 0 if nothing yet. */
export async function metricOf({ url }: { readonly url: string }, name: string): Promise<number> {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n');
  return Number(lines.find(line => line.startsWith(`${name} `))?.slice(name.length) ?? 0);
}
