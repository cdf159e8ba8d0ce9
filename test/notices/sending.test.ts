import { readConfig } from '../../src/config.js';
import { type Behaviour, type MailServer, startMailServer } from '../support/doubles/mail-server.js';
import { anAddress, mailing, mailSettingsFor, type MailService, startMailService } from '../support/make/mails.js';
import { eventually } from '../support/service/listener.js';
import { startProcess } from '../support/service/process.js';
import { callerOf, freshDatabase, KEYS } from '../support/service/service.js';

let server: MailServer;
let service: MailService;
beforeAll(async () => {
  server = await startMailServer();
  service = await startMailService(server);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await server.stop();
});

const inMinutes = (count: number) => new Date(Date.now() + count * 60_000);
const HOUR = 60;
const AGENDA = { kinds: ['AGENDA'], rhythm: 'AT_ONCE', email: '' };

/** Asks an address while the server behaves so, and sends what is due so many minutes later. */
async function tried(behaviours: Behaviour[], minutes: readonly number[]) {
  const email = anAddress();
  const { noticeSubscription } = await service.follow(KEYS.partner, { ...AGENDA, email });
  const before = server.tries;
  server.behaviours = [...Array<Behaviour>(before).fill('ACCEPT'), ...behaviours];
  const tries: number[] = [];
  for (const count of minutes) {
    await service.sendAt(inMinutes(count));
    tries.push(server.tries - before);
  }
  server.behaviours = [];
  return {
    email,
    id: noticeSubscription.id as string,
    tries,
    names: server.to(email).map(({ mail }) => mail.messageId),
  };
}

describe('a mail server', () => {
  it('that asks to be tried later is tried after a minute, then two, and gets the mail once', async () => {
    const { tries, names } = await tried(['GREYLIST', 'GREYLIST', 'ACCEPT'], [0, 0.5, 1.1, 2, 3.2, 9]);
    expect(tries).toEqual([1, 1, 2, 2, 3, 3]);
    expect(names).toHaveLength(1);
  });

  it('that refuses an address three times ends it', async () => {
    const { id, email, tries } = await tried(['REFUSE'], [0, HOUR, 15 * HOUR, 30 * HOUR, 72 * HOUR]);
    expect(tries).toEqual([1, 1, 2, 3, 3]);
    expect(await service.shown(KEYS.partner, id)).toMatchObject({ email: null, endedAt: expect.any(String) });
    expect(server.to(email)).toEqual([]);
  });

  it.each<Behaviour>(['HANG', 'DIE'])(
    'that has read a mail and says nothing is sent it once more, under the same name (%s)',
    async behaviour => {
      const { names, id } = await tried([behaviour], [0, 2, 10, 5 * HOUR]);
      expect(names).toHaveLength(2);
      expect(new Set(names)).toEqual(new Set([names[0]]));
      expect(await service.shown(KEYS.partner, id)).toMatchObject({ endedAt: null });
    },
  );

  it('gets each mail once, however many copies send at the same time', async () => {
    const asked = [anAddress(), anAddress(), anAddress()];
    for (const email of asked) await service.follow(KEYS.admin, { ...AGENDA, email });
    await Promise.all([0, 0, 0, 0].map(count => service.sendAt(inMinutes(count))));
    expect(asked.map(email => server.to(email).length)).toEqual([1, 1, 1]);
  });

  it('that is not there is tried until it is', async () => {
    const { url } = server;
    await server.stop();
    const email = anAddress();
    await service.follow(KEYS.partner, { ...AGENDA, email });
    await service.sendAt(inMinutes(0));
    server = await startMailServer();
    const moved = mailing(service, server);
    await moved.sendAt(inMinutes(0.5));
    expect(server.to(email)).toEqual([]);
    await moved.sendAt(inMinutes(2));
    expect(server.to(email)).toHaveLength(1);
    expect(server.url).not.toBe(url);
    service = moved;
  });
});

it('a mail that no server takes is tried for fourteen days, and then the mails end and that is told', async () => {
  const email = anAddress();
  const { noticeSubscription } = await service.follow(KEYS.partner, { ...AGENDA, email });
  const { id } = noticeSubscription;
  // Without a server the answer comes at once; each attempt is made when it is due.
  const [absent, day] = [mailing(service, { url: 'smtp://127.0.0.1:9' } as MailServer), 24 * HOUR];
  const nextOf = async () =>
    (
      await service.database.query<{ next: string | null }>(
        'select next_at as next from notice_subscription where id = $1',
        [id],
      )
    )[0]!.next;
  const begun = Date.now();
  const days: number[] = [];
  let next = await nextOf();
  for (; next; next = await nextOf()) {
    days.push(Math.floor((Date.parse(next) - begun) / 60_000 / day));
    await absent.sendAt(new Date(Date.parse(next) + 1));
  }
  expect([days.at(-1), days.length]).toEqual([13, 81]);
  expect(absent.givenUp).toEqual([id]);
  expect(await service.shown(KEYS.partner, id)).toMatchObject({ email: null, endedAt: expect.any(String) });
}, 60_000);

// Copies share a database, and the embedded one has room for one process.
const onServer = process.env.TEST_DATABASE_URL ? it : it.skip;

onServer(
  'a copy that is killed in the middle of a mail leaves it to the next, which sends it once more at most',
  async () => {
    const { database, databaseUrl, drop } = await freshDatabase();
    const mails = await startMailServer('HANG', 'ACCEPT');
    const settings = {
      DATABASE_URL: databaseUrl!,
      SEED: 'demo',
      LOG_LEVEL: 'trace',
      ...mailSettingsFor(mails),
      SMTP_TIMEOUT_MS: '60000',
    };
    const killed = await startProcess(settings);
    const email = anAddress();
    const input = { ...AGENDA, email };
    const FOLLOW = 'mutation ($input: FollowByEmailInput!) { followByEmail(input: $input) { userErrors { code } } }';
    await callerOf(killed.url, KEYS.partner).run(FOLLOW, { input });
    const came = (count: number) =>
      eventually(
        () => mails.to(email).length >= count,
        () => `${mails.to(email).length} of ${count} came`,
      );
    await came(1);
    killed.signal('SIGKILL');
    await killed.exit;
    // As if the time had passed after which its turn counts as lost.
    await database.query('update notice_subscription set claimed_until = clock_timestamp()');
    const successor = await startProcess(settings);
    await came(2);
    const settled = async () =>
      (await database.query<{ settled: boolean }>('select next_at is null as settled from notice_subscription'))[0]!
        .settled;
    await eventually(settled, () => 'the second mail is not settled');
    expect(new Set(mails.to(email).map(({ mail }) => mail.messageId)).size).toBe(1);
    // Both links confirm, since nobody knows which of the mails came.
    const [first] = mails.to(email);
    const link = first!.link('confirm').replace('https://kickstart.example', successor.url);
    expect((await fetch(link, { method: 'POST' })).status).toBe(200);
    const written = () => killed.out() + killed.errors() + successor.out() + successor.errors();
    await eventually(
      () => written().includes('/notices/confirm/:token'),
      () => 'the link is not logged by its route',
    );
    const log = written();
    for (const secret of [email, first!.link('confirm').split('/').at(-1)!]) expect(log).not.toContain(secret);
    successor.signal('SIGKILL');
    await successor.exit;
    await mails.stop();
    await database.close();
    await drop();
  },
);

it.each<[string, NodeJS.ProcessEnv]>([
  ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example', PUBLIC_URL: 'https://kickstart.example' }],
  ['PUBLIC_URL', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example' }],
  ['SMTP_URL', { SMTP_URL: 'mail.example' }],
  ['MAIL_FROM', { MAIL_FROM: 'nobody' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'kickstart.example' }],
])('mails need %s to be right: %j', (name, settings) => {
  expect(() => readConfig(settings)).toThrow(new RegExp(`^${name}: `));
});
