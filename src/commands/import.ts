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
import { CallFormat, formatOf } from '../funding-calls/exchange/call-format.js';
import { wordsOf } from '../shared/described-enum.js';
import { fetchCalls, fetchWhole, type Validators } from '../funding-calls/exchange/source/fetch/fetch-calls.js';
import { importCalls } from '../funding-calls/exchange/import-calls.js';
import { type ImportReport, obstacles } from '../imports/import-report.js';
import { knownOf, remember } from '../funding-calls/exchange/source/fetch/known-sources.js';
import { mergeRows } from '../funding-calls/exchange/draft/merge-rows.js';
import { readCalls } from '../funding-calls/exchange/read-calls.js';
import { ConfigError } from '../shared/program/config-error.js';
import { alikeInBoth, listed } from '../shared/text/wording.js';
import { command } from './command.js';
import { printReport } from './print-report.js';
import { progressOn } from './progress.js';

/** The formats whose lists may lie in files of their own. */
const SEVERAL = wordsOf(CallFormat).filter(name => formatOf(name).inputs === 'ONE_A_LIST');

const several = SEVERAL.map(name => {
  const { en: lists } = listed(formatOf(name).lists.filter(Boolean).map(alikeInBoth));
  return `${name} takes several, one for each of the register's lists ${lists}.`;
});

const USAGE = `npm run import -- [--dry-run] [--again] <format> <file|URL|-> …

Imports funding calls: ${Object.keys(CallFormat).join(', ')}. A file, a web address, or - for standard input.
${several.join('\n')}
  --dry-run   say what would happen, change nothing
  --again     read a web address although it says that it has not changed
  --help      say this
An embedded database belongs to one process at a time: stop the service first. With DATABASE_URL both may run.
Ends with 0 when all rows were taken, 1 when some were refused, 2 when nothing could be done.
IMPORT_API_KEY is sent to the source in IMPORT_API_KEY_HEADER or IMPORT_API_KEY_PARAMETER. docs/import-formats.md has the formats.`;

/** Leaves the transaction without keeping what was done in it. */
class DryRun extends Error {}

interface Options {
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
  const options = wanted();
  if (options === 'HELP') {
    console.log(USAGE);
    return 0;
  }
  const config = readConfig();
  return onDatabase(openReady(config), database => main(options, config, database));
});

function wanted(): Options | 'HELP' {
  const { values, positionals } = commandLine();
  if (values.help) return 'HELP';
  const [format, first, ...more] = positionals;
  if (format === undefined || first === undefined) throw new ConfigError(USAGE);
  const known = formatNamed(format);
  if (!known) throw new ConfigError(`"${format}" is no format. There are ${Object.keys(CallFormat).join(', ')}.`);
  if (more.length > 0 && !SEVERAL.includes(known))
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
function formatNamed(name: string): CallFormat | undefined {
  return Object.values(CallFormat).find(format => format === name.toUpperCase().replaceAll('-', '_'));
}

async function main(options: Options, config: Config, database: Database): Promise<number> {
  const input = await inputOf(options, config, database);
  if (!input) {
    console.log('Not changed since the last time.');
    return 0;
  }
  const report = await run(database, input, options);
  printReport(report, options.dryRun);
  if (report.refused.length > 0) return 1;
  // What is refused of a source is named again the next time.
  const { format, from, dryRun } = options;
  if (input.validators && !dryRun) await remember(database, { format, url: from[0] }, input.validators());
  return 0;
}

async function inputOf({ format, from, again }: Options, config: Config, database: Database): Promise<Input | null> {
  const [first, ...more] = from;
  if (more.length > 0) return severalOf(format, from, config);
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

/** A source's lists, each a file or an address. */
async function severalOf(format: CallFormat, from: readonly string[], { importKey }: Config): Promise<Input> {
  const lists: AsyncIterable<Uint8Array>[] = [];
  for (const one of from)
    lists.push(isAddress(one) ? await fetchWhole(one, { format, apiKey: importKey }) : streamOf(one).stream);
  return { rows: readCalls(format, ...lists), share: () => null };
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
async function run(database: Database, { rows, share }: Input, { format, dryRun }: Options): Promise<ImportReport> {
  const progress = progressOn(process.stderr, share);
  let report: ImportReport | undefined;
  try {
    await database.orm.em.fork().transactional(async em => {
      // The first row may be long in coming.
      await (em as SqlEntityManager).execute('set local idle_in_transaction_session_timeout = 0');
      report = await importCalls(em, mergeRows(format, rows), () => flushAs(em, SYSTEM), progress.show);
      if (dryRun || obstacles(report).length > 0) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  } finally {
    progress.done();
  }
  return report!;
}
