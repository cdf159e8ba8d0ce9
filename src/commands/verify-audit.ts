import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type Break, type Head, verifyChain, type Verdict } from '../activity/chain.js';
import { readConfig } from '../config.js';
import { onDatabase } from '../database/open.js';
import { openAsIs } from '../open.js';
import { ConfigError } from '../shared/program/config-error.js';
import { asksForHelp, command } from './command.js';

const USAGE = `npm run audit:verify -- [--head HEAD]

Proves that the activity log is whole, or names the first row that is not what was written.
  --head HEAD   what an earlier run has printed as the head: the log must still begin with all that it had then`;

const WRONG: Readonly<Record<Break['fault'], string>> = {
  MISSING: 'the row is missing.',
  ALTERED: 'the row is not what was written, or does not follow the one before it.',
  UNCOUNTED: 'the row was not numbered by the log.',
  HEAD_MISSING: 'the head of the log is missing.',
  HEAD_ALTERED: 'the head of the log is not the hash of its last row.',
  OTHER_HEAD: 'the chain is whole, but another one than at the time of the given head: it has been made anew.',
};

const UNDEFINED_TABLE = '42P01';

await command(async () => {
  const asked = process.argv.slice(2);
  if (asksForHelp(asked)) {
    console.log(USAGE);
    return 0;
  }
  const verdict = await verify(asked);
  console.log(said(verdict));
  return 'head' in verdict ? 0 : 1;
});

async function verify(asked: string[]): Promise<Verdict> {
  const kept = headFrom(asked);
  return onDatabase(openAsIs(readConfig()), database =>
    verifyChain((text, values) => database.query(text, values), kept).catch(withoutLog),
  );
}

function withoutLog(error: Error & { code?: string }): never {
  if (error.code !== UNDEFINED_TABLE) throw error;
  throw new ConfigError('The database has no activity log. Start the service on it first.');
}

function headFrom(args: string[]): Head | null {
  try {
    const { head } = parseArgs({ args, options: { head: { type: 'string' } } }).values;
    if (head === undefined) return null;
    const [, sequence, hash] = /^(\d{1,9})-([0-9a-f]{64})$/.exec(head) ?? [];
    if (hash) return { sequence: Number(sequence), hash };
  } catch {
    // What no option is called.
  }
  throw new ConfigError(USAGE);
}

function said(verdict: Verdict): string {
  if ('head' in verdict) {
    const { sequence, hash } = verdict.head;
    return `Whole: ${sequence} rows.\nHead: ${sequence}-${hash}`;
  }
  const { sequence, id, fault } = verdict.broken;
  const row = sequence === null ? 'Broken' : `Broken at row ${sequence}`;
  return `${row}${id ? ` (${id})` : ''}: ${WRONG[fault]}`;
}
