import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { createApi } from '../api.js';
import { readConfig } from '../config.js';
import type { Database } from '../database/database.js';
import { onDatabase } from '../database/open.js';
import { runQuery } from '../http/graphql/own-query.js';
import { MailWriter, type Writing } from '../mails/writer.js';
import { AS_FOLLOWER, DUE, type Follower } from '../notices/sending/claims.js';
import type { Words } from '../notices/sending/message.js';
import { openAsIs } from '../open.js';
import { ConfigError } from '../shared/program/config-error.js';
import type { Bilingual } from '../shared/text/wording.js';
import { at, now } from '../shared/time/clock.js';
import { DateTime } from '../shared/values/scalars.js';
import { asksForHelp, command } from './command.js';
import { given, LOCALE_USAGE, say } from './spoken.js';

const USAGE: Bilingual = {
  sv: `npm run mail:preview -- [--at STUND]

Skriver de mejl som skulle gå nu, eller vid en stund som 2027-02-15T07:00:00+01:00, och sänder inga. Var och ett är på följarens språk.
Vem de går till sägs med prenumerationens id, inte med adressen.
  ${LOCALE_USAGE.sv}`,
  en: `npm run mail:preview -- [--at MOMENT]

Writes the mails that would go now, or at a moment such as 2027-02-15T07:00:00+01:00, and sends none. Each is in the language of its follower.
Whom they go to is told by the id of the subscription, not by the address.
  ${LOCALE_USAGE.en}`,
};

await command(async () => {
  const words = given();
  if (asksForHelp(words)) {
    console.log(say(USAGE));
    return 0;
  }
  const moment = momentIn(words);
  const config = readConfig();
  const publicUrl = config.mail?.publicUrl ?? `http://${config.http.host}:${config.http.port}`;
  const written = await onDatabase(openAsIs(config), database =>
    at(moment, () => preview(database, { publicUrl, publisher: config.publisher?.name ?? null })),
  );
  const [sv, en] = written === 1 ? ['Ett', 'One mail'] : [written, `${written} mails`];
  console.error(say({ sv: `${sv} mejl skulle gå.`, en: `${en} would go.` }));
  return 0;
});

async function preview(database: Database, settings: Writing): Promise<number> {
  const api = createApi(database);
  const writer = new MailWriter(database, settings, (viewer, locale, document, variables) =>
    runQuery(api, api.contextFor(viewer, locale), document, variables),
  );
  const due = await database.query<Follower>(`select ${AS_FOLLOWER} ${DUE} order by n.id`, [now().toISOString()]);
  let written = 0;
  for (const follower of due) {
    // The links of the mails themselves let whoever has them confirm or end: here they lead nowhere.
    const shown = { ...follower, endToken: '…' };
    const words = follower.isConfirmed
      ? (await writer.news(shown)).words
      : writer.question(shown, `${settings.publicUrl}/notices/confirm/…`);
    if (!words) continue;
    written += 1;
    console.log(asText(follower.id, words));
  }
  return written;
}

function asText(id: string, { subject, text }: Words): string {
  return `${say({ sv: 'Till', en: 'To' })}: ${id}\n${say({ sv: 'Ämne', en: 'Subject' })}: ${subject}\n\n${text}`;
}

function momentIn(args: string[]): Date {
  try {
    const { at: written } = parseArgs({ args, options: { at: { type: 'string' } } }).values;
    if (written === undefined) return now();
    return DateTime.parseValue(written) as Date;
  } catch {
    // What no option is called, or no moment: the 29th of February in most years.
  }
  throw new ConfigError(say(USAGE));
}
