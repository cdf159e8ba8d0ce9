import type { Database } from '../../../src/database/database.js';
import type { Tables } from '../service/stored-rows.js';

/** In an order in which rows can be inserted. */
export const TABLES = [
  'programme',
  'partner',
  'focus_area',
  'funding_call',
  'funding_call_focus_area',
  'idea',
  'idea_focus_area',
  'membership',
  'application',
  'project',
  'milestone',
  'outcome',
  'indicator',
  'measurement',
  'stage_transition',
  'join_request',
  'status_update',
  'link',
  'api_key',
  'activity',
] as const satisfies readonly (keyof Tables)[];

/** Columns of exact numbers; they leave as text, so that no digit is lost. */
const EXACT: Partial<Record<keyof Tables, readonly string[]>> = {
  membership: ['commitment_amount'],
  funding_call: ['budget_amount', 'grant_min_amount', 'grant_max_amount'],
  application: ['requested_amount', 'co_financing_amount', 'granted_amount'],
  project: ['budget_amount', 'baseline_budget_amount'],
  indicator: ['baseline', 'target'],
  measurement: ['value'],
};

/** Puts the rows into the tables they belong to. All rows of one table have the same columns. */
export async function insertRows(database: Database, tables: Partial<Tables>): Promise<void> {
  for (const table of TABLES) {
    const [first, ...others] = tables[table] ?? [];
    if (!first) continue;
    const columns = Object.keys(first)
      .map(column => `"${column}"`)
      .join(', ');
    await database.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify([first, ...others])],
    );
  }
}

/** Everything that is stored, as plain rows. */
export async function allRows(database: Database): Promise<Tables> {
  const tables: Partial<Record<keyof Tables, unknown[]>> = {};
  for (const table of TABLES) {
    const exact = (EXACT[table] ?? [])
      .map(column => `, '${column}', t."${column}"::text`)
      .join('')
      .slice(2);
    const [row] = await database.query<{ rows: string }>(
      `select coalesce(jsonb_agg(to_jsonb(t) || jsonb_build_object(${exact})), '[]')::text as rows from ${table} t`,
    );
    tables[table] = JSON.parse(row!.rows) as unknown[];
  }
  return tables as Tables;
}

/** Takes away all rows but those of the programme; what may never be deleted is deleted too, as only a test may. */
export async function emptyTables(database: Database): Promise<void> {
  await database.query(`do $$ begin
    set local session_replication_role = replica;
    truncate ${TABLES.join(', ')} cascade;
  end $$`);
}
