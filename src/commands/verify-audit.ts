import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type Break, type Head, verifyChain, type Verdict } from '../activity/chain.js';
import { readConfig } from '../config.js';
import { onDatabase } from '../database/open.js';
import { openAsIs } from '../open.js';
import type { Bilingual } from '../shared/text/wording.js';
import { ConfigError } from '../shared/program/config-error.js';
import { asksForHelp, command } from './command.js';
import { given, LOCALE_USAGE, say } from './spoken.js';

const USAGE: Bilingual = {
  sv: `npm run audit:verify -- [--head HUVUD]

Bevisar att ändringsloggen är hel, eller nämner den första raden som inte är vad som skrevs.
  --head HUVUD     vad en tidigare körning skrev ut som huvud: loggen ska fortfarande börja med allt som den hade då
  ${LOCALE_USAGE.sv}`,
  en: `npm run audit:verify -- [--head HEAD]

Proves that the activity log is whole, or names the first row that is not what was written.
  --head HEAD      what an earlier run has printed as the head: the log must still begin with all that it had then
  ${LOCALE_USAGE.en}`,
};

const WRONG: Readonly<Record<Break['fault'], Bilingual>> = {
  MISSING: { sv: 'raden saknas.', en: 'the row is missing.' },
  ALTERED: {
    sv: 'raden är inte vad som skrevs, eller följer inte på den före.',
    en: 'the row is not what was written, or does not follow the one before it.',
  },
  UNCOUNTED: { sv: 'raden har inte numrerats av loggen.', en: 'the row was not numbered by the log.' },
  HEAD_MISSING: { sv: 'loggens huvud saknas.', en: 'the head of the log is missing.' },
  HEAD_ALTERED: {
    sv: 'loggens huvud är inte kontrollsumman av dess sista rad.',
    en: 'the head of the log is not the hash of its last row.',
  },
  OTHER_HEAD: {
    sv: 'kedjan är hel, men en annan än när huvudet som angavs skrevs: den har gjorts om.',
    en: 'the chain is whole, but another one than at the time of the given head: it has been made anew.',
  },
};

const NO_LOG: Bilingual = {
  sv: 'Databasen har ingen ändringslogg. Starta tjänsten på den först.',
  en: 'The database has no activity log. Start the service on it first.',
};

const UNDEFINED_TABLE = '42P01';

await command(async () => {
  const asked = given();
  if (asksForHelp(asked)) {
    console.log(say(USAGE));
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
  throw new ConfigError(say(NO_LOG));
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
  throw new ConfigError(say(USAGE));
}

function said(verdict: Verdict): string {
  if ('head' in verdict) {
    const { sequence, hash } = verdict.head;
    const head = `${sequence}-${hash}`;
    return say({ sv: `Hel: ${sequence} rader.\nHuvud: ${head}`, en: `Whole: ${sequence} rows.\nHead: ${head}` });
  }
  const { sequence, id, fault } = verdict.broken;
  const [rad, row] = sequence === null ? ['', ''] : [` vid rad ${sequence}`, ` at row ${sequence}`];
  const [named, { sv, en }] = [id ? ` (${id})` : '', WRONG[fault]];
  return say({ sv: `Bruten${rad}${named}: ${sv}`, en: `Broken${row}${named}: ${en}` });
}
