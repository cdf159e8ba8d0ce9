import type { Database } from '../../../src/database/database.js';

/** An activity row as the tests look at it. */
export interface ToldRow {
  kind: string;
  subject: string;
  idea: string | null;
  reason: string | null;
  changes: Record<string, { before: unknown; after: unknown }>;
}

/** What has been told of an idea, the newest first. */
export async function activityOf(database: Database, ideaId: string): Promise<ToldRow[]> {
  const rows = await database.query<Omit<ToldRow, 'changes'> & { changes: string }>(
    `select kind, subject_id as subject, idea_id as idea, reason, changes::text from activity where idea_id = $1 order by sequence desc`,
    [ideaId],
  );
  return rows.map(({ changes, ...row }) => {
    const list = JSON.parse(changes) as { field: string; before: unknown; after: unknown }[];
    return { ...row, changes: Object.fromEntries(list.map(({ field, before, after }) => [field, { before, after }])) };
  });
}
