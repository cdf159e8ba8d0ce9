import type { Database } from '../../src/database/database.js';

/** How many rows each table has and a digest of them, so that a refusal can prove that it changed nothing. */
export async function stored(database: Database): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by table_name`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    // A key notes its own use beside the request.
    const row = name === 'api_key' ? `to_jsonb(t) - 'last_used_at'` : 'to_jsonb(t)';
    const [found] = await database.query<{ count: string; digest: string | null }>(
      `select count(*)::text as count, md5(string_agg(md5((${row})::text), '' order by md5((${row})::text))) as digest from "${name}" t`,
    );
    digests[name] = `${found!.count} rows, ${found!.digest ?? 'none'}`;
  }
  return digests;
}
