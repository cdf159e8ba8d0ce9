import { z } from 'zod';
import { ConfigError } from '../shared/program/config-error.js';
import { text, wholeNumber } from '../shared/program/settings.js';
import { isMailbox, mailboxInAscii } from '../shared/values/mailbox.js';

/** A mailbox alone, or with a name before it: `Kickstart S3 <kickstart@region.example>`. */
const SENDER = /^(?:[^<>"\r\n]*<([^<>\s]+)>|(\S+))$/;

/** The environment variables of following by e-mail. */
export const MAIL_ENVIRONMENT = z.object({
  SMTP_URL: text.refine(
    url => !url || (/^smtps?:\/\//.test(url) && URL.canParse(url) && new URL(url).hostname !== ''),
    {
      error: 'must be an address of a mail server: smtp://host:587, or smtps://user:password@host:465',
    },
  ),
  MAIL_FROM: text.refine(from => !from || isSender(from), {
    error: ({ input }) =>
      `must be a mailbox, such as Kickstart S3 <kickstart@region.example>, and is "${String(input)}"`,
  }),
  PUBLIC_URL: text.refine(url => !url || isOrigin(url), {
    error: ({ input }) =>
      `must be where people reach the service, such as https://kickstart.example, and is "${String(input)}"`,
  }),
  SMTP_TIMEOUT_MS: wholeNumber(100, 120_000).default(30_000),
});

export interface MailSettings {
  readonly smtpUrl: string;
  /** Whom mails come from. */
  readonly from: string;
  /** Where people reach the service, without a slash at its end. */
  readonly publicUrl: string;
  /** How long the mail server may be silent. */
  readonly timeoutMs: number;
}

/** Null where mails are not set up: all three are needed. */
export function mailSettings(environment: z.infer<typeof MAIL_ENVIRONMENT>): MailSettings | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, PUBLIC_URL: publicUrl, SMTP_TIMEOUT_MS: timeoutMs } = environment;
  if (!smtpUrl) return null;
  if (!from) throw new ConfigError('MAIL_FROM: needed with SMTP_URL');
  if (!publicUrl) throw new ConfigError('PUBLIC_URL: needed with SMTP_URL');
  return { smtpUrl, from, publicUrl: publicUrl.replace(/\/+$/, ''), timeoutMs };
}

function isSender(from: string): boolean {
  const [, named, alone] = SENDER.exec(from) ?? [];
  const mailbox = named ?? alone ?? '';
  return isMailbox(mailbox) && mailboxInAscii(mailbox) !== null;
}

function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, search, hash, username } = new URL(url);
  return /^https?:$/.test(protocol) && search === '' && hash === '' && username === '';
}
