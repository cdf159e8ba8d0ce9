import { readdirSync, readFileSync } from 'node:fs';
import type { MigrationObject } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import type { Database } from './database.js';
import { inProject } from '../shared/in-project.js';

const FOLDER = inProject('migrations/');

/** The migrations in the order of their names, each one file of SQL that goes forward and back. */
export function migrations(): MigrationObject[] {
  const files = readdirSync(FOLDER)
    .filter(file => file.endsWith('.sql'))
    .sort();
  return files.map(file => ({ name: file.replace(/\.sql$/, ''), class: migrationFrom(file) }));
}

/** The statements of a migration that go forward. */
export function forwardOf(name: string): string[] {
  return statementsOf(partsOf(`${name}.sql`)[1]!);
}

function partsOf(file: string): string[] {
  return readFileSync(new URL(file, FOLDER), 'utf8').split(/^-- (?:up|down)\n/m);
}

function migrationFrom(file: string): MigrationObject['class'] {
  const [, forward = '', back = ''] = partsOf(file);
  return class extends Migration {
    override up(): void {
      statementsOf(forward).forEach(statement => this.addSql(statement));
    }

    override down(): void {
      statementsOf(back).forEach(statement => this.addSql(statement));
    }
  };
}

/** An empty line ends a statement; a part of comments alone is none. */
function statementsOf(sql: string): string[] {
  return sql
    .split(/\n\s*\n/)
    .map(part => part.trim())
    .filter(part => part.replaceAll(/^--.*$/gm, '').trim() !== '');
}

/** The names of those that a database has not had yet. */
export async function pendingMigrations(query: Database['query']): Promise<string[]> {
  const rows = await query<{ name: string }>('select name from schema_migration');
  const done = new Set(rows.map(({ name }) => name));
  return migrations()
    .map(({ name }) => name)
    .filter(name => !done.has(name));
}
