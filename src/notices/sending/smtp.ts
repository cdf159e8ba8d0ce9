import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer/lib/errors';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Lifetime } from '../../shared/program/lifetime.js';
import type { MailSettings } from '../mail-settings.js';

/**
 * How an attempt ended: the server took the mail; refused the address or the mail for good; could not take it now, and
 * has not; or nobody knows, since all was sent and the server said nothing.
 */
export type Outcome = 'ACCEPTED' | 'REFUSED' | 'LATER' | 'UNANSWERED';

export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

/** What a 5xx to these says is of the address or the mail; to others it is of how the service is set up. */
const OF_MAIL = /^(RCPT TO|DATA)/;

/** A connection as the settings say; a password goes over an encrypted one alone, unless they say `requireTLS=false`. */
export function connectionTo({ smtpUrl, timeoutMs }: Pick<MailSettings, 'smtpUrl' | 'timeoutMs'>) {
  const { auth, ...options } = parseConnectionUrl(smtpUrl);
  const silence = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const secrecy = auth && options.requireTLS === undefined ? { requireTLS: true } : {};
  return { auth, connection: new SMTPConnection({ ...options, ...secrecy, ...silence }) };
}

/** Sends a mail once, on a connection of its own. */
export async function sendBySmtp(
  envelope: Envelope,
  settings: Pick<MailSettings, 'smtpUrl' | 'timeoutMs'>,
  stay: Lifetime,
): Promise<Outcome> {
  const { auth, connection } = connectionTo(settings);
  const message = Readable.from([envelope.raw], { objectMode: false });
  let isSent = false;
  message.once('end', () => (isSent = true));
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const settle = (error?: NodemailerError | null) => resolve(error === null ? 'ACCEPTED' : outcomeOf(error, isSent));
  const forget = stay.hold(() => settle(undefined));
  // A server that sends its answer drop by drop is not waited for either.
  const timer = setTimeout(() => settle(undefined), settings.timeoutMs * 2);
  const send = () => connection.send({ from: envelope.from, to: [envelope.to] }, message, error => settle(error));
  connection.once('error', settle).once('end', () => settle(undefined));
  connection.connect(error => {
    if (error) return settle(error);
    if (!auth) return send();
    const { user, pass } = auth;
    connection.login({ type: 'LOGIN', user, credentials: { user, pass } }, failed =>
      failed ? settle(failed) : send(),
    );
  });
  const outcome = await promise;
  forget();
  clearTimeout(timer);
  // Closing makes it report what is known already.
  connection.on('error', () => undefined);
  if (outcome === 'ACCEPTED') connection.quit();
  else connection.close();
  return outcome;
}

function outcomeOf(error: NodemailerError | undefined, isSent: boolean): Outcome {
  const { responseCode, command = '' } = error ?? {};
  if (responseCode && responseCode >= 500 && OF_MAIL.test(command)) return 'REFUSED';
  return isSent && !responseCode ? 'UNANSWERED' : 'LATER';
}
