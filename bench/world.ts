import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFERENCE_FOCUS_AREAS, REFERENCE_PARTNERS, REFERENCE_PROGRAMME } from '../src/seed/reference.js';

/** One session of a database: what is made for the session only must be there for the next statement. */
export interface Session {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, any>[] }>;
}

/** The most calls a world has; the fewest are so many that one is open at any time. */
const CALLS = { least: 150, most: 10_000 };

const FOLDER = 'bench/world';

/**
 * Fills a migrated and otherwise empty database with a programme of ten years that keeps the rules of the domain: the
 * same number of ideas gives the same world, seen from the present hour.
 */
export async function fillWorld(session: Session, ideas: number): Promise<void> {
  const calls = Math.min(Math.max(Math.round(ideas / 10), CALLS.least), CALLS.most);
  const reference = [REFERENCE_PROGRAMME, REFERENCE_FOCUS_AREAS, REFERENCE_PARTNERS].map(each => JSON.stringify(each));
  await session.query('begin');
  for (const statement of statementsOf(FOLDER)) {
    await session.query(statement, statement.includes('$5') ? [ideas, calls, ...reference] : []);
  }
  await session.query('commit');
  await session.query('vacuum analyze');
}

/** The statements of the folder's files in the order of their names; an empty line ends a statement. */
function statementsOf(folder: string): string[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.sql'));
  return files
    .sort()
    .flatMap(file => readFileSync(join(folder, file), 'utf8').split(/\n\s*\n/))
    .map(part => part.replaceAll(/^--.*\n/gm, '').trim())
    .filter(Boolean);
}
