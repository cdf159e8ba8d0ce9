import { Sessions } from '../../src/access/sessions/sessions.js';
import { at } from '../../src/shared/time/clock.js';
import { ANONYMOUS } from '../../src/shared/viewer.js';
import { type MailServer, startMailServer } from '../support/doubles/mail-server.js';
import { anAddress, type MailService, startMailService } from '../support/make/mails.js';
import { inDays, Make, swedishNoon } from '../support/make/make.js';
import type { MadeIdea } from '../support/make/make-idea.js';
import { KEYS } from '../support/service/service.js';

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

interface Follower {
  readonly key: string;
  readonly email: string;
  readonly id: string;
  /** What came, in text, after what was read before. */
  newest(moment?: Date): Promise<string[]>;
}

const inMinutes = (count: number) => new Date(Date.now() + count * 60_000);

/** Somebody who follows, with the mails that come. */
async function follower(key: string, input: object): Promise<Follower> {
  const email = anAddress();
  const id = await service.followed(key, { email, locale: 'EN', rhythm: 'AT_ONCE', ...input });
  let read = server.to(email).length;
  return {
    ...{ key, email, id },
    async newest(moment = inMinutes(2)) {
      await service.sendAt(moment);
      const all = server.to(email).map(({ mail }) => mail.text!);
      const found = all.slice(read);
      read = all.length;
      return found;
    },
  };
}

const done = async (mutation: string, type: string, input: object, key: string = KEYS.admin) => {
  const answer = await service
    .as(key)
    .run<any, object>(`mutation ($input: ${type}!) { done: ${mutation}(input: $input) { userErrors { message } } }`, {
      input,
    });
  expect(answer.done.userErrors).toEqual([]);
};
const dayIn = (days: number) => swedishNoon(days).toISOString().slice(0, 10);
const nextStep = ({ id }: MadeIdea, days: number) =>
  done('postStatusUpdate', 'PostStatusUpdateInput', {
    ...{ ideaId: id, health: 'ON_TRACK', summary: { sv: 'Hemlig sammanfattning' } },
    ...{ nextStep: { sv: 'Hemligt steg' }, nextStepDueOn: dayIn(days) },
  });

/** A partner that leads an idea which nothing waits of yet. */
async function leader() {
  const owner = await make.partner();
  const idea = await make.idea({ owner, except: 'TITLE_AND_SUMMARY' as never, bare: true });
  return { idea, owner, key: await make.key('PARTNER', owner) };
}

describe('the agenda', () => {
  it('is told when it is first due and when its day changes, and else nothing comes', async () => {
    const { idea, key } = await leader();
    const they = await follower(key, { kinds: ['AGENDA'] });
    await they.newest();
    await nextStep(idea, 20);
    const [mail, ...more] = await they.newest(inMinutes(4));
    expect(more).toEqual([]);
    expect(mail).toContain(`- ${idea.code} `);
    expect(mail).toContain('Next step of the status update');
    expect(mail).toContain(`https://kickstart.example/ideas/${idea.code}`);
    expect(mail).not.toMatch(/Hemlig/);
    expect(await they.newest(inMinutes(6))).toEqual([]);
    expect(await they.newest(inDays(1.1))).toEqual([]);
    await service.database.query('update status_update set next_step_due_on = $2 where idea_id = $1', [
      idea.id,
      dayIn(25),
    ]);
    expect(await they.newest(inDays(2.1))).toEqual([expect.stringContaining('Next step of the status update')]);
    expect(await service.shown(key, they.id)).toMatchObject({ lastSentAt: expect.any(String) });
  });

  it('is told whole each week, for as long as something is open', async () => {
    const { idea, key } = await leader();
    await nextStep(idea, 20);
    const they = await follower(key, { kinds: ['AGENDA'], rhythm: 'WEEKLY' });
    expect(await they.newest(inMinutes(2))).toEqual([]);
    for (const days of [7, 14]) expect(await they.newest(inDays(days))).toEqual([expect.stringContaining(idea.code)]);
    await done('discontinueIdea', 'IdeaStateInput', { id: idea.id, reason: 'Slut' });
    expect(await they.newest(inDays(21))).toEqual([]);
  });
});

describe('new calls', () => {
  const publish = async (identifier: string, focusAreas: string[]) => {
    const input = {
      ...{ identifier, title: { sv: `Utlysning <${identifier}>` }, programme: 'LIFE', funder: 'F', focusAreas },
      ...{ deadlineModel: 'SINGLE_STAGE', deadlines: [{ at: inDays(40) }], publish: true },
    };
    await done('createFundingCall', 'CreateFundingCallInput', input);
  };

  it('come once, all in one mail, those of the focus areas that were chosen', async () => {
    const { focusAreas } = await service.as().run<any, object>('{ focusAreas { code children { code } } }');
    const parent = focusAreas.find(({ children }: any) => children.length > 0);
    const other = focusAreas.find(({ code }: any) => code !== parent.code);
    const they = await follower(KEYS.integrator, { kinds: ['NEW_CALLS'], focusAreas: [parent.code] });
    await publish('NY-A', [parent.children[0].code]);
    await publish('NY-B', [parent.code]);
    await publish('NY-C', [other.code]);
    const [mail, ...more] = await they.newest();
    expect(more).toEqual([]);
    expect(mail).toMatch(/NY-A[^]*NY-B/);
    expect(mail).not.toContain('NY-C');
    expect(server.to(they.email).at(-1)!.mail.subject).toBe('Kickstart S3: 2 new calls');
    // What people write is text, and no part of a page.
    expect(server.to(they.email).at(-1)!.mail.html).toContain('Utlysning &lt;NY-A&gt;');
    expect(await they.newest(inDays(1))).toEqual([]);
  });
});

describe('changes', () => {
  it('come as a line for each idea that one is inside, with neither money, letters nor reasons', async () => {
    const owner = await make.partner();
    const idea = await make.idea({ stage: 'CONSORTIUM', owner, visibility: 'PUBLIC' });
    const [, member] = idea.partners;
    const inside = await follower(await make.key('PARTNER', member), { kinds: ['CHANGES'] });
    const outside = await follower(await make.key('PARTNER', await make.partner()), { kinds: ['CHANGES'] });
    await done('updateMember', 'UpdateMemberInput', {
      ...{ id: idea.membershipIds[1], letterOfIntent: 'REQUESTED' },
      commitment: { amount: '7654321', currency: 'SEK' },
    });
    await done('pauseIdea', 'IdeaStateInput', { id: idea.id, reason: 'Hemligt skäl' });
    const [mail, ...more] = await inside.newest();
    expect(more).toEqual([]);
    expect(mail!.match(new RegExp(idea.code, 'g'))!.length).toBe(2);
    expect(mail).toContain('changed consortium and paused');
    expect(mail).not.toMatch(/7.?654.?321|Hemligt|letter|REQUESTED/i);
    expect(await outside.newest()).toEqual([]);
  });

  it('come no more once one is outside, also of what happened before', async () => {
    const idea = await make.idea({ stage: 'CONSORTIUM', visibility: 'CONSORTIUM' });
    const [, member] = idea.partners;
    const they = await follower(await make.key('PARTNER', member), { kinds: ['CHANGES', 'AGENDA'] });
    await they.newest();
    await done('pauseIdea', 'IdeaStateInput', { id: idea.id, reason: 'Vila' });
    await done('endMembership', 'EndMembershipInput', { id: idea.membershipIds[1] });
    expect((await they.newest(inMinutes(5))).join()).not.toContain(idea.code);
  });
});

describe('whoever may not follow any more', () => {
  it('with a key that is revoked gets nothing, and the address goes', async () => {
    const { idea, key, owner } = await leader();
    const they = await follower(key, { kinds: ['AGENDA'] });
    await they.newest();
    await nextStep(idea, 5);
    await service.database.query('update api_key set revoked_at = now() where partner_id = $1', [owner.id]);
    expect(await they.newest(inMinutes(70))).toEqual([]);
    const [row] = await service.database.query(
      'select email, ended_at is not null as ended from notice_subscription where id = $1',
      [they.id],
    );
    expect(row).toEqual({ email: null, ended: true });
  });

  it('who signs in at an organisation and has not for 180 days gets nothing either', async () => {
    const { idea, owner, key } = await leader();
    const they = await follower(key, { kinds: ['AGENDA'], rhythm: 'WEEKLY' });
    await nextStep(idea, 300);
    await service.database.query(
      `update notice_subscription set api_key_id = null, subject = 'issuer anna', role = 'PARTNER', partner_id = $2,
         lapses_at = now() + interval '180 days' where id = $1`,
      [they.id, owner.id],
    );
    await nextStep(idea, 30);
    expect(await they.newest(inDays(10))).toEqual([expect.stringContaining(idea.code)]);
    // A sign-in prolongs them, with the rights that it gives.
    const signedIn = {
      ...ANONYMOUS,
      name: 'Anna',
      subject: 'issuer anna',
      role: 'PARTNER' as const,
      partnerId: owner.id,
    };
    const begin = { duration: { minutes: 1, idleMinutes: 1 }, device: null, replaces: undefined };
    await at(inDays(100), () => new Sessions(service.database).begin({ viewer: signedIn, ...begin }));
    expect(await they.newest(inDays(190))).toEqual([expect.stringContaining(idea.code)]);
    const other = { ...signedIn, partnerId: (await make.partner()).id };
    await at(inDays(191), () => new Sessions(service.database).begin({ viewer: other, ...begin }));
    expect(await they.newest(inDays(200))).toEqual([]);
    expect(await they.newest(inDays(372))).toEqual([]);
    const [row] = await service.database.query('select email from notice_subscription where id = $1', [they.id]);
    expect(row).toEqual({ email: null });
  });
});
