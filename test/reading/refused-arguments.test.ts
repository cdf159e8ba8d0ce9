import { getNamedType, type GraphQLObjectType, isObjectType } from 'graphql';
import { KEYS, type Service, startService } from '../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Every list that pages, where it is reached, and cursors of its order with keys that are none. */
const LISTS: Readonly<Record<string, { within?: (list: string) => string; wrong: string[] }>> = {
  'Query.ideas': { wrong: [cursor('idea UPDATED_AT DESC', 'one day', 'idea_1')] },
  'Query.fundingCalls': { wrong: [cursor('call NEXT_DEADLINE ASC', 'one day', 'call_1')] },
  'Query.partners': { wrong: [cursor('partner NAME', 7, 'partner_1')] },
  'Query.applications': { wrong: [cursor('application CREATED_AT DESC', 'one day', 'application_1')] },
  'Query.projects': { wrong: [cursor('projects', '2026-02-30', 'project_1')] },
  'Query.milestones': { wrong: [cursor('milestones', 'one day', 'milestone_1')] },
  'Query.activity': { wrong: [cursor('activity DESC', 'first', 'activity_1')] },
  'Partner.ideas': {
    within: list => `partner(slug: "techtank") { ${list} }`,
    wrong: [cursor('idea UPDATED_AT DESC', 'one day', 'idea_1')],
  },
  'Programme.ideas': {
    within: list => `programme(code: "KS3") { ${list} }`,
    wrong: [cursor('idea UPDATED_AT DESC', 'one day', 'idea_1')],
  },
  'FocusArea.ideas': {
    within: list => `focusArea(code: "tech") { ${list} }`,
    wrong: [cursor('idea UPDATED_AT DESC', 'one day', 'idea_1')],
  },
  'FocusArea.fundingCalls': {
    within: list => `focusArea(code: "tech") { ${list} }`,
    wrong: [cursor('call NEXT_DEADLINE ASC', 'one day', 'call_1')],
  },
  'Idea.activity': {
    within: list => `idea(code: "KS3-1") { ${list} }`,
    wrong: [cursor('activity DESC', 'first', 'activity_1')],
  },
  'Idea.statusUpdates': {
    within: list => `idea(code: "KS3-1") { ${list} }`,
    wrong: [cursor('status updates', 'one day', 'status_1')],
  },
  'Webhook.deliveries': {
    within: list => `viewer { webhooks { ${list} } }`,
    wrong: [cursor('deliveries', 'first', 'delivery_1')],
  },
};

const SELECTIONS = ['__typename', 'totalCount', 'nodes { id }', 'edges { cursor }', 'pageInfo { hasNextPage }'];

const codesOf = async (query: string) => {
  const { errors } = await service.as(KEYS.admin).ask(query);
  return errors?.map(({ extensions }) => extensions.code) ?? [];
};

function* questions(arg: (wrong: string) => string) {
  for (const [name, { within = (list: string) => list, wrong }] of Object.entries(LISTS)) {
    const [type, field] = name.split('.') as [string, string];
    const { [field]: list } = (service.api.schema.getType(type) as GraphQLObjectType).getFields();
    const counted = 'totalCount' in (getNamedType(list!.type) as GraphQLObjectType).getFields();
    for (const each of ['garbage', '', ...wrong])
      for (const selection of SELECTIONS.filter(one => counted || one !== 'totalCount'))
        yield `{ ${within(`${field}(${arg(each)}) { ${selection} }`)} }`;
  }
}

it('knows every list that pages', () => {
  const paged = Object.values(service.api.schema.getTypeMap())
    .filter(isObjectType)
    .flatMap(type => Object.values(type.getFields()).map(field => ({ type, field })))
    .filter(({ field }) => field.args.some(({ name }) => name === 'after'));
  expect(paged.map(({ type, field }) => `${type.name}.${field.name}`).sort()).toEqual(Object.keys(LISTS).sort());
});

it('refuses a cursor that is none of the list, whatever is selected', async () => {
  for (const query of questions(wrong => `first: 1, after: "${wrong}"`))
    expect({ query, codes: await codesOf(query) }).toEqual({ query, codes: ['BAD_USER_INPUT'] });
});

it('refuses a text that is too long to search for, whatever is selected', async () => {
  for (const list of ['ideas', 'fundingCalls', 'partners'])
    for (const selection of SELECTIONS) {
      const query = `{ ${list}(filter: { text: "${'a'.repeat(201)}" }) { ${selection} } }`;
      expect({ query, codes: await codesOf(query) }).toEqual({ query, codes: ['BAD_USER_INPUT'] });
    }
});

/** Of fields that code answers: what they are asked with is looked at also where there is nothing to ask it of. */
it.each([
  'idea(code: "KS3-0") { callMatches(first: 51) { score } }',
  'idea(code: "KS3-0") { callMatches(first: -1) { score } }',
  'fundingCall(identifier: "none") { ideaMatches(first: 51) { score } }',
  'partner(slug: "none") { pipeline { forecast(runs: 1) { runs } } }',
  'partner(slug: "none") { pipeline { deadlines(within: -1) { at } } }',
  'partner(slug: "none") { pipeline { history(from: "2026-02-01", to: "2026-01-01") { on } } }',
  'partner(slug: "none") { pipeline { groups(by: OWNER, first: 101) { key } } }',
  'partner(slug: "none") { ideas(first: 101) { totalCount } }',
])('refuses %s though there is no such thing', async field => {
  expect(await codesOf(`{ ${field} }`)).toEqual(['BAD_USER_INPUT']);
});
