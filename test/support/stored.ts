import type { Database } from '../../src/database/database.js';

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

function digestOf(table: string): string {
  // A key notes its own use beside the request.
  const row = table === 'api_key' ? `to_jsonb(t) - 'last_used_at'` : 'to_jsonb(t)';
  return `select '${table}' as name, concat(count(*), ' rows, ', sum(hashtextextended((${row})::text, 0))) as rows from "${table}" t`;
}
