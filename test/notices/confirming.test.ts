import { type MailServer, startMailServer } from '../support/doubles/mail-server.js';
import { anAddress, mailing, type MailService, startMailService } from '../support/make/mails.js';
import { inDays, Make } from '../support/make/make.js';
import { KEYS, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let server: MailServer;
let service: MailService;
let make: Make;
beforeAll(async () => {
  server = await startMailServer();
  service = await startMailService(server);
  make = new Make(service.database);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await server.stop();
});

const AGENDA = { kinds: ['AGENDA'], rhythm: 'AT_ONCE' };
const asked = async (key: string, input: object = {}) => {
  const email = anAddress();
  const { noticeSubscription } = await service.follow(key, { email, ...AGENDA, ...input });
  await service.sendAt(new Date());
  return { email, id: noticeSubscription.id as string, question: server.to(email)[0]! };
};
const wholeTable = async () =>
  JSON.stringify(await service.database.query('select * from notice_subscription')) +
  JSON.stringify(await service.database.query("select * from activity where at > now() - interval '1 day'"));

describe('an address', () => {
  it('is asked first, in its language, and gets nothing before it has said yes', async () => {
    const { email, id, question } = await asked(KEYS.partner, { locale: 'EN' });
    expect(question.mail).toMatchObject({
      subject: 'Confirm mails from Kickstart S3',
      from: { text: '"Kickstart S3" <kickstart@region.example>' },
    });
    expect(question.mail.html).toContain(question.link('confirm'));
    await service.sendAt(inDays(1));
    expect(server.to(email)).toHaveLength(1);
    expect(await service.shown(KEYS.partner, id)).toMatchObject({ email, confirmedAt: null, lastSentAt: null });
  });

  it('is told who runs the service, where that has been said', async () => {
    const email = anAddress();
    const named = {
      PUBLISHER: 'Region <Prov> & co',
      PUBLISHER_CONTACT: 'a@b.example',
      STATEMENTS_REVIEWED: '2026-11-29',
    };
    const { question: unnamed } = await asked(KEYS.partner);
    expect(unnamed.mail.text).toContain('en tjänst för gröna utvecklingsidéer, ska skickas');
    const other = mailing(service, server, named);
    await other.follow(KEYS.partner, { email, ...AGENDA });
    await other.sendAt(new Date());
    const { mail } = server.to(email)[0]!;
    expect(mail.text).toContain('en tjänst för gröna utvecklingsidéer från Region <Prov> & co, ska skickas');
    expect(mail.html).toContain('Region &lt;Prov&gt; &amp; co');
  });

  it('says yes by a press of a button, since programs open every link; and once', async () => {
    const { id, question } = await asked(KEYS.partner);
    const link = question.link('confirm');
    for (let looks = 0; looks < 2; looks += 1) {
      const page = await service.open(link);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<form method="post">')]);
    }
    expect(await service.shown(KEYS.partner, id)).toMatchObject({ confirmedAt: null });
    expect((await service.open(link, { method: 'POST' })).status).toBe(200);
    expect(await service.shown(KEYS.partner, id)).toMatchObject({ confirmedAt: expect.any(String) });
    for (const again of [await service.open(link), await service.open(link, { method: 'POST' })])
      expect([again.status, await again.text()]).toEqual([200, expect.stringContaining('redan bekräftad')]);
  });

  it('is told that none will come where the key that asked was revoked meanwhile', async () => {
    const key = await make.key('PARTNER', await make.partner());
    const { question } = await asked(key, { locale: 'EN' });
    const { viewer } = await service.as(key).run<any, object>('{ viewer { apiKey { id } } }');
    await service.as(KEYS.admin).run('mutation ($id: ID!) { revokeApiKey(id: $id) { userErrors { code } } }', {
      id: viewer.apiKey.id,
    });
    for (const method of ['GET', 'POST'])
      expect(await (await service.open(question.link('confirm'), { method })).text()).toContain('No mails will come');
    const [row] = await service.database.query<{ confirmed_at: unknown }>(
      'select confirmed_at from notice_subscription where api_key_id = $1',
      [viewer.apiKey.id],
    );
    expect(row!.confirmed_at).toBeNull();
  });

  it('says yes within 48 hours; then it is forgotten', async () => {
    const { id, email, question } = await asked(KEYS.partner);
    const token = question.link('confirm').split('/').at(-1)!;
    expect(await wholeTable()).not.toContain(token);
    await service.database.query(
      `update notice_subscription set confirm_until = now() - interval '1 second' where id = $1`,
      [id],
    );
    expect((await service.open(question.link('confirm'), { method: 'POST' })).status).toBe(404);
    await service.sendAt(new Date());
    expect(await service.shown(KEYS.partner, id)).toMatchObject({ email: null, endedAt: expect.any(String) });
    expect(await wholeTable()).not.toContain(email);
  });

  it('is told that it is confirmed already as long as the mails go, and for 30 days after the end that they have ended', async () => {
    const { id, question } = await asked(KEYS.partner);
    const link = question.link('confirm');
    await service.open(link, { method: 'POST' });
    const said = async () => {
      const page = await service.open(link);
      return [page.status, await page.text()];
    };
    await service.database.query(
      `update notice_subscription set confirm_until = now() - interval '1 day' where id = $1`,
      [id],
    );
    expect(await said()).toEqual([200, expect.stringContaining('redan bekräftad')]);
    await service
      .as(KEYS.partner)
      .run('mutation ($id: ID!) { endNoticeSubscription(id: $id) { userErrors { code } } }', { id });
    expect(await said()).toEqual([200, expect.stringContaining('redan avslutade')]);
    await service.sendAt(inDays(29));
    expect(await said()).toEqual([200, expect.stringContaining('redan avslutade')]);
    await service.sendAt(inDays(31));
    expect(await said()).toEqual([404, expect.stringContaining('Länken gäller inte')]);
  });

  it.each([
    ['a program, as RFC 8058 has it', { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }],
    ['the same in parts', { body: Object.assign(new FormData(), {}) }],
    ['the button of its page', {}],
  ])('ends the mails by %s, and is erased', async (_by, body) => {
    const { id, email, question } = await asked(KEYS.partner);
    const link = question.link('end');
    expect(question.mail.headers.get('list')).toMatchObject({ unsubscribe: { url: link } });
    const [post] = question.mail.headerLines.filter(({ key }) => key === 'list-unsubscribe-post');
    expect(post!.line).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await service.open(link)).status).toBe(200);
    expect(await service.shown(KEYS.partner, id)).toMatchObject({ email, endedAt: null });
    expect((await service.open(link, { method: 'POST', ...body })).status).toBe(200);
    expect(await service.shown(KEYS.partner, id)).toMatchObject({ email: null, endedAt: expect.any(String) });
    expect(await wholeTable()).not.toContain(email);
    const again = await service.open(link, { method: 'POST', ...body });
    expect([again.status, await again.text()]).toEqual([200, expect.stringContaining('redan avslutade')]);
    for (const method of ['GET', 'POST']) {
      const late = await service.open(question.link('confirm'), { method });
      expect([late.status, await late.text()]).toEqual([200, expect.stringContaining('redan avslutade')]);
    }
    for (const kind of ['end', 'confirm'])
      expect((await service.open(`https://kickstart.example/notices/${kind}/${'a'.repeat(43)}`)).status).toBe(404);
  });
});

describe('who asks', () => {
  const refusedAs = async (key: string | null, input: object) => {
    const before = await stored(service.database);
    const { noticeSubscription, userErrors } = await service.follow(key, { email: anAddress(), ...AGENDA, ...input });
    expect(noticeSubscription).toBeNull();
    expect(await stored(service.database)).toEqual(before);
    return userErrors;
  };

  it.each([
    [{ email: 'ingen adress' }, { code: 'INVALID', path: ['email'] }],
    [{ email: 'å@b.example' }, { code: 'INVALID', path: ['email'], message: expect.stringContaining('före @') }],
    [{ kinds: [] }, { code: 'REQUIRED', path: ['kinds'] }],
    [{ focusAreas: ['finns-inte'] }, { code: 'NOT_FOUND', path: ['focusAreas'] }],
  ])('is told what is wrong with %j', async (input, fault) => {
    expect(await refusedAs(KEYS.partner, input)).toMatchObject([fault]);
  });

  it('is told where the service sends no mail', async () => {
    const silent = await startService();
    const { followByEmail } = await silent
      .as(KEYS.partner)
      .run<any, object>(
        `mutation { followByEmail(input: { email: "a@b.example", kinds: [AGENDA], rhythm: DAILY }) { userErrors { code message path } } }`,
      );
    expect(followByEmail.userErrors).toEqual([
      { code: 'INVALID', path: null, message: expect.stringContaining('SMTP_URL') },
    ]);
    await silent.stop();
  });

  it('sees and changes its own alone: nobody else, the region neither', async () => {
    const { id } = await asked(KEYS.partner);
    const rest = [KEYS.admin, KEYS.integrator, await make.key('PARTNER', await make.partner()), null];
    for (const other of rest) {
      expect(await service.shown(other, id)).toBeNull();
      const { endNoticeSubscription, viewer } = {
        ...(await service
          .as(other)
          .run<any, object>('mutation ($id: ID!) { endNoticeSubscription(id: $id) { userErrors { code } } }', { id })),
        ...(await service.as(other).run<any, object>('{ viewer { noticeSubscriptions { id } } }')),
      };
      expect(endNoticeSubscription.userErrors).toEqual([{ code: other ? 'NOT_FOUND' : 'FORBIDDEN' }]);
      expect(viewer.noticeSubscriptions).toEqual([]);
    }
    expect(await service.shown(KEYS.partner, id)).toMatchObject({ endedAt: null });
  });

  it('changes and ends what it has asked for', async () => {
    const { id, email } = await asked(KEYS.partner, { focusAreas: ['tech', 'tech'] });
    const change = async (input: object) =>
      (
        await service
          .as(KEYS.partner)
          .run<any, object>(
            'mutation ($input: UpdateNoticeSubscriptionInput!) { done: updateNoticeSubscription(input: $input) { noticeSubscription { locale kinds rhythm focusAreas } userErrors { code path } } }',
            { input: { id, ...input } },
          )
      ).done;
    expect(await service.shown(KEYS.partner, id)).toMatchObject({ email, focusAreas: ['tech'] });
    const chosen = { locale: 'EN', kinds: ['NEW_CALLS', 'CHANGES'], rhythm: 'WEEKLY', focusAreas: [] };
    expect(await change(chosen)).toEqual({ noticeSubscription: chosen, userErrors: [] });
    expect((await change({ kinds: [] })).userErrors).toEqual([{ code: 'REQUIRED', path: ['kinds'] }]);
    const END =
      'mutation ($id: ID!) { done: endNoticeSubscription(id: $id) { noticeSubscription { email } userErrors { code } } }';
    const end = async () => (await service.as(KEYS.partner).run<any, object>(END, { id })).done;
    expect(await end()).toEqual({ noticeSubscription: { email: null }, userErrors: [] });
    expect((await end()).userErrors).toEqual([{ code: 'ILLEGAL_TRANSITION' }]);
    expect((await change({ rhythm: 'DAILY' })).userErrors).toEqual([{ code: 'ILLEGAL_TRANSITION', path: ['id'] }]);
  });

  it('asks ten times a day at most, whether it goes on or has ended', async () => {
    const key = await make.key('INTEGRATOR');
    for (let count = 0; count < 10; count += 1) {
      const { noticeSubscription } = await service.follow(key, { email: anAddress(), ...AGENDA });
      if (count < 5)
        await service.as(key).run('mutation ($id: ID!) { endNoticeSubscription(id: $id) { userErrors { code } } }', {
          id: noticeSubscription.id,
        });
    }
    expect(await refusedAs(key, {})).toMatchObject([{ code: 'INVALID', path: null }]);
  });

  it('does not learn how many others an address has: from the sixth on it is asked nothing', async () => {
    const email = anAddress();
    const keys = await Promise.all(Array.from({ length: 6 }, () => make.key('INTEGRATOR')));
    const written = (place: number) => (place % 2 ? email.toUpperCase() : email);
    for (const [place, key] of keys.entries())
      expect((await service.follow(key, { ...AGENDA, email: written(place) })).userErrors).toEqual([]);
    await service.sendAt(new Date());
    expect(server.mails.filter(({ to }) => to.toLowerCase() === email)).toHaveLength(5);
  });

  const endAll = (key: string) => (id: string) =>
    service.as(key).run('mutation ($id: ID!) { endNoticeSubscription(id: $id) { userErrors { code } } }', { id });

  it('asks as the partner, however many keys it makes itself and takes back', async () => {
    const partner = await make.partner();
    const answers: any[] = [];
    for (let nth = 0; nth < 3; nth += 1) {
      const key = await make.key('PARTNER', partner);
      for (let times = 0; times < 4; times += 1) {
        const answer = await service.follow(key, { email: anAddress(), ...AGENDA });
        if (answer.noticeSubscription) await endAll(key)(answer.noticeSubscription.id);
        answers.push(answer);
      }
    }
    expect(answers.map(({ userErrors }) => userErrors.length)).toEqual([...Array(10).fill(0), 1, 1]);
    expect(
      (await service.follow(await make.key('PARTNER', await make.partner()), { email: anAddress(), ...AGENDA }))
        .userErrors,
    ).toEqual([]);
  });

  it('has ten standing mails for all keys of a partner together', async () => {
    const partner = await make.partner();
    const [first, second] = [await make.key('PARTNER', partner), await make.key('PARTNER', partner)];
    for (let nth = 0; nth < 10; nth += 1)
      expect((await service.follow(nth % 2 ? first : second, { email: anAddress(), ...AGENDA })).userErrors).toEqual(
        [],
      );
    await service.database.query(
      `update notice_subscription set created_at = created_at - interval '2 days' where ended_at is null`,
    );
    const { userErrors } = await service.follow(first, { email: anAddress(), ...AGENDA });
    expect(userErrors).toEqual([
      expect.objectContaining({ code: 'INVALID', message: expect.stringContaining('högst 10') }),
    ]);
  });

  it('cannot have one address asked more than five times in a day by ending between, nor by writing it otherwise', async () => {
    const [local] = anAddress().split('@');
    const ways = ['exämple.se', 'xn--exmple-cua.se', 'EXÄMPLE.se'].map(domain => `${local}@${domain}`);
    for (let nth = 0; nth < 8; nth += 1) {
      const key = await make.key('PARTNER', await make.partner());
      const { noticeSubscription } = await service.follow(key, {
        email: nth === 4 ? `${local}+x@exämple.se` : ways[nth % 3],
        ...AGENDA,
      });
      await service.sendAt(new Date());
      await endAll(key)(noticeSubscription.id);
    }
    expect(server.mails.filter(({ to }) => to.includes(`${local}@`) || to.includes(`${local}+x@`))).toHaveLength(5);
    const kept = await wholeTable();
    for (const written of [local, ...ways]) expect(kept).not.toContain(written);
    // A day later the fingerprints go, and it may be asked again.
    await service.sendAt(inDays(2));
    expect(
      await service.database.query(
        'select id from notice_subscription where ended_at is not null and address_fingerprint is not null',
      ),
    ).toEqual([]);
  });
});
