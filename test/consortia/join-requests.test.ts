import { Make } from '../support/make/make.js';
import { activityOf } from '../support/rows/activity-of.js';
import { inputOf } from '../support/service/ask-at.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { stored } from '../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const GIVEN = `userErrors { code path message } joinRequest { id status origin role message reason answeredAt idea { id } }
  membership { role letterOfIntent commitment { amount } } idea { id }`;

async function done(deed: string, input: object | string, key: string = KEYS.admin) {
  const document =
    typeof input === 'string'
      ? `mutation ($input: ID!) { done: ${deed}(id: $input) { ${GIVEN} } }`
      : `mutation ($input: ${inputOf(deed)}!) { done: ${deed}(input: $input) { ${GIVEN} } }`;
  return (await service.as(key).run<any, object>(document, { input })).done;
}

const IDEA = `query ($id: ID!) { idea(id: $id) { code viewerCan
  consortium { joinRequests { id status } memberships { partner { id } letterOfIntent } } } }`;

async function seen(id: string, key: string) {
  return (await service.as(key).run<any, object>(IDEA, { id })).idea;
}

/** A hidden idea and a partner outside it, with the keys of its owner and of the partner. */
async function hidden() {
  const [owner, partner] = [await make.partner(), await make.partner()];
  const idea = await make.idea({ owner, visibility: 'CONSORTIUM' });
  const keys = { owner: await make.key('PARTNER', owner), partner: await make.key('PARTNER', partner) };
  return { idea, partner, keys };
}

describe('an invitation', () => {
  it('shows a hidden idea to the partner as an outsider sees it, until it has answered', async () => {
    const { idea, partner, keys } = await hidden();
    expect(await seen(idea.id, keys.partner)).toBeNull();
    const invited = await done(
      'inviteMember',
      { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY', message: 'Ni kan elnät.' },
      keys.owner,
    );
    expect(invited.joinRequest).toMatchObject({ origin: 'IDEA', status: 'PENDING', message: 'Ni kan elnät.' });
    expect(await seen(idea.id, keys.partner)).toMatchObject({ viewerCan: ['ANSWER_INVITATION'] });
    const { id } = invited.joinRequest;
    const half = await done('answerJoinRequest', { id, accept: false, letterOfIntent: 'SIGNED' }, keys.partner);
    expect(half.userErrors).toMatchObject([{ code: 'INVALID', path: ['letterOfIntent'] }]);
    const declined = await done('answerJoinRequest', { id, accept: false, reason: 'Ingen tid.' }, keys.partner);
    expect(declined).toMatchObject({
      joinRequest: { status: 'DECLINED', reason: 'Ingen tid.', idea: null },
      idea: null,
    });
    expect(await seen(idea.id, keys.partner)).toBeNull();
    const [told] = await activityOf(service.database, idea.id);
    expect(told).toMatchObject({
      kind: 'JOIN_ANSWERED',
      subject: id,
      reason: 'Ingen tid.',
      changes: { status: { after: 'DECLINED' } },
    });
  });

  it('accepted makes the partner a member with the letter and commitment that it gives', async () => {
    const { idea, partner, keys } = await hidden();
    const { joinRequest } = await done('inviteMember', { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY' });
    const commitment = { amount: '250000.00', currency: 'SEK' };
    const answer = { id: joinRequest.id, accept: true, letterOfIntent: 'SIGNED', commitment };
    const accepted = await done('answerJoinRequest', answer, keys.partner);
    expect(accepted.membership).toEqual({
      ...{ role: 'BENEFICIARY', letterOfIntent: 'SIGNED', commitment: { amount: '250000.00' } },
    });
    expect((await seen(idea.id, keys.partner)).viewerCan).toEqual(['MANAGE_OWN_MEMBERSHIP']);
  });

  it('is answered by the partner invited, not by whoever made it', async () => {
    const { idea, partner, keys } = await hidden();
    const { joinRequest } = await done('inviteMember', { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY' });
    const { userErrors } = await done('answerJoinRequest', { id: joinRequest.id, accept: true }, keys.owner);
    expect(userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    expect((await done('withdrawJoinRequest', joinRequest.id, keys.owner)).joinRequest.status).toBe('WITHDRAWN');
    expect(await seen(idea.id, keys.partner)).toBeNull();
  });
});

describe('a partner that is added while a request waits', () => {
  const added = async (idea: { id: string }, partner: { id: string }, key: string) => {
    const ADD = 'mutation ($input: AddMemberInput!) { done: addMember(input: $input) { userErrors { code } } }';
    const input = { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY' };
    expect((await service.as(key).run<any, object>(ADD, { input })).done.userErrors).toEqual([]);
  };
  const ended = async (idea: { id: string }, partner: { id: string }) => {
    const MEMBERS = 'query ($id: ID!) { idea(id: $id) { consortium { memberships { id partner { id } } } } }';
    const { consortium } = (await service.as(KEYS.admin).run<any, object>(MEMBERS, { id: idea.id })).idea;
    const { id } = consortium.memberships.find((member: any) => member.partner.id === partner.id);
    const END = 'mutation ($input: EndMembershipInput!) { endMembership(input: $input) { userErrors { code } } }';
    await service.as(KEYS.admin).run(END, { input: { id } });
  };

  it('has no invitation left that would show it the idea once it has left', async () => {
    const { idea, partner, keys } = await hidden();
    await done('inviteMember', { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY' }, keys.owner);
    await added(idea, partner, keys.owner);
    expect((await seen(idea.id, keys.owner)).consortium.joinRequests).toMatchObject([{ status: 'WITHDRAWN' }]);
    await ended(idea, partner);
    expect(await seen(idea.id, keys.partner)).toBeNull();
  });

  it('has got what it asked for', async () => {
    const { idea, partner, keys } = await hidden();
    const OPEN = 'mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { code } } }';
    await service.as(keys.owner).run(OPEN, { input: { id: idea.id, visibility: 'PARTNERS' } });
    await done('askToJoin', { ideaId: idea.id, role: 'BENEFICIARY' }, keys.partner);
    await added(idea, partner, keys.owner);
    expect((await seen(idea.id, keys.owner)).consortium.joinRequests).toMatchObject([{ status: 'ACCEPTED' }]);
  });
});

describe('a request to join', () => {
  async function asked() {
    const owner = await make.partner();
    const partner = await make.partner();
    const idea = await make.idea({ owner, visibility: 'PUBLIC' });
    const keys = { owner: await make.key('PARTNER', owner), partner: await make.key('PARTNER', partner) };
    const answer = await done('askToJoin', { ideaId: idea.id, role: 'BENEFICIARY' }, keys.partner);
    return { idea, partner, keys, id: answer.joinRequest.id as string };
  }

  it('waits once at a time, and is accepted by those who lead the idea', async () => {
    const { idea, partner, keys, id } = await asked();
    expect((await seen(idea.id, keys.partner)).viewerCan).toEqual([]);
    const again = await done('askToJoin', { ideaId: idea.id, role: 'BENEFICIARY' }, keys.partner);
    expect(again.userErrors).toMatchObject([{ code: 'ALREADY_EXISTS', path: null }]);
    expect((await done('answerJoinRequest', { id, accept: true }, keys.partner)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await done('answerJoinRequest', { id, accept: true }, keys.owner)).joinRequest.status).toBe('ACCEPTED');
    const { consortium } = await seen(idea.id, keys.owner);
    expect(consortium.memberships.map((member: any) => member.partner.id)).toContain(partner.id);
  });

  it('is made by no administrator and by none inside, and they are told who may', async () => {
    const { idea, keys } = await asked();
    const before = await stored(service.database);
    for (const key of [KEYS.admin, keys.owner]) {
      const { userErrors } = await done('askToJoin', { ideaId: idea.id, role: 'BENEFICIARY' }, key);
      const message = 'Det får bara partner göra som inte är med i idén.';
      expect(userErrors).toMatchObject([{ code: 'FORBIDDEN', message }]);
    }
    expect(await stored(service.database)).toEqual(before);
  });

  it('is withdrawn by the partner even when it no longer sees the idea', async () => {
    const { idea, keys, id } = await asked();
    const HIDE = 'mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { code } } }';
    await service.as(keys.owner).run(HIDE, { input: { id: idea.id, visibility: 'CONSORTIUM' } });
    const withdrawn = await done('withdrawJoinRequest', id, keys.partner);
    expect(withdrawn).toMatchObject({ joinRequest: { status: 'WITHDRAWN', idea: null }, idea: null, userErrors: [] });
  });

  it('lapses when the idea ends, and an answer is refused then', async () => {
    const { idea, keys, id } = await asked();
    const END = 'mutation ($input: IdeaStateInput!) { discontinueIdea(input: $input) { userErrors { code } } }';
    await service.as(keys.owner).run(END, { input: { id: idea.id, reason: 'Ingen fortsättning.' } });
    expect((await seen(idea.id, keys.owner)).consortium.joinRequests).toEqual([{ id, status: 'WITHDRAWN' }]);
    const before = await stored(service.database);
    const { userErrors } = await done('answerJoinRequest', { id, accept: true }, keys.owner);
    expect(userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect(await stored(service.database)).toEqual(before);
  });

  it('is seen by the partner among its own, and by no other', async () => {
    const { partner, keys, id } = await asked();
    const OWN = 'query ($id: ID!) { partner(id: $id) { joinRequests { id } } }';
    const own = async (key: string) => (await service.as(key).run<any, object>(OWN, { id: partner.id })).partner;
    expect((await own(keys.partner)).joinRequests).toEqual([{ id }]);
    expect((await own(keys.owner)).joinRequests).toEqual([]);
  });
});

describe('a member', () => {
  it('signs its own letter and leaves by itself, but hands the coordination over first', async () => {
    const idea = await make.idea({ stage: 'CONSORTIUM' });
    const [coordinator, member] = await Promise.all(
      idea.partners.slice(0, 2).map(partner => make.key('PARTNER', partner)),
    );
    const DO = (deed: string) =>
      `mutation ($input: ${inputOf(deed)}!) { done: ${deed}(input: $input) { userErrors { code path } membership { letterOfIntent leftAt } } }`;
    const run = async (deed: string, input: object, key: string) =>
      (await service.as(key).run<any, object>(DO(deed), { input })).done;
    const [leading, own] = idea.membershipIds;
    const signed = await run('updateMember', { id: own, letterOfIntent: 'REQUESTED' }, member!);
    expect(signed.membership.letterOfIntent).toBe('REQUESTED');
    expect((await run('updateMember', { id: leading, letterOfIntent: 'NONE' }, member!)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await run('endMembership', { id: leading }, coordinator!)).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION' },
    ]);
    expect((await run('endMembership', { id: own }, member!)).membership.leftAt).not.toBeNull();
  });
});

describe('a transfer', () => {
  it('gives the idea another owner, and the old one keeps what its membership gives', async () => {
    const [old, heir] = [await make.partner(), await make.partner()];
    const idea = await make.idea({ owner: old, visibility: 'CONSORTIUM' });
    const [key, newKey] = [await make.key('PARTNER', old), await make.key('PARTNER', heir)];
    const TRANSFER = `mutation ($input: TransferIdeaInput!) { transferIdea(input: $input) { userErrors { code } idea { id } } }`;
    const input = { id: idea.id, ownerId: heir.id, reason: 'Bolaget tar över.' };
    const { transferIdea } = await service.as(key).run<any, object>(TRANSFER, { input });
    expect(transferIdea).toEqual({ userErrors: [], idea: null });
    expect(await seen(idea.id, key)).toBeNull();
    expect((await seen(idea.id, newKey)).viewerCan).toContain('TRANSFER');
    const [told] = await activityOf(service.database, idea.id);
    expect(told).toMatchObject({ kind: 'IDEA_TRANSFERRED', reason: 'Bolaget tar över.' });
    expect(told!.changes).toMatchObject({ owner: { before: old.id, after: heir.id } });
  });
});
