import { createTransport } from 'nodemailer';
import { mailboxInAscii } from '../../shared/values/mailbox.js';
import { LINK_PATHS } from '../links.js';
import type { MailSettings } from '../mail-settings.js';
import type { Follower } from './claims.js';
import type { Envelope } from './smtp.js';

/** What a mail says: the same as text and as HTML. */
export interface Words {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Makes messages and sends none. */
const MAKER = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** Where a mail can be ended from. */
export function endLink(
  { endToken }: Pick<Follower, 'endToken'>,
  { publicUrl }: Pick<MailSettings, 'publicUrl'>,
): string {
  return `${publicUrl}${LINK_PATHS.end}/${endToken}`;
}

/** A mail as it is sent. Its name stays the same however often it is tried, so that mailboxes may know it again. */
export async function envelopeOf(
  words: Words,
  follower: Pick<Follower, 'id' | 'email' | 'mails' | 'endToken'>,
  settings: Pick<MailSettings, 'from' | 'publicUrl'>,
): Promise<Envelope> {
  const { id, email, mails } = follower;
  const { envelope, message } = await MAKER.sendMail({
    from: settings.from,
    to: email,
    ...words,
    messageId: `<${id}.${mails + 1}@${new URL(settings.publicUrl).hostname}>`,
    headers: {
      // RFC 8058: programs end it by a POST to the same address.
      'List-Unsubscribe': `<${endLink(follower, settings)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { from: String(envelope.from), to: mailboxInAscii(email) ?? email, raw: message as Buffer };
}
