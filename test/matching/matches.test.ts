import { readFileSync } from 'node:fs';
import { CandidateCounts } from '../../src/matching/candidate-counts.js';
import { ANONYMOUS, SYSTEM, type Viewer } from '../../src/shared/viewer.js';
import { KEYS, type Service, startService } from '../support/service/service.js';
import { worldOf } from '../support/make/world.js';

const document = (name: string) =>
  readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
const THEN = new Date('2026-01-01T00:00:00Z');
const AHEAD = [{ at: new Date('2099-03-01T16:00:00Z') }];
const WANTED = { amount: '777777.00', currency: 'SEK' };
const GRANT = { grantMax: { amount: '500000.00', currency: 'SEK' } };

let service: Service;
let slug: string;
let callId: string;
let asking: string;

beforeAll(async () => {
  service = await startService();
  const world = worldOf(service);
  slug = 'matchning-ab';
  const owner = await world.partner(THEN, slug);
  callId = await world.call(THEN, 'MATCH-000', { deadlines: AHEAD, ...GRANT });
  for (let nth = 0; nth < 50; nth += 1) {
    const { id, code } = await world.idea(THEN, owner, { title: { sv: `Bogserbåtar utan utsläpp ${nth}`, en: null } });
    if (nth === 0) {
      await world.apply(THEN, id, callId, { requested: WANTED });
      asking = code;
    }
  }
});
afterAll(() => service.stop());

/** Open calls as a few statements, since three hundred through the log take long. */
async function addCalls(count: number): Promise<void> {
  await service.database.query(
    `insert into funding_call (id, identifier, title_sv, programme, funder, deadline_model, deadlines, deadline_labels, closes_at,
       required_sectors, environmental_objectives, edited_fields, assumed_fields, published_at, created_at, updated_at)
     select 'call_match_' || n, 'MATCH-N' || n, 'Sjöfart ' || n, 'LIFE', 'European Commission', 'SINGLE_STAGE',
       array['2099-03-01T16:00:00Z'::timestamptz], array[''], '2099-03-01T16:00:00Z', '{}', '{}', '{}', '{}', now(), now(), now()
     from generate_series(1, $1::int) n on conflict do nothing`,
    [count],
  );
}

const statements = async (selection: string, variables: object) => {
  const { data, errors, extensions } = await service.as(KEYS.admin).ask(selection, variables);
  expect(errors).toBeUndefined();
  return { data, count: extensions!.statements.length };
};

describe('matching in one request', () => {
  it('takes as many statements for 300 calls against 50 ideas as for a few, both ways', async () => {
    const byIdea = () => statements(document('partner-idea-status'), { slug, first: 50 });
    const byCall = () =>
      statements(
        '{ fundingCalls(first: 100) { nodes { ideaMatches(first: 3) { score idea { code owner { name } } } } } }',
        {},
      );
    const few = [(await byIdea()).count, (await byCall()).count];
    await addCalls(300);
    const { data, count } = await byIdea();
    expect(data.partner.ideas.nodes).toHaveLength(50);
    expect(data.partner.ideas.nodes.every((idea: any) => idea.callMatches.length === 3)).toBe(true);
    expect([count, (await byCall()).count]).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(4);
  }, 60_000);

  it('puts what is eligible first, then the best, and no more than asked for', async () => {
    const { data } = await statements(
      'query ($code: String!) { idea(code: $code) { callMatches(first: 50, minScore: 0) { eligible score } } }',
      { code: asking },
    );
    const matches: { eligible: boolean; score: number }[] = data.idea.callMatches;
    expect(matches).toHaveLength(50);
    const keys = matches.map(({ eligible, score }) => (eligible ? 10 : 0) + score);
    expect(keys).toEqual(keys.toSorted((one, other) => other - one));
  });

  it('suggests nothing that scores less than asked for, and tells how many it leaves out', async () => {
    const { data } = await statements(
      `query ($code: String!) { idea(code: $code) {
        all: callMatches(first: 50, minScore: 0) { score }
        usual: callMatches(first: 50) { score }
        usualLeftOut: callMatchesLeftOut
        few: callMatches(first: 50, minScore: 0.6) { score }
        leftOut: callMatchesLeftOut(minScore: 0.6)
        none: callMatchesLeftOut(minScore: 0)
        rest: callMatchesLeftOut(minScore: 1)
      } fundingCalls(filter: { statuses: [OPEN, FORTHCOMING] }) { totalCount } }`,
      { code: asking },
    );
    const { all, usual, usualLeftOut, few, leftOut, none, rest } = data.idea;
    const scores = (matches: { score: number }[]) => matches.map(({ score }) => score);
    expect(all).toHaveLength(50);
    expect(scores(usual).every(score => score >= 0.3)).toBe(true);
    expect(scores(few).every(score => score >= 0.6)).toBe(true);
    expect(few.length).toBeLessThan(50);
    expect(few.length + leftOut).toBe(data.fundingCalls.totalCount);
    expect([none, usualLeftOut <= leftOut]).toEqual([0, true]);
    expect(rest).toBeGreaterThan(0);
  });

  it('refuses a least score outside 0 to 1', async () => {
    for (const asked of ['callMatches(minScore: 1.1) { score }', 'callMatchesLeftOut(minScore: -0.1)']) {
      const { errors } = await service.as(KEYS.admin).ask(`{ idea(code: "${asking}") { ${asked} } }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('takes at most 50 at a time', async () => {
    for (const first of [-1, 51]) {
      const { errors } = await service
        .as(null)
        .ask(`{ fundingCall(identifier: "MATCH-000") { ideaMatches(first: ${first}) { score } } }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('the price of matching', () => {
  it('knows how many may be compared, and thinks of the most while it cannot count them', async () => {
    const { data } = await service
      .as(KEYS.admin)
      .ask(
        '{ fundingCalls(filter: { statuses: [OPEN, FORTHCOMING] }) { totalCount } ideas(filter: { states: [ACTIVE], stages: [CONCEPT, CONSORTIUM, FUNDING_APPLICATION] }) { totalCount } }',
      );
    const counts = new CandidateCounts(service.database);
    await counts.count();
    expect(counts.seenBy(SYSTEM)).toEqual({ calls: data.fundingCalls.totalCount, ideas: data.ideas.totalCount });
    const unanswered = new CandidateCounts({ readText: () => Promise.reject(new Error('no answer')) });
    await unanswered.count();
    expect(unanswered.seenBy(ANONYMOUS)).toEqual({ calls: 1_000, ideas: 1_000 });
  });
});

describe('the price of matching, which whoever pays is shown', () => {
  const viewers: Record<string, Viewer> = {
    anyone: ANONYMOUS,
    partner: { ...ANONYMOUS, role: 'PARTNER', partnerId: 'partner_of_nothing' },
    integrator: { ...ANONYMOUS, role: 'INTEGRATOR' },
    trusted: { ...ANONYMOUS, role: 'INTEGRATOR', grants: ['ALL_IDEAS'] },
    administrator: SYSTEM,
  };
  const counts = async () => {
    const counting = new CandidateCounts(service.database);
    await counting.count();
    return Object.fromEntries(Object.entries(viewers).map(([who, viewer]) => [who, counting.seenBy(viewer).ideas]));
  };

  it.each([
    ['CONSORTIUM', { anyone: 0, partner: 0, integrator: 0, trusted: 1, administrator: 1 }],
    ['PARTNERS', { anyone: 0, partner: 1, integrator: 1, trusted: 1, administrator: 1 }],
    ['PUBLIC', { anyone: 1, partner: 1, integrator: 1, trusted: 1, administrator: 1 }],
  ] as const)('follows an idea that is seen by %s for those alone who see it', async (visibility, more) => {
    const before = await counts();
    const world = worldOf(service);
    await world.idea(THEN, await world.partner(THEN, `seen-by-${visibility.toLowerCase()}`), { visibility });
    const expected = Object.entries(more).map(([who, one]) => [who, before[who]! + one]);
    expect(await counts()).toEqual(Object.fromEntries(expected));
  });
});

describe('what a match tells', () => {
  const grantSize = async (key: string | null) => {
    const { idea } = await service
      .as(key)
      .run<any, object>(
        'query ($code: String!) { idea(code: $code) { callMatches(first: 50) { call { identifier } reasons { code satisfied message(locale: EN) } } } }',
        { code: asking },
      );
    const match = idea.callMatches.find(({ call }: any) => call.identifier === 'MATCH-000');
    return match?.reasons.find(({ code }: any) => code === 'GRANT_SIZE');
  };

  it('holds what the idea asks for against the grant, for those inside the idea only', async () => {
    await service.database.query("update funding_call set cancelled_at = now() where id like 'call_match_%'");
    expect((await grantSize(KEYS.admin)).message).toContain('777,777');
    for (const key of [null, KEYS.integrator, KEYS.partner]) {
      const answer = await grantSize(key);
      expect(answer).toBeDefined();
      expect(JSON.stringify(answer)).not.toContain('777');
    }
  });

  it('compares a draft as if it were published now', async () => {
    const input = {
      identifier: 'MATCH-DRAFT',
      title: { sv: 'Bogserbåtar utan utsläpp', en: 'Tugboats without emissions' },
      programme: 'LIFE',
      funder: 'European Commission',
      deadlineModel: 'SINGLE_STAGE',
      deadlines: [{ at: '2099-03-01T16:00:00Z' }],
      publish: false,
    };
    const { createFundingCall } = await service.as(KEYS.admin).run<any, object>(
      `mutation ($input: CreateFundingCallInput!) { createFundingCall(input: $input) {
        userErrors { message }
        call { status ideaMatches(onlyEligible: true) { eligible reasons { code kind satisfied } } ideaMatchesLeftOut(minScore: 1) }
      } }`,
      { input },
    );
    const { status, ideaMatches, ideaMatchesLeftOut } = createFundingCall.call;
    expect([status, ideaMatches.length]).toEqual(['DRAFT', 10]);
    expect(ideaMatches[0].reasons).toContainEqual({ code: 'TIME_TO_DEADLINE', kind: 'FIT', satisfied: true });
    expect(ideaMatchesLeftOut).toBeGreaterThan(10);
  });

  it('shows a new call at once to the ideas it suits', async () => {
    const input = {
      identifier: 'MATCH-NEW',
      title: { sv: 'Bogserbåtar utan utsläpp', en: 'Tugboats without emissions' },
      programme: 'LIFE',
      funder: 'European Commission',
      deadlineModel: 'SINGLE_STAGE',
      deadlines: [{ at: '2099-03-01T16:00:00Z' }],
    };
    const { createFundingCall } = await service.as(KEYS.admin).run<any, object>(document('region-add-call'), { input });
    expect(createFundingCall.userErrors).toEqual([]);
    const { ideaMatches } = createFundingCall.call;
    expect(ideaMatches).toHaveLength(5);
    expect(ideaMatches[0]).toMatchObject({ eligible: true, idea: { title: expect.stringContaining('Bogserbåtar') } });
    expect(ideaMatches[0].reasons).toHaveLength(9);
  });
});
