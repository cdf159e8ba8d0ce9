import type { MailSettings } from '../mail-settings.js';
import { connectionTo } from './smtp.js';

/** Why the mail server does not let us in, in its words; null where it does. It is sent nothing. */
export async function whyUnreachable(settings: Pick<MailSettings, 'smtpUrl' | 'timeoutMs'>): Promise<string | null> {
  const { auth, connection } = connectionTo(settings);
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const told = (error?: Error | null) => resolve(error ? error.message : null);
  connection.on('error', told);
  connection.once('end', () => resolve('the connection was closed'));
  connection.connect(error => {
    if (error || !auth) return told(error);
    const { user, pass } = auth;
    connection.login({ type: 'LOGIN', user, credentials: { user, pass } }, told);
  });
  const why = await promise;
  connection.close();
  return why;
}
