import { type MailServer, startMailServer } from '../support/doubles/mail-server.js';
import { anAddress, mailSettingsFor, type MailService, startMailService } from '../support/make/mails.js';
import { runProgram } from '../support/service/process.js';
import { KEYS } from '../support/service/service.js';

// The embedded database has room for one process.
const onServer = process.env.TEST_DATABASE_URL ? it : it.skip;

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

onServer('shows the mails that would go, without addresses and secrets, and sends none', async () => {
  const email = anAddress();
  const id = await service.followed(KEYS.partner, { email, kinds: ['AGENDA'], rhythm: 'WEEKLY', locale: 'SV' });
  const settings = { DATABASE_URL: service.databaseUrl!, ...mailSettingsFor(server) };
  const nothing = runProgram('mail-preview.js', [], settings);
  expect([await nothing.exit, nothing.out(), nothing.errors()]).toEqual([0, '', '0 mails would go.\n']);
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const run = runProgram('mail-preview.js', ['--at', inAWeek], settings);
  expect([await run.exit, run.errors()]).toEqual([0, 'One mail would go.\n']);
  expect(run.out()).toMatch(new RegExp(`^To: ${id}\nSubject: Kickstart S3: \\d+ att göra\n\nAtt göra\n`));
  expect(run.out()).toContain('https://kickstart.example/ideas/KS3-');
  const [{ end_token }] = (await service.database.query<{ end_token: string }>(
    'select end_token from notice_subscription where id = $1',
    [id],
  )) as [{ end_token: string }];
  for (const secret of [email, end_token]) expect(run.out()).not.toContain(secret);
  expect(server.to(email)).toHaveLength(1);
  for (const moment of ['tomorrow', '2027-02-29T07:00:00+01:00', '2027-02-15T07:00:00', '2027-02-15T25:00:00Z']) {
    const wrong = runProgram('mail-preview.js', ['--at', moment], settings);
    expect([await wrong.exit, wrong.out()]).toEqual([2, '']);
  }
});
