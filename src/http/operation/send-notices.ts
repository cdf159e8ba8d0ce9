import type { FastifyInstance } from 'fastify';
import type { Feed } from '../../activity/feed.js';
import type { Api } from '../../api.js';
import type { Config } from '../../config.js';
import type { Database } from '../../database/database.js';
import { MailWriter } from '../../mails/writer.js';
import type { MailSettings } from '../../notices/mail-settings.js';
import { Postman } from '../../notices/sending/postman.js';
import { whyUnreachable } from '../../notices/sending/reach.js';
import { MOST_DAYS } from '../../notices/sending/retries.js';
import { runQuery } from '../graphql/own-query.js';
import type { Metrics } from './metrics.js';

interface SendingOptions {
  readonly api: Api;
  readonly database: Database;
  readonly config: Config;
  readonly feed: Feed;
  readonly metrics: Metrics;
}

/** Sends mails whenever the activity log moves, and looks for what is due in between; none where mail is not set up. */
export function sendNotices(server: FastifyInstance, { api, database, config, feed, metrics }: SendingOptions): void {
  const { mail, publisher } = config;
  if (!mail) return server.log.info('no mail is sent: SMTP_URL is not set');
  server.addHook('onListen', () => void sayWhetherItIsThere(server, mail));
  const attempts = metrics.counter('mail_attempts_total', 'Attempts to send mails, by how they ended.', ['outcome']);
  const postman = new Postman({
    database,
    settings: mail,
    writer: new MailWriter(
      database,
      { ...mail, publisher: publisher?.name ?? null },
      (viewer, locale, document, variables) => runQuery(api, api.contextFor(viewer, locale), document, variables),
    ),
    attempted: outcome => attempts.inc({ outcome }),
    givenUp: id =>
      server.log.error({ subscription: id, days: MOST_DAYS }, 'mails have ended: no server took one for so many days'),
    failed: error => server.log.error({ err: error }, 'a mail could not be made'),
    graceMs: config.closingMs / 4,
  });
  const stopWatching = feed.watch(() => void postman.work());
  server.addHook('preClose', async () => {
    stopWatching();
    void postman.stop();
  });
  server.addHook('onClose', () => postman.stop());
}

/** What is wrong with the settings shows when mails are due, which may be days later: so it is said at the start. */
async function sayWhetherItIsThere(server: FastifyInstance, mail: MailSettings): Promise<void> {
  const why = await whyUnreachable(mail);
  if (why) server.log.warn({ why, server: new URL(mail.smtpUrl).host }, 'the mail server does not let us in: SMTP_URL');
}
