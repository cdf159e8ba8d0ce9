import { whyUnreachable } from '../../src/notices/sending/reach.js';
import { sendBySmtp } from '../../src/notices/sending/smtp.js';
import { Lifetime } from '../../src/shared/program/lifetime.js';
import { startGuardedServer } from '../support/doubles/mail-server.js';

const DOORS = { user: 'kickstart', password: 'hemligt+ord', isEncrypted: true };
/** The server's certificate is one that nobody vouches for. */
const TRUSTING = 'tls.rejectUnauthorized=false';

/** What comes of a mail to a server that lets in as it does, and what the server was told. */
async function sent(doors: Partial<typeof DOORS>, { password = DOORS.password, query = TRUSTING } = {}) {
  const server = await startGuardedServer({ ...DOORS, ...doors });
  const { port } = new URL(server.url);
  const smtpUrl = `smtp://${DOORS.user}:${encodeURIComponent(password)}@127.0.0.1:${port}?${query}`;
  const settings = { smtpUrl, timeoutMs: 5_000 };
  const raw = Buffer.from(
    'From: a@exempel.example\r\nTo: b@exempel.example\r\nSubject: Prov\r\n\r\nHej /notices/end/x\r\n',
  );
  const envelope = { from: 'a@exempel.example', to: 'b@exempel.example', raw };
  const outcome = await sendBySmtp(envelope, settings, new Lifetime());
  const why = await whyUnreachable(settings);
  await server.stop();
  return { outcome, why, knocks: server.knocks, mails: server.mails.length };
}

const KNOCK = { user: DOORS.user, isEncrypted: true };

describe('a mail server that asks for a name and a password', () => {
  it('is told them once the connection is encrypted (STARTTLS), and takes the mail', async () => {
    expect(await sent({})).toEqual({ outcome: 'ACCEPTED', why: null, knocks: [KNOCK, KNOCK], mails: 1 });
  });

  it('that finds them wrong is tried later, and why it does not let in is said', async () => {
    const { outcome, why, mails } = await sent({}, { password: 'fel' });
    expect([outcome, mails]).toEqual(['LATER', 0]);
    expect(why).toMatch(/Invalid login: 535/);
    expect(why).not.toContain('fel');
  });

  it('is not told them by a connection that is not encrypted, unless the settings allow it', async () => {
    expect(await sent({ isEncrypted: false })).toMatchObject({ outcome: 'LATER', knocks: [], mails: 0 });
    const allowed = await sent({ isEncrypted: false }, { query: 'requireTLS=false' });
    expect(allowed).toMatchObject({ outcome: 'ACCEPTED', knocks: [{ isEncrypted: false }, {}], mails: 1 });
  });

  it('is not told them where nobody vouches for its certificate', async () => {
    const { outcome, why, knocks } = await sent({}, { query: '' });
    expect([outcome, knocks]).toEqual(['LATER', []]);
    expect(why).toMatch(/certificate/);
  });
});

it('a mail server that is not there is said to be so at the start', async () => {
  expect(await whyUnreachable({ smtpUrl: 'smtp://127.0.0.1:9', timeoutMs: 2_000 })).toMatch(/ECONNREFUSED/);
});
