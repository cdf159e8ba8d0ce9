import type { Contender } from './contender.js';

/** Asks the service something as the holder of a key, and gives the data; an error of GraphQL is thrown. */
export function askerOf({ url }: Pick<Contender, 'url'>, key: string) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  return async (query: string, variables: object = {}): Promise<any> => {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}
