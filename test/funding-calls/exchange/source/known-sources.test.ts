import { knownOf, remember } from '../../../../src/funding-calls/exchange/source/fetch/known-sources.js';

/** A database that keeps what it is asked to keep, by its first two parameters. */
function kept() {
  const rows = new Map<string, unknown>();
  const query = (sql: string, parameters: readonly unknown[] = []) => {
    const key = JSON.stringify(parameters.slice(0, 2));
    if (sql.startsWith('insert')) rows.set(key, { etag: parameters[2], lastModified: parameters[3] });
    return Promise.resolve(rows.has(key) ? [rows.get(key)] : []);
  };
  return { rows, database: { query } as unknown as Parameters<typeof knownOf>[0] };
}

const source = (url: string) => ({ format: 'GDP', url });
const told = { etag: '"a1"', lastModified: null };

describe('A source that is known', () => {
  it('is known by its whole address, of which neither key nor password is kept', async () => {
    const { rows, database } = kept();
    const url = 'https://user:hemligt@example.org/gdp/utlysningar?status=open&authorization=hemligt&k=hemligt#hemligt';
    await remember(database, source(url), told);
    expect(await knownOf(database, source(url))).toEqual(told);
    expect(JSON.stringify([...rows])).toContain('https://example.org/gdp/utlysningar?');
    expect(JSON.stringify([...rows])).not.toMatch(/hemligt|authorization|user/);
  });

  it('is another one by another query', async () => {
    const { database } = kept();
    await remember(database, source('https://example.org/utlysningar?status=open'), told);
    expect(await knownOf(database, source('https://example.org/utlysningar?status=closed'))).toBeUndefined();
    expect(await knownOf(database, source('https://example.org/utlysningar'))).toBeUndefined();
    expect(await knownOf(database, source('http://%'))).toBeUndefined();
  });
});
