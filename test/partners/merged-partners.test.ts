import { Make } from '../support/make/make.js';
import { expectRefused } from '../support/service/ask-at.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const ask = (document: string, variables: object = {}, key: string | null = KEYS.admin): Promise<any> =>
  service.as(key).run<any, object>(document, variables);

const REASON = 'Samma bolag, inlagt två gånger.';
const MERGE =
  'mutation ($input: MergePartnersInput!) { done: mergePartners(input: $input) { partner { id } userErrors { code path message } } }';
const merge = async (from: { id: string }, into: { id: string }, reason = REASON) =>
  (await ask(MERGE, { input: { fromId: from.id, intoId: into.id, reason } })).done;

const text = { sv: 'Text' };
interface Made {
  id: string;
  code: string;
}
async function anIdea(owner: { id: string }, visibility = 'CONSORTIUM'): Promise<Made> {
  const document =
    'mutation ($input: CreateIdeaInput!) { createIdea(input: $input) { idea { id code } userErrors { code } } }';
  const input = { title: text, summary: text, ownerId: owner.id, visibility };
  return (await ask(document, { input })).createIdea.idea;
}
async function join(idea: Made, partner: { id: string }, role: string, more: object = {}): Promise<string> {
  const document =
    'mutation ($input: AddMemberInput!) { addMember(input: $input) { membership { id } userErrors { code } } }';
  const { addMember } = await ask(document, { input: { ideaId: idea.id, partnerId: partner.id, role, ...more } });
  return addMember.membership.id;
}
const SEK = (amount: string) => ({ amount, currency: 'SEK' });
const MEMBERS = `query ($id: ID!) { idea(id: $id) { owner { id } consortium { joinRequests { id partner { id } status reason }
  memberships { id partner { id } role letterOfIntent commitment { amount currency } } } } }`;
const inside = async ({ id }: Made, key: string | null = KEYS.admin) => (await ask(MEMBERS, { id }, key)).idea;
/** A moment with something before it and something after it. */
async function momentOfRest(): Promise<string> {
  const wait = () => new Promise(resolve => setTimeout(resolve, 20));
  await wait();
  const moment = new Date().toISOString();
  await wait();
  return moment;
}
const two = () => Promise.all([make.partner(), make.partner()]);

describe('a partner that was registered twice', () => {
  it('is one from now on: its ideas, memberships, requests and keys are the other’s', async () => {
    const [from, into] = await two();
    const other = await make.partner();
    const [owned, taking, asked] = [await anIdea(from), await anIdea(other), await anIdea(other, 'PARTNERS')];
    const [keyOfFrom, keyOfInto] = [await make.key('PARTNER', from), await make.key('PARTNER', into)];
    const membership = await join(taking, from, 'BENEFICIARY', { letterOfIntent: 'SIGNED', commitment: SEK('5.00') });
    await ask(
      'mutation ($id: ID!) { askToJoin(input: { ideaId: $id, role: BENEFICIARY }) { userErrors { code } } }',
      { id: asked.id },
      keyOfFrom,
    );
    expect(await inside(taking, keyOfInto)).toBeNull();

    expect(await merge(from, into)).toEqual({ partner: { id: into.id }, userErrors: [] });

    for (const key of [keyOfFrom, keyOfInto]) {
      const { viewer } = await ask('{ viewer { partner { id } } }', {}, key);
      expect(viewer.partner.id).toBe(into.id);
      expect((await inside(owned, key)).owner.id).toBe(into.id);
      const [moved] = (await inside(taking, key)).consortium.memberships;
      expect(moved).toMatchObject({ id: membership, partner: { id: into.id }, letterOfIntent: 'SIGNED' });
      expect((await inside(asked, key)).consortium.joinRequests).toMatchObject([{ partner: { id: into.id } }]);
    }
    expect(await inside(taking, KEYS.partner)).toBeNull();
  });

  it('leads by its slug to the other, and by its id to what it was', async () => {
    const [from, into] = await two();
    await merge(from, into);
    const document = `query ($id: ID!, $slug: String!, $text: String!) {
      bySlug: partner(slug: $slug) { id mergedInto { id } }
      byId: partner(id: $id) { id mergedInto { id } }
      node(id: $id) { ... on Partner { slug mergedInto { id } ideas { totalCount } } }
      found: partners(filter: { text: $text }) { totalCount }
      partners(first: 100) { nodes { id } } }`;
    const answer = await ask(document, { id: from.id, slug: from.slug, text: `"${from.name}"` }, null);
    expect(answer.bySlug).toEqual({ id: into.id, mergedInto: null });
    expect(answer.byId).toEqual({ id: from.id, mergedInto: { id: into.id } });
    expect(answer.node).toEqual({ slug: from.slug, mergedInto: { id: into.id }, ideas: { totalCount: 0 } });
    expect(answer.found).toEqual({ totalCount: 0 });
    const listed = answer.partners.nodes.map(({ id }: { id: string }) => id);
    expect(listed).not.toContain(from.id);
    const exported = await (await fetch(`${service.url}/export/partners.csv`)).text();
    expect([exported.includes(`${from.slug};`), exported.includes(into.slug)]).toEqual([false, true]);
  });

  it('is meant by either id in what is sent', async () => {
    const [from, into] = await two();
    const owned = await anIdea(from, 'PUBLIC');
    await merge(from, into);
    const made = await anIdea(from);
    expect((await inside(made)).owner.id).toBe(into.id);
    const other = await anIdea(await make.partner());
    await join(other, from, 'COORDINATOR');
    expect((await inside(other)).consortium.memberships).toMatchObject([{ partner: { id: into.id } }]);
    const filters =
      '($ids: [ID!]) { a: ideas(filter: { partners: $ids }) { totalCount } b: ideas(filter: { owners: $ids }) { totalCount } }';
    for (const { id } of [from, into]) {
      const { a, b } = await ask(`query ${filters}`, { ids: [id] });
      expect([a.totalCount, b.totalCount]).toEqual([3, 2]);
    }
    expect(owned.code).toBeTruthy();
    await expectRefused(service.database, ['ILLEGAL_TRANSITION', ['id']], 'partner', async () => {
      const document =
        'mutation ($id: ID!) { done: updatePartner(input: { id: $id, name: "Ny" }) { partner { id } userErrors { code path message } } }';
      return (await ask(document, { id: from.id })).done;
    });
  });
});

describe('where both are members of one idea', () => {
  it.each([
    ['the stronger of the duplicate', 'COORDINATOR', 'ASSOCIATED_PARTNER'],
    ['the stronger of the other', 'AFFILIATED_ENTITY', 'BENEFICIARY'],
    ['the older of two alike', 'BENEFICIARY', 'BENEFICIARY'],
  ])('%s stays, with the further letter and the sum', async (_which, ofFrom, ofInto) => {
    const [from, into] = await two();
    const idea = await anIdea(await make.partner());
    const one = await join(idea, from, ofFrom, { letterOfIntent: 'REQUESTED', commitment: SEK('100000.10') });
    const other = await join(idea, into, ofInto, { letterOfIntent: 'SIGNED', commitment: SEK('0.95') });
    await merge(from, into);
    const [stays, role] = ofInto === 'BENEFICIARY' && ofFrom !== 'BENEFICIARY' ? [other, ofInto] : [one, ofFrom];
    expect((await inside(idea)).consortium.memberships).toEqual([
      { id: stays, partner: { id: into.id }, role, letterOfIntent: 'SIGNED', commitment: SEK('100001.05') },
    ]);
  });

  it('two currencies have no sum: it is refused by the name of the idea', async () => {
    const [from, into] = await two();
    const idea = await anIdea(await make.partner());
    await join(idea, from, 'BENEFICIARY', { commitment: SEK('1.00') });
    await join(idea, into, 'BENEFICIARY', { commitment: { amount: '1.00', currency: 'EUR' } });
    const message = `I ${idea.code} har båda lovat pengar, i olika valutor. Ändra det ena åtagandet först.`;
    await expectRefused(service.database, ['INVALID', ['fromId'], message], 'partner', () => merge(from, into));
  });

  it('requests that wait lapse where they are members, and the older of two stays where they are not', async () => {
    const [from, into] = await two();
    const [inIt, outside] = [await anIdea(await make.partner()), await anIdea(await make.partner())];
    const invite = (idea: Made, partner: { id: string }) =>
      ask(
        'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { joinRequest { id } userErrors { code } } }',
        { input: { ideaId: idea.id, partnerId: partner.id, role: 'BENEFICIARY' } },
      );
    await join(inIt, from, 'BENEFICIARY');
    await invite(inIt, into);
    const { inviteMember: first } = await invite(outside, from);
    await invite(outside, into);
    await merge(from, into);
    const requests = async (idea: Made) => (await inside(idea)).consortium.joinRequests;
    expect(await requests(inIt)).toMatchObject([{ status: 'WITHDRAWN', reason: REASON }]);
    expect(await requests(outside)).toMatchObject([
      { id: first.joinRequest.id, status: 'PENDING', partner: { id: into.id } },
      { status: 'WITHDRAWN', reason: REASON },
    ]);
  });
});

describe('the history', () => {
  it('tells the merge once, and in each idea what became of it there', async () => {
    const [from, into] = await two();
    const [owned, shared] = [await anIdea(from), await anIdea(await make.partner())];
    await join(shared, from, 'BENEFICIARY', { commitment: SEK('1.00') });
    await join(shared, into, 'COORDINATOR');
    const { activity: head } = await ask('{ activity(first: 1) { nodes { sequence } } }');
    await merge(from, into);
    const SINCE =
      'query ($since: Int!) { activity(sinceSequence: $since) { nodes { kind reason subject { id } idea { code } changes { field before after } } } }';
    const { activity } = await ask(SINCE, { since: head.nodes[0].sequence });
    const kinds = activity.nodes.map(({ kind, idea }: any) => [kind, idea?.code ?? null]);
    expect(kinds.sort()).toEqual(
      [
        ['IDEA_TRANSFERRED', owned.code],
        ['MEMBERSHIP_ENDED', shared.code],
        ['MEMBERSHIP_UPDATED', shared.code],
        ['PARTNER_MERGED', null],
      ].sort(),
    );
    expect(activity.nodes.every(({ reason }: any) => reason === REASON)).toBe(true);
    const merged = activity.nodes.find(({ kind }: any) => kind === 'PARTNER_MERGED');
    expect(merged.subject).toEqual({ id: from.id });
    expect(merged.changes).toEqual([{ field: 'mergedInto', before: null, after: into.id }]);
    const { activity: told } = await ask(SINCE, { since: head.nodes[0].sequence }, KEYS.partner);
    expect(told.nodes.map(({ kind }: any) => kind)).toEqual(['PARTNER_MERGED']);
  });

  it('shows what was as it was then', async () => {
    const [from, into] = await two();
    const idea = await anIdea(from, 'PUBLIC');
    await join(idea, from, 'COORDINATOR');
    const then = await momentOfRest();
    await merge(from, into);
    const PAST = `query ($at: DateTime, $ids: [ID!]) { pipeline(asOf: $at, filter: { partners: $ids }) { total goal { closest {
      owner { id mergedInto { id } } consortium { memberships { partner { id } } } } } } }`;
    const { pipeline } = await ask(PAST, { at: then, ids: [from.id] });
    expect(pipeline).toEqual({
      total: 1,
      goal: {
        closest: [
          { owner: { id: from.id, mergedInto: null }, consortium: { memberships: [{ partner: { id: from.id } }] } },
        ],
      },
    });
    expect((await ask(PAST, { at: then, ids: [into.id] })).pipeline.total).toBe(0);
    expect((await ask(PAST, { at: null, ids: [from.id] })).pipeline.total).toBe(1);
  });

  it('is the survivor’s to read, also where the duplicate alone was inside', async () => {
    const [from, into] = await two();
    const idea = await anIdea(from);
    const key = await make.key('PARTNER', into);
    await merge(from, into);
    const { activity } = await ask('{ activity(first: 3) { nodes { idea { code } } } }', {}, key);
    expect(activity.nodes.map((row: any) => row.idea?.code)).toContain(idea.code);
  });
});

describe('numbers', () => {
  it('are taken over where the other lacks them, and kept for the record', async () => {
    const [from, into] = [
      await make.partner({ organisationNumber: '556000-4615', pic: '900000001' }),
      await make.partner(),
    ];
    await merge(from, into);
    const NUMBERS = 'query ($id: ID!) { partner(id: $id) { organisationNumber pic } }';
    for (const { id } of [from, into])
      expect((await ask(NUMBERS, { id })).partner).toEqual({ organisationNumber: '556000-4615', pic: '900000001' });
    const CREATE =
      'mutation { done: createPartner(input: { name: "Igen", sector: PUBLIC, organisationNumber: "556000-4615" }) { partner { id } userErrors { code path message } } }';
    await expectRefused(
      service.database,
      ['ALREADY_EXISTS', ['organisationNumber']],
      'partner',
      async () => (await ask(CREATE)).done,
    );
  });
});

describe('a merge is refused', () => {
  it('of a partner with itself, of one merged already, of one that is not there, without a reason', async () => {
    const [from, into] = await two();
    const third = await make.partner();
    const refused = (fault: [string, string[]], ...asked: Parameters<typeof merge>) =>
      expectRefused(service.database, fault, 'partner', () => merge(...asked));
    await refused(['INVALID', ['intoId']], from, from);
    await refused(['NOT_FOUND', ['fromId']], { id: 'partner_nobody' }, into);
    await refused(['NOT_FOUND', ['intoId']], from, { id: 'partner_nobody' });
    await refused(['REQUIRED', ['reason']], from, into, ' ');
    await merge(from, into);
    await refused(['ILLEGAL_TRANSITION', ['fromId']], from, third);
    await refused(['INVALID', ['intoId']], into, from);
  });
});

it('a chain of merges ends at one partner, whichever is named', async () => {
  const [first, second] = await two();
  const [third, late] = await two();
  await merge(first, second);
  await merge(second, third);
  await merge(late, first);
  const SLUGS = 'query ($slug: String!) { partner(slug: $slug) { id } }';
  for (const { slug } of [first, second, late]) expect((await ask(SLUGS, { slug })).partner.id).toBe(third.id);
  const { node } = await ask('query ($id: ID!) { node(id: $id) { ... on Partner { mergedInto { id } } } }', {
    id: first.id,
  });
  expect(node.mergedInto.id).toBe(third.id);
});

it('an idea that has ended moves with its owner and its members', async () => {
  const [from, into] = await two();
  const idea = await anIdea(from);
  await join(idea, from, 'COORDINATOR');
  await service.database.query(`update idea set state = 'DISCONTINUED' where id = $1`, [idea.id]);
  await merge(from, into);
  const { owner, consortium } = await inside(idea);
  expect([owner.id, consortium.memberships[0].partner.id]).toEqual([into.id, into.id]);
});

it('merges, members and moves at the same moment all end, and nothing is left with the duplicate', async () => {
  const [from, into] = await two();
  const ideas = await Promise.all([1, 2, 3, 4].map(() => anIdea(from)));
  const others = await Promise.all([1, 2, 3, 4].map(async () => anIdea(await make.partner())));
  const ADD = 'mutation ($input: AddMemberInput!) { addMember(input: $input) { userErrors { code } } }';
  const TRANSFER = 'mutation ($input: TransferIdeaInput!) { transferIdea(input: $input) { userErrors { code } } }';
  const NAME = 'mutation ($id: ID!) { pauseIdea(input: { id: $id, reason: "x" }) { userErrors { code } } }';
  await Promise.all([
    ...others.map(({ id }) => ask(ADD, { input: { ideaId: id, partnerId: from.id, role: 'BENEFICIARY' } })),
    merge(from, into),
    ...others.map(({ id }) => ask(TRANSFER, { input: { id, ownerId: from.id, reason: 'Byte.' } })),
    ...ideas.map(({ id }) => ask(NAME, { id })),
  ]);
  const [{ left }] = (await service.database.query<{ left: number }>(
    `select (select count(*) from idea where owner_id = $1)::int
      + (select count(*) from membership where partner_id = $1 and left_at is null)::int as left`,
    [from.id],
  )) as [{ left: number }];
  expect(left).toBe(0);
});
