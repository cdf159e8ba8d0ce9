import 'reflect-metadata';
import { accessSync, constants, createReadStream, type ReadStream, statSync } from 'node:fs';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { SYSTEM } from '../shared/viewer.js';
import { type Config, readConfig } from '../config.js';
import { flushAs } from '../activity/activity-writer.js';
import type { Database } from '../database/database.js';
import { onDatabase } from '../database/open.js';
import { openReady } from '../open.js';
import type { CallFormat } from '../funding-calls/exchange/call-format.js';
import { fetchCalls, fetchWhole, type Validators } from '../funding-calls/exchange/source/fetch/fetch-calls.js';
import { type ImportReport, obstacles } from '../imports/import-report.js';
import { knownOf, remember } from '../funding-calls/exchange/source/fetch/known-sources.js';
import { readCalls } from '../funding-calls/exchange/read-calls.js';
import { TableSeen } from '../tables/table-choice.js';
import { ConfigError } from '../shared/program/config-error.js';
import { command } from './command.js';
import { type ImportOptions, IMPORT_USAGE, importOptions, withoutQuery } from './import-options.js';
import { callsTaken, type Take, TAKES } from './takes.js';
import { printReport } from './print-report.js';
import { progressOn } from './progress.js';
import { say } from './spoken.js';

/** Leaves the transaction without keeping what was done in it. */
class DryRun extends Error {}

/** What is read, how far it has been read where its length is known, and what to remember of it. */
interface Input {
  readonly take: Take;
  readonly share: () => number | null;
  readonly validators?: () => Validators;
}

await command(async () => {
  const options = importOptions();
  if (options === 'HELP') {
    console.log(say(IMPORT_USAGE));
    return 0;
  }
  const config = readConfig();
  return onDatabase(openReady(config), database => main(options, config, database));
});

async function main(options: ImportOptions, config: Config, database: Database): Promise<number> {
  const input = await inputOf(options, config, database);
  if (!input) {
    console.log(say({ sv: 'Inte ändrad sedan sist.', en: 'Not changed since the last time.' }));
    return 0;
  }
  const report = await run(database, input, options).catch(async error => {
    // What somebody made meanwhile is known the second time, where the source can be read twice.
    if (!(error instanceof UniqueConstraintViolationException) || options.from.includes('-')) throw error;
    return run(database, (await inputOf(options, config, database)) ?? input, options);
  });
  printReport(report, options.dryRun);
  if (report.refused.length > 0) return 1;
  // What is refused of a source is named again the next time.
  const { format, from, dryRun } = options;
  if (input.validators && !dryRun) await remember(database, { format, url: from[0] }, input.validators());
  return 0;
}

async function inputOf(
  { what, format, from, again, table, programme }: ImportOptions,
  config: Config,
  database: Database,
): Promise<Input | null> {
  const [first, ...more] = from;
  if (more.length > 0) return severalOf(format, from, config);
  const reading = { ...table, seen: new TableSeen() };
  if (first === '-' || !isAddress(first)) {
    const { stream, share } = first === '-' ? { stream: process.stdin, share: () => null } : fileOf(first);
    return {
      take: TAKES[what]({ format, reading, stream, programme }),
      share,
    };
  }
  const known = again ? undefined : await knownOf(database, { format, url: first });
  const fetched = await fetchCalls(first, { format, ...known, apiKey: config.importKey, table });
  if (fetched.notModified) return null;
  return { take: callsTaken(format, fetched.rows), validators: () => fetched.validators(), share: () => null };
}

function isAddress(from: string): boolean {
  return /^https?:\/\//.test(from);
}

/** A source's lists, each a file or an address. */
async function severalOf(format: CallFormat, from: readonly string[], { importKey }: Config): Promise<Input> {
  const lists: AsyncIterable<Uint8Array>[] = [];
  for (const one of from)
    lists.push(isAddress(one) ? await fetchWhole(one, { format, apiKey: importKey }) : streamOf(one).stream);
  return { take: callsTaken(format, readCalls(format, ...lists)), share: () => null };
}

/** A file, and how much of it has been read. */
function fileOf(path: string): { stream: ReadStream; share: () => number | null } {
  const { stream, size } = streamOf(path);
  return { stream, share: () => stream.bytesRead / Math.max(1, size) };
}

function streamOf(path: string): { stream: ReadStream; size: number } {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) {
    const shown = withoutQuery(path);
    throw new ConfigError(say({ sv: `Det finns ingen fil ${shown}.`, en: `There is no file ${shown}.` }));
  }
  if (!file.isFile()) throw new ConfigError(say({ sv: `${path} är ingen fil.`, en: `${path} is not a file.` }));
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new ConfigError(
      say({ sv: `${path} får inte läsas av den här användaren.`, en: `${path} may not be read by this user.` }),
    );
  }
  return { stream: createReadStream(path), size: file.size };
}

/** The whole import is one transaction; a dry run and an input that breaks off leave nothing behind. */
async function run(database: Database, { take, share }: Input, { dryRun }: ImportOptions): Promise<ImportReport> {
  const progress = progressOn(process.stderr, share);
  let report: ImportReport | undefined;
  try {
    await database.orm.em.fork().transactional(async em => {
      // The first row may be long in coming.
      await (em as SqlEntityManager).execute('set local idle_in_transaction_session_timeout = 0');
      report = await take(em, () => flushAs(em, SYSTEM), progress.show);
      if (dryRun || obstacles(report).length > 0) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  } finally {
    progress.done();
  }
  return report!;
}
