import { inDays, Make } from '../support/make/make.js';
import { expectRefused } from '../support/service/ask-at.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const region = () => service.as(KEYS.admin);
const ask = (document: string, variables: object = {}) => region().run<any, object>(document, variables);

const DELETE =
  'mutation ($id: ID!) { done: deleteFundingCallDraft(id: $id) { call { id } userErrors { code path message } } }';
const remove = async (id: string) => (await ask(DELETE, { id })).done;

const CREATE =
  'mutation ($input: CreateFundingCallInput!) { done: createFundingCall(input: $input) { call { id identifier } userErrors { code } } }';

/** A draft that search, a focus area and the list of funders know by words of its own. */
async function aDraft(word: string): Promise<{ id: string; identifier: string }> {
  const described = { identifier: `${word}-1`, title: { sv: word }, programme: 'P', funder: `${word}fonden` };
  const input = { ...described, deadlineModel: 'CONTINUOUS', focusAreas: ['tech'], publish: false };
  return (await ask(CREATE, { input })).done.call;
}

const EVERYWHERE = `query ($id: ID!, $identifier: String!, $word: String!, $then: DateTime!) {
  byId: fundingCall(id: $id) { id }
  byIdentifier: fundingCall(identifier: $identifier) { id }
  node(id: $id) { id }
  nodes(ids: [$id]) { id }
  listed: fundingCalls(first: 100, filter: { statuses: [DRAFT] }) { totalCount nodes { id } }
  found: fundingCalls(filter: { text: $word }) { totalCount nodes { id } }
  focusArea(code: "tech") { fundingCalls(first: 100) { totalCount nodes { id } } }
  callFunders { name }
  pipeline(asOf: $then) { total }
}`;

describe('a draft of a call that has been deleted', () => {
  it('is shown by no door, not even to administrators', async () => {
    const { id, identifier } = await aDraft('Narvalstänger');
    const asked = { id, identifier, word: 'narvalstänger', then: inDays(0) };
    const there = JSON.stringify(await ask(EVERYWHERE, asked));
    expect(there.match(new RegExp(id, 'g'))).toHaveLength(7);
    expect(there).toContain('Narvalstängerfonden');

    expect(await remove(id)).toEqual({ call: null, userErrors: [] });
    const after = await ask(EVERYWHERE, asked);
    expect(JSON.stringify(after)).not.toMatch(new RegExp(`${id}|Narval`));
    expect(after).toMatchObject({ byId: null, byIdentifier: null, node: null, nodes: [null] });
    expect(after.found).toEqual({ totalCount: 0, nodes: [] });
    for (const path of ['/export/calls.csv', '/common-grants/opportunities', '/calendar.ics']) {
      const headers = { authorization: `Bearer ${KEYS.admin}` };
      expect(await (await fetch(`${service.url}${path}`, { headers })).text()).not.toMatch(/Narval/i);
    }
    const words = await service.database.query(`select word from search_word where word like '%narval%'`);
    expect(words).toEqual([]);
  });

  it('is changed, published, applied to and deleted no more', async () => {
    const { id } = await aDraft('Bortagen');
    await remove(id);
    const { id: ideaId } = await make.idea({ stage: 'CONSORTIUM' });
    const answer = await ask(
      `mutation ($id: ID!, $ideaId: ID!) {
        update: updateFundingCall(input: { id: $id, minPartners: 2 }) { userErrors { code path } }
        publish: publishFundingCall(id: $id) { userErrors { code path } }
        cancel: cancelFundingCall(id: $id, reason: "Därför") { userErrors { code path } }
        delete: deleteFundingCallDraft(id: $id) { userErrors { code path } }
        apply: startApplication(input: { ideaId: $ideaId, callId: $id }) { userErrors { code path } }
      }`,
      { id, ideaId },
    );
    const { apply, ...others } = answer;
    for (const deed of Object.values(others))
      expect(deed).toEqual({ userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] });
    expect(apply).toEqual({ userErrors: [{ code: 'NOT_FOUND', path: ['callId'] }] });
  });

  it('leaves its identifier to another, typed in or imported', async () => {
    const { id, identifier } = await aDraft('Först');
    await remove(id);
    const input = { identifier, title: { sv: 'Igen' }, programme: 'P', funder: 'F', deadlineModel: 'CONTINUOUS' };
    const { done: created } = await ask(CREATE, { input });
    expect(created).toEqual({ call: { id: expect.not.stringContaining(id), identifier }, userErrors: [] });
    const { fundingCall } = await ask('query ($is: String!) { fundingCall(identifier: $is) { id } }', {
      is: identifier,
    });
    expect(fundingCall.id).toBe(created.call.id);

    const importing = `mutation { importFundingCalls(input: { format: CSV, dryRun: false, content: "identifier,title,funder\\nUTKAST-1,Titel,Finansiär\\n" }) {
      created updated calls { id status } userErrors { code } } }`;
    const { importFundingCalls: first } = await ask(importing);
    expect(first).toMatchObject({ created: 1, calls: [{ status: 'DRAFT' }] });
    await remove(first.calls[0].id);
    const { importFundingCalls: again } = await ask(importing);
    expect(again).toMatchObject({ created: 1, updated: 0, userErrors: [] });
    expect(again.calls[0].id).not.toBe(first.calls[0].id);
  });

  it('is told of in the log, to administrators alone', async () => {
    const { id } = await aDraft('Loggad');
    const headOf = async () => (await ask('{ activity(first: 1) { nodes { sequence } } }')).activity.nodes[0].sequence;
    const before = await headOf();
    await remove(id);
    const since = `query ($since: Int!) { activity(sinceSequence: $since) { nodes { kind subject { id } idea { id } changes { field before after } } } }`;
    const { activity } = await ask(since, { since: before });
    expect(activity.nodes).toEqual([
      {
        kind: 'CALL_DELETED',
        subject: null,
        idea: null,
        changes: [{ field: 'deletedAt', before: null, after: expect.any(String) }],
      },
    ]);
    for (const key of [KEYS.partner, KEYS.integrator]) {
      const { activity: told } = await service.as(key).run<any, object>(since, { since: before });
      expect(told.nodes).toEqual([]);
    }
    const [{ rows } = { rows: 0 }] = await service.database.query<{ rows: number }>(
      'select count(*)::int as rows from activity where subject_id = $1',
      [id],
    );
    expect(rows).toBe(2);
  });
});

describe('a call that has been', () => {
  it.each([
    ['published', {}],
    ['published and cancelled', { cancelled: true }],
    ['cancelled as a draft', { publishedAt: null, cancelled: true }],
  ])('%s is not deleted', async (_what, { cancelled, ...wanted }: { cancelled?: boolean; publishedAt?: null }) => {
    const { id } = await make.call(wanted);
    if (cancelled) await service.database.query('update funding_call set cancelled_at = now() where id = $1', [id]);
    await expectRefused(service.database, ['ILLEGAL_TRANSITION', ['id']], 'call', () => remove(id));
  });
});

it('two who delete and publish a draft at once never do both', async () => {
  const { id } = await aDraft('Samtidigt');
  const publishing = ask('mutation ($id: ID!) { done: publishFundingCall(id: $id) { userErrors { code } } }', { id });
  const [deleted, { done: published }] = await Promise.all([remove(id), publishing]);
  const done = [deleted, published].filter(({ userErrors }) => userErrors.length === 0);
  expect(done).toHaveLength(1);
});
