import type { Database } from '../../../src/database/database.js';

/** How many rows each table has and a digest of them, so that a refusal can prove that it changed nothing. */
export async function stored(database: Database): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by table_name`,
  );
  const digests = await database.query<{ name: string; rows: string }>(
    tables.map(({ name }) => digestOf(name)).join(' union all '),
  );
  return Object.fromEntries(digests.map(({ name, rows }) => [name, rows]));
}

/** What is noted beside requests: the last use of a key, how far a webhook has been served. */
const BESIDE: Record<string, readonly string[]> = {
  api_key: ['last_used_at'],
  session: ['last_used_at'],
  webhook: ['sequence', 'claim', 'claimed_until'],
};

function digestOf(table: string): string {
  const beside = (BESIDE[table] ?? []).map(column => ` - '${column}'`).join('');
  const row = `to_jsonb(t)${beside}`;
  return `select '${table}' as name, concat(count(*), ' rows, ', sum(hashtextextended((${row})::text, 0))) as rows from "${table}" t`;
}
