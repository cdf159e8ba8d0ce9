import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { SYSTEM } from '../access/viewer.js';
import { readConfig } from '../config.js';
import { flushAs } from '../database/activity-writer.js';
import { openDatabase } from '../database/open.js';
import type { CallRow } from '../funding-calls/import/call-draft.js';
import { CallFormat } from '../funding-calls/import/call-format.js';
import { fetchCalls } from '../funding-calls/import/fetch-calls.js';
import { importCalls } from '../funding-calls/import/import-calls.js';
import type { ImportReport } from '../funding-calls/import/import-report.js';
import { mergeRows } from '../funding-calls/import/merge-rows.js';
import { readCalls } from '../funding-calls/import/read-calls.js';
import { ConfigError } from '../shared/config-error.js';
import { Refusal } from '../shared/refuse.js';

const USAGE = `npm run import -- [--dry-run] <format> <file|URL|->

Imports funding calls: ${Object.keys(CallFormat).join(', ')}. A file, a web address, or - for standard input.
  --dry-run   say what would happen, change nothing
  --etag X    what the source said the last time; if it has not changed, nothing is read
IMPORT_API_KEY and IMPORT_API_KEY_HEADER are sent to the source. docs/import-formats.md has the formats.`;

/** Leaves the transaction without keeping what was done in it. */
class DryRun extends Error {}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, etag: { type: 'string' } },
  });
  const [format, from] = positionals;
  if (!format || !from || !(format in CallFormat)) throw new ConfigError(USAGE);
  const rows = await rowsOf(format as CallFormat, from, values.etag);
  if (!rows) {
    console.log('Not changed since the last time.');
    return 0;
  }
  const report = await run(mergeRows(rows), values['dry-run']);
  tell(report, values['dry-run']);
  return report.refused.length > 0 ? 1 : 0;
}

async function rowsOf(
  format: CallFormat,
  from: string,
  etag: string | undefined,
): Promise<AsyncIterable<CallRow> | null> {
  if (from === '-') return readCalls(format, process.stdin);
  if (!/^https?:\/\//.test(from)) return readCalls(format, createReadStream(from));
  const { IMPORT_API_KEY: value, IMPORT_API_KEY_HEADER: header = 'authorization' } = process.env;
  const fetched = await fetchCalls(from, { format, etag: etag ?? null, apiKey: value ? { header, value } : null });
  return fetched.notModified ? null : fetched.rows;
}

/** The whole import is one transaction; a dry run and an input that breaks off leave nothing behind. */
async function run(rows: AsyncIterable<CallRow>, dryRun: boolean): Promise<ImportReport> {
  const { database, release } = await openDatabase(readConfig());
  await database.migrate();
  let report: ImportReport | undefined;
  try {
    await database.orm.em.fork().transactional(async em => {
      report = await importCalls(em, rows, () => flushAs(em, SYSTEM), progress);
      if (dryRun || report.refused.some(({ row }) => row === 0)) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  } finally {
    await database.close();
    release();
  }
  return report!;
}

function progress({ imported, refused, unchanged }: ImportReport): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${imported.length + unchanged.length} calls read, ${refused.length} rows refused `);
}

function tell({ imported, refused, unchanged, skipped }: ImportReport, dryRun: boolean): void {
  for (const { row, identifier, isNew, changes, notes } of imported) {
    console.log(`row ${row}: ${isNew ? 'new' : 'changed'} ${identifier}`);
    for (const { field, before, after } of changes)
      console.log(`  ${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`);
    for (const note of notes) console.log(`  note: ${note.en ?? note.sv}`);
  }
  for (const { row, identifier, faults } of refused) {
    for (const { path, message } of faults)
      console.log(`row ${row}: refused ${identifier ?? ''} ${path?.join('.') ?? ''}: ${message.en ?? message.sv}`);
  }
  const created = imported.filter(({ isNew }) => isNew).length;
  const nothing = dryRun
    ? ' (dry run: nothing was changed)'
    : refused.some(({ row }) => row === 0)
      ? ' (nothing was changed)'
      : '';
  console.log(
    `${created} new, ${imported.length - created} changed, ${unchanged.length} unchanged, ${refused.length} refused, ${skipped} left out${nothing}`,
  );
}
