import 'reflect-metadata';
import { accessSync, constants, createReadStream, type ReadStream, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { SYSTEM } from '../shared/viewer.js';
import { type Config, readConfig } from '../config.js';
import { flushAs } from '../activity/activity-writer.js';
import type { Database } from '../database/database.js';
import { onDatabase } from '../database/open.js';
import { openReady } from '../open.js';
import type { CallRow } from '../funding-calls/exchange/draft/call-draft.js';
import { CallFormat } from '../funding-calls/exchange/call-format.js';
import { fetchCalls, fetchWhole, type Validators } from '../funding-calls/exchange/source/fetch-calls.js';
import { importCalls } from '../funding-calls/exchange/import-calls.js';
import { type ImportReport, obstacles } from '../funding-calls/exchange/import-report.js';
import { knownOf, remember } from '../funding-calls/exchange/source/known-sources.js';
import { mergeRows } from '../funding-calls/exchange/draft/merge-rows.js';
import { readCalls, readRegister } from '../funding-calls/exchange/read-calls.js';
import { ConfigError } from '../shared/config-error.js';
import { command } from './command.js';
import { progressOn } from './progress.js';

const USAGE = `npm run import -- [--dry-run] [--again] <format> <file|URL|-> …

Imports funding calls: ${Object.keys(CallFormat).join(', ')}. A file, a web address, or - for standard input.
VINNOVA takes several, one for each of the register's lists program, utlysningar and ansokningsomgangar.
  --dry-run   say what would happen, change nothing
  --again     read a web address although it says that it has not changed
  --help      say this
An embedded database belongs to one process at a time: stop the service first. With DATABASE_URL both may run.
Ends with 0 when all rows were taken, 1 when some were refused, 2 when nothing could be done.
IMPORT_API_KEY is sent to the source in IMPORT_API_KEY_HEADER or IMPORT_API_KEY_PARAMETER. docs/import-formats.md has the formats.`;

/** So many rows that are left out for one reason are named; a bulk file has thousands of tenders. */
const NAMED = 50;

/** Leaves the transaction without keeping what was done in it. */
class DryRun extends Error {}

interface Wanted {
  readonly format: CallFormat;
  readonly from: readonly [string, ...string[]];
  readonly dryRun: boolean;
  readonly again: boolean;
}

/** What is read, how far it has been read where its length is known, and what to remember of it. */
interface Input {
  readonly rows: AsyncIterable<CallRow>;
  readonly share: () => number | null;
  readonly validators?: () => Validators;
}

await command(async () => {
  const asked = wanted();
  if (asked === 'HELP') {
    console.log(USAGE);
    return 0;
  }
  const config = readConfig();
  return onDatabase(openReady(config), database => main(asked, config, database));
});

function wanted(): Wanted | 'HELP' {
  const { values, positionals } = commandLine();
  if (values.help) return 'HELP';
  const [format, first, ...more] = positionals;
  if (format === undefined || first === undefined) throw new ConfigError(USAGE);
  const known = formatOf(format);
  if (!known) throw new ConfigError(`"${format}" is no format. There are ${Object.keys(CallFormat).join(', ')}.`);
  if (more.length > 0 && known !== 'VINNOVA')
    throw new ConfigError(`One source at a time: "${withoutQuery(more[0]!)}" is one too many.\n\n${USAGE}`);
  return { format: known, from: [first, ...more], dryRun: values['dry-run'], again: values.again };
}

function commandLine() {
  const off = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ allowPositionals: true, options: { 'dry-run': off, again: off, help: { ...off, short: 'h' } } });
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** A format by its name, however it is written: eu-portal is EU_PORTAL. */
function formatOf(name: string): CallFormat | undefined {
  return Object.values(CallFormat).find(format => format === name.toUpperCase().replaceAll('-', '_'));
}

async function main(asked: Wanted, config: Config, database: Database): Promise<number> {
  const input = await inputOf(asked, config, database);
  if (!input) {
    console.log('Not changed since the last time.');
    return 0;
  }
  const report = await run(database, input, asked.dryRun);
  tell(report, asked.dryRun);
  if (report.refused.length > 0) return 1;
  // What a source had refused is told again the next time.
  const { format, from, dryRun } = asked;
  if (input.validators && !dryRun) await remember(database, { format, url: from[0] }, input.validators());
  return 0;
}

async function inputOf({ format, from, again }: Wanted, config: Config, database: Database): Promise<Input | null> {
  const [first, ...more] = from;
  if (more.length > 0) return registerOf(from, config);
  if (first === '-') return { rows: readCalls(format, process.stdin), share: () => null };
  if (!isAddress(first)) return fileOf(format, first);
  const known = again ? undefined : await knownOf(database, { format, url: first });
  const fetched = await fetchCalls(first, { format, ...known, apiKey: config.importKey });
  return fetched.notModified ? null : { ...fetched, share: () => null };
}

/** An address as it may be told: a key may stand in its query. */
function withoutQuery(address: string): string {
  return address.replace(/\?.*$/s, '?…');
}

function isAddress(from: string): boolean {
  return /^https?:\/\//.test(from);
}

/** Vinnova's register from its lists, each a file or an address. */
async function registerOf(from: readonly string[], { importKey }: Config): Promise<Input> {
  const lists: AsyncIterable<Uint8Array>[] = [];
  for (const one of from)
    lists.push(isAddress(one) ? await fetchWhole(one, { format: 'VINNOVA', apiKey: importKey }) : streamOf(one).stream);
  return { rows: readRegister(lists), share: () => null };
}

function fileOf(format: CallFormat, path: string): Input {
  const { stream, size } = streamOf(path);
  return { rows: readCalls(format, stream), share: () => stream.bytesRead / Math.max(1, size) };
}

function streamOf(path: string): { stream: ReadStream; size: number } {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) throw new ConfigError(`There is no file ${withoutQuery(path)}.`);
  if (!file.isFile()) throw new ConfigError(`${path} is not a file.`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new ConfigError(`${path} may not be read by this user.`);
  }
  return { stream: createReadStream(path), size: file.size };
}

/** The whole import is one transaction; a dry run and an input that breaks off leave nothing behind. */
async function run(database: Database, { rows, share }: Input, dryRun: boolean): Promise<ImportReport> {
  const progress = progressOn(process.stderr, share);
  let report: ImportReport | undefined;
  try {
    await database.orm.em.fork().transactional(async em => {
      // The first row may be long in coming.
      await (em as SqlEntityManager).execute('set local idle_in_transaction_session_timeout = 0');
      report = await importCalls(em, mergeRows(rows), () => flushAs(em, SYSTEM), progress.told);
      if (dryRun || obstacles(report).length > 0) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  } finally {
    progress.done();
  }
  return report!;
}

function tell(report: ImportReport, dryRun: boolean): void {
  const { imported, refused, unchanged, leftOut } = report;
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
  tellLeftOut(leftOut);
  const created = imported.filter(({ isNew }) => isNew).length;
  const nothing = dryRun
    ? ' (dry run: nothing was changed)'
    : obstacles(report).length > 0
      ? ' (nothing was changed)'
      : '';
  console.log(
    `${created} new, ${imported.length - created} changed, ${unchanged.length} unchanged, ${refused.length} refused, ${leftOut.length} left out${nothing}`,
  );
}

function tellLeftOut(rows: ImportReport['leftOut']): void {
  const alike = new Map<string, number>();
  for (const { row, identifier, skipped } of rows) {
    const reason = skipped.en ?? skipped.sv;
    const count = (alike.get(reason) ?? 0) + 1;
    alike.set(reason, count);
    if (count <= NAMED) console.log(`row ${row}: left out ${[identifier, reason].filter(Boolean).join(': ')}`);
  }
  for (const [reason, count] of alike)
    if (count > NAMED) console.log(`${count - NAMED} more rows: left out: ${reason}`);
}
