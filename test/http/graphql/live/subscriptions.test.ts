import {
  aMoment,
  eventually,
  listen,
  listenBySse,
  type Listener,
  listening,
} from '../../../support/service/listener.js';
import { metricOf } from '../../../support/service/metrics.js';
import { KEYS, type Service, startService } from '../../../support/service/service.js';

let service: Service;
const open: Listener[] = [];
beforeAll(async () => (service = await startService()));
afterEach(async () => {
  await Promise.all(open.splice(0).map(listener => listener.stop()));
  await listening(service, 0);
});
afterAll(() => service.stop());

const ACTIVITY = `subscription($kinds: [ActivityKind!], $ideaId: ID, $since: Int) {
  activity(kinds: $kinds, ideaId: $ideaId, sinceSequence: $since) {
    sequence kind actor { name role } idea { code title } changes { field before after } reason
  }
}`;

const WAYS = [
  ['WebSocket', listen],
  ['server-sent events', listenBySse],
] as const;

/** Listens, and waits until the service knows. */
async function hear(how: typeof listen, key: string | null, query: string, variables = {}): Promise<Listener> {
  const listener = how(service, key, query, variables);
  open.push(listener);
  await listening(service, open.length);
  return listener;
}

const admin = (document: string, variables: object = {}) =>
  service.as(KEYS.admin).run<any, object>(document, variables);

async function createIdea(title: string, visibility = 'PUBLIC'): Promise<{ id: string; code: string }> {
  const { partner } = await admin('{ partner(slug: "netport-science-park") { id } }');
  const { createIdea: payload } = await admin(
    'mutation($input: CreateIdeaInput!) { createIdea(input: $input) { idea { id code } userErrors { code message } } }',
    { input: { title: { sv: title }, summary: { sv: 'Prov' }, visibility, ownerId: partner.id } },
  );
  return payload.idea;
}

async function retitle(id: string, title: string): Promise<void> {
  const { updateIdea } = await admin(
    'mutation($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { code message } } }',
    { input: { id, title: { sv: title } } },
  );
  expect(updateIdea.userErrors).toEqual([]);
}

/** The header of an answer to the caller with the key. */
async function whereAnswersStand(key: string | null): Promise<number> {
  const answer = await fetch(`${service.url}/graphql?query={viewer{name}}`, {
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
  });
  return Number(answer.headers.get('activity-sequence'));
}

const newest = async () => (await admin('{ activity(first: 1) { nodes { sequence } } }')).activity.nodes[0].sequence;

describe.each(WAYS)('by %s', (_name, how) => {
  it('tells what happens, in order, with what the field asks for', async () => {
    const idea = await createIdea('Vågkraft');
    const listener = await hear(how, KEYS.admin, ACTIVITY, { ideaId: idea.id });
    await retitle(idea.id, 'Vågkraft i Hanöbukten');
    await retitle(idea.id, 'Vågkraft för hamnar');
    const events = (await listener.until(2)).map(({ activity }) => activity);
    expect(events[0]).toEqual({
      sequence: expect.any(Number),
      kind: 'IDEA_UPDATED',
      actor: { name: 'Region Blekinge (demo)', role: 'ADMIN' },
      idea: { code: idea.code, title: expect.stringContaining('Vågkraft') },
      changes: [{ field: 'title', before: { sv: 'Vågkraft' }, after: { sv: 'Vågkraft i Hanöbukten' } }],
      reason: null,
    });
    expect(events[1].sequence).toBe(events[0].sequence + 1);
  });

  it('begins with what was missed, and goes on live without a gap or a double', async () => {
    const since = await newest();
    const idea = await createIdea('Biokol');
    await retitle(idea.id, 'Biokol 2');
    const listener = await hear(how, KEYS.admin, ACTIVITY, { since });
    await retitle(idea.id, 'Biokol 3');
    const events = await listener.until(3);
    await aMoment();
    expect(events.map(({ activity }) => activity.sequence)).toEqual([since + 1, since + 2, since + 3]);
  });

  it('tells only the kinds that are asked for', async () => {
    const idea = await createIdea('Tång');
    const listener = await hear(how, KEYS.admin, ACTIVITY, { kinds: ['IDEA_PAUSED'], ideaId: idea.id });
    await retitle(idea.id, 'Tång 2');
    await admin('mutation($input: IdeaStateInput!) { pauseIdea(input: $input) { userErrors { code } } }', {
      input: { id: idea.id, reason: 'Väntar på besked' },
    });
    expect((await listener.until(1)).map(({ activity }) => [activity.kind, activity.reason])).toEqual([
      ['IDEA_PAUSED', 'Väntar på besked'],
    ]);
  });

  it('tells each only what it may see at that moment', async () => {
    const idea = await createIdea('Hemlig', 'CONSORTIUM');
    const [partner, nobody] = [
      await hear(how, KEYS.partner, ACTIVITY, { ideaId: idea.id }),
      await hear(how, null, ACTIVITY, { ideaId: idea.id }),
    ];
    await retitle(idea.id, 'Hemlig 2');
    await aMoment();
    const { partner: techtank } = await admin('{ partner(slug: "techtank") { id } }');
    const { addMember } = await admin(
      'mutation($input: AddMemberInput!) { addMember(input: $input) { membership { id } userErrors { message } } }',
      { input: { ideaId: idea.id, partnerId: techtank.id, role: 'BENEFICIARY' } },
    );
    await retitle(idea.id, 'Hemlig 3');
    await partner.until(2);
    await admin('mutation($input: EndMembershipInput!) { endMembership(input: $input) { userErrors { message } } }', {
      input: { id: addMember.membership.id },
    });
    await retitle(idea.id, 'Hemlig 4');
    await aMoment();
    const kinds = partner.events.map(({ activity }) => activity.kind);
    expect(kinds).toEqual(['MEMBERSHIP_ADDED', 'IDEA_UPDATED']);
    expect(nobody.events).toEqual([]);
  });

  it('ends when the key is revoked, before anything else is told, and lets it in no more', async () => {
    const idea = await createIdea('Nyckel');
    const key = await admin(
      'mutation { createApiKey(input: { name: "Skärm", role: ADMIN }) { apiKey { id } secret userErrors { message } } }',
    );
    const { apiKey, secret } = key.createApiKey;
    const listener = await hear(how, secret, ACTIVITY, { ideaId: idea.id });
    const other = await hear(how, KEYS.admin, ACTIVITY, { ideaId: idea.id });
    await admin('mutation($id: ID!) { revokeApiKey(id: $id) { userErrors { message } } }', { id: apiKey.id });
    await retitle(idea.id, 'Nyckel 2');
    const { errors } = await listener.ended;
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(listener.events).toEqual([]);
    expect(await other.until(1)).toHaveLength(1);
    open.splice(open.indexOf(listener), 1);
    const again = how(service, secret, ACTIVITY);
    expect(await again.ended).toMatchObject(how === listen ? { code: 4403 } : {});
    expect(again.events).toEqual([]);
    await again.stop();
  });

  it('ends when the key expires, before anything else is told', async () => {
    const idea = await createIdea('Frist');
    const { createApiKey } = await admin(
      'mutation { createApiKey(input: { name: "Skärm", role: ADMIN }) { apiKey { id } secret userErrors { message } } }',
    );
    const listener = await hear(how, createApiKey.secret, ACTIVITY, { ideaId: idea.id });
    await retitle(idea.id, 'Frist 2');
    await listener.until(1);
    await service.database.query(`update api_key set expires_at = now() where id = $1`, [createApiKey.apiKey.id]);
    await retitle(idea.id, 'Frist 3');
    expect((await listener.ended).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(listener.events).toHaveLength(1);
    open.splice(open.indexOf(listener), 1);
  });

  it('tells of an idea as it is after each change', async () => {
    const idea = await createIdea('Före');
    const listener = await hear(how, null, 'subscription($id: ID!) { ideaChanged(id: $id) { code title version } }', {
      id: idea.id,
    });
    await retitle(idea.id, 'Efter');
    expect(await listener.until(1)).toEqual([{ ideaChanged: { code: idea.code, title: 'Efter', version: 2 } }]);
  });

  it('tells of every idea that one may see, from where an answer stood', async () => {
    const [open, hidden] = [await createIdea('Öppen'), await createIdea('Dold', 'CONSORTIUM')];
    const since = await whereAnswersStand(null);
    await retitle(hidden.id, 'Dold 2');
    await retitle(open.id, 'Öppen 2');
    const query = 'subscription($since: Int) { ideasChanged(sinceSequence: $since) { title } }';
    const listener = await hear(how, null, query, { since });
    await listener.until(1);
    await retitle(hidden.id, 'Dold 3');
    await retitle(open.id, 'Öppen 3');
    await listener.until(2);
    expect(listener.events.map(({ ideasChanged }) => ideasChanged.title)).toEqual(['Öppen 2', 'Öppen 3']);
    const head = await newest();
    expect(listener.sequences).toEqual([head - 2, head]);
  });

  it('tells of calls when they become public, to anyone, by focus area and its children', async () => {
    const query = 'subscription($areas: [String!]) { fundingCallPublished(focusAreas: $areas) { identifier status } }';
    const [all, industry, tech] = [
      await hear(how, null, query),
      await hear(how, null, query, { areas: ['smart-industri'] }),
      await hear(how, null, query, { areas: ['tech'] }),
    ];
    const create = async (identifier: string, publish: boolean, focusAreas: string[]) => {
      const { createFundingCall } = await admin(
        'mutation($input: CreateFundingCallInput!) { createFundingCall(input: $input) { call { id } userErrors { message } } }',
        {
          input: {
            identifier,
            publish,
            focusAreas,
            title: { sv: 'Prov' },
            programme: 'Prov',
            funder: 'Prov',
            deadlineModel: 'CONTINUOUS',
          },
        },
      );
      return createFundingCall.call.id;
    };
    const name = how === listen ? 'WS' : 'SSE';
    const draft = await create(`${name}-DRAFT`, false, ['smart-industri.marin-teknik']);
    await create(`${name}-OPEN`, true, ['tech']);
    await admin('mutation($id: ID!) { publishFundingCall(id: $id) { userErrors { message } } }', { id: draft });
    await all.until(2);
    await aMoment();
    const told = ({ events }: Listener) => events.map(({ fundingCallPublished }) => fundingCallPublished);
    expect(told(all)).toEqual([
      { identifier: `${name}-OPEN`, status: 'OPEN' },
      { identifier: `${name}-DRAFT`, status: 'OPEN' },
    ]);
    expect(told(industry)).toEqual([{ identifier: `${name}-DRAFT`, status: 'OPEN' }]);
    expect(told(tech)).toEqual([{ identifier: `${name}-OPEN`, status: 'OPEN' }]);
  });
});

describe('where an answer stands', () => {
  it('moves for each by what that one may be told of, and tells no one else that something happened', async () => {
    const [open, hidden] = [await createIdea('Synlig'), await createIdea('Osynlig', 'CONSORTIUM')];
    await admin('mutation { createApiKey(input: { name: "Vid sidan av", role: ADMIN }) { userErrors { code } } }');
    const places = async () => Promise.all([null, KEYS.integrator, KEYS.partner, KEYS.admin].map(whereAnswersStand));
    const [anonymous, integrator, partner, all] = (await places()) as [number, number, number, number];
    expect(all).toBe(await newest());
    expect(Math.max(anonymous, integrator, partner)).toBeLessThan(all);
    await retitle(hidden.id, 'Osynlig 2');
    expect(await places()).toEqual([anonymous, integrator, partner, all + 1]);
    await retitle(open.id, 'Synlig 2');
    expect(await places()).toEqual([all + 2, all + 2, all + 2, all + 2]);
  });

  it('is not found out by asking for what comes after it either', async () => {
    const far = (await newest()) + 1_000;
    const query = 'subscription($since: Int) { ideasChanged(sinceSequence: $since) { title } }';
    const listener = await hear(listen, null, query, { since: far });
    const idea = await createIdea('Efteråt');
    expect(await listener.until(1)).toEqual([{ ideasChanged: { title: 'Efteråt' } }]);
    await retitle(idea.id, 'Efteråt 2');
    await listener.until(2);
  });
});

describe('a subscription that cannot be', () => {
  it.each([
    ['GRAPHQL_PARSE_FAILED', 'subscription {', {}],
    ['GRAPHQL_VALIDATION_FAILED', 'subscription { ideaMoved { code } }', {}],
    ['GRAPHQL_VALIDATION_FAILED', 'subscription { activity { kind } fundingCallPublished { identifier } }', {}],
    ['SUBSCRIPTIONS_ONLY', '{ viewer { name } }', {}],
    ['BAD_USER_INPUT', ACTIVITY, { since: 1_000_000 }],
    ['BAD_USER_INPUT', ACTIVITY, { kinds: ['IDEA_EATEN'] }],
    [
      'TOO_COSTLY',
      'subscription($id: ID!) { ideaChanged(id: $id) { owner { ideas(first: 100) { nodes { activity(first: 100) { nodes { subject { id } actor { name } } } } } } } }',
      { id: 'idea_1' },
    ],
  ])('is refused with %s: %s', async (code, query, variables) => {
    for (const [, how] of WAYS) {
      const listener = how(service, KEYS.admin, query, variables);
      const { errors } = await listener.ended;
      expect(errors?.[0]).toMatchObject({ message: expect.stringMatching(/.{10}/), extensions: { code } });
      await listener.stop();
    }
  });

  it('is answered as a stream at /graphql too, if the client asks for one', async () => {
    const query = encodeURIComponent('subscription { activity { kind } }');
    const stream = await fetch(`${service.url}/graphql?query=${query}`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${KEYS.admin}` },
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    await stream.body!.cancel();
  });

  it('is told apart from a request for one answer', async () => {
    const { errors } = await service.as(KEYS.admin).ask('subscription { activity { kind } }');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('/graphql/stream'),
      extensions: { code: 'BAD_REQUEST' },
    });
  });

  it('is closed with 4403 for a key that is unknown', async () => {
    const listener = listen(service, 'ks3_unknown', ACTIVITY);
    expect(await listener.ended).toEqual({ code: 4403 });
    await listener.stop();
  });
});

it('reads and answers an event once for all that ask the same with the same key', async () => {
  const idea = await createIdea('Många');
  for (let i = 0; i < 5; i += 1)
    open.push(listen(service, KEYS.admin, ACTIVITY, { ideaId: idea.id, since: await newest() }));
  await listening(service, 5);
  expect(await metricOf(service, 'live_groups')).toBe(1);
  await retitle(idea.id, 'Många 2');
  await eventually(
    () => open.every(({ events }) => events.length === 1),
    () => 'not all were told',
  );
  await Promise.all(open.splice(0).map(listener => listener.stop()));
  await listening(service, 0);
  expect(await metricOf(service, 'live_groups')).toBe(0);
});
