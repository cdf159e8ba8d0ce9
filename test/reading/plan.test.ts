import { readdirSync, readFileSync } from 'node:fs';
import { Kind, type OperationDefinitionNode, OperationTypeNode, parse, print, validate } from 'graphql';
import { Recorder } from '../support/service/recorder.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

const recorder = new Recorder();
let service: Service;
beforeAll(
  async () =>
    (service = await startService({ MAX_ALIASES: '1000', MAX_TOKENS: '10000', MAX_COST: '1000000' }, recorder.around)),
  60_000,
);
afterAll(() => service.stop());

const FOLDER = new URL('../../schema/operations/', import.meta.url);
const DOCUMENTS = readdirSync(FOLDER)
  .filter(file => file.endsWith('.graphql'))
  .map(file => parse(readFileSync(new URL(file, FOLDER), 'utf8')));

/** What makes each consumer's query answer something on the demo data. */
const VARIABLES: Readonly<Record<string, object>> = {
  PartnerIdeaStatus: { slug: 'techtank' },
  DashboardBoard: { stages: ['CONSORTIUM', 'FUNDING_APPLICATION'] },
  DashboardPipeline: { from: '2026-01-01', to: '2026-11-01' },
  IntegratorActivitySince: { since: 0 },
};

/**
 * Sets that a field is held against, each loaded once however many rows ask for it: the calls, for `callMatches`; what
 * waits for the viewer, what its items are about and the calls that fit, for the agenda.
 */
const SETS: Readonly<Record<string, number>> = { PartnerIdeaStatus: 2, Agenda: 7 };

/** The consumers' queries; that each is valid is shown where the schema is tested. */
function queries(): { name: string; text: string; roots: number }[] {
  return DOCUMENTS.filter(document => validate(service.api.schema, document).length === 0).flatMap(document =>
    document.definitions
      .filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
      .filter(({ operation }) => operation === OperationTypeNode.QUERY)
      .map(node => ({ name: node.name!.value, text: print(node), roots: node.selectionSet.selections.length })),
  );
}

describe('a query of a consumer', () => {
  it('takes one statement for each root field, and one more to know who asks', async () => {
    const asked = queries();
    expect(asked.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['DashboardBoard', 'IntegratorActivitySince']),
    );
    for (const { name, text, roots } of asked) {
      const { reads, others } = await recorder.during(() => service.as(KEYS.admin).run(text, VARIABLES[name]));
      expect({ name, reads: reads.length }).toEqual({ name, reads: roots + (SETS[name] ?? 0) });
      expect(others).toHaveLength(1);
    }
  });

  it('takes one statement for each of several root fields, aliases included', async () => {
    const document = `{ one: ideas(first: 1) { nodes { owner { ideas { nodes { consortium { memberships { partner { name } } } } } } } }
      two: ideas(first: 2) { totalCount } partners { nodes { name } } viewer { name partner { name } apiKeys { name } } }`;
    // Where the log stands for these viewers is looked up once after each change.
    await service.as().run('{ viewer { name } }');
    const { reads, others } = await recorder.during(() => service.as().run(document));
    expect(reads).toHaveLength(4);
    expect(others).toHaveLength(1);
  });
});

describe('a change', () => {
  it('reads back what its payload holds by one statement for each entity', async () => {
    const input = { title: { sv: 'Tångodling' }, summary: { sv: 'Tång i Blekinge.' }, focusAreas: ['tech'] };
    const idea = `idea { id code owner { name } focusAreas { code } readiness { requirements { code met } } activity { nodes { kind } } }`;
    let id = '';
    const created = await recorder.during(async () => {
      const create = `mutation ($input: CreateIdeaInput!) { createIdea(input: $input) { userErrors { code } ${idea} } }`;
      ({ id } = (await service.as(KEYS.partner).run<any, object>(create, { input })).createIdea.idea);
    });
    expect(created.reads).toHaveLength(1);

    const partner = await service.as().run<any, object>('{ partner(slug: "almi") { id } }');
    const joined = await recorder.during(async () => {
      const add = `mutation ($input: AddMemberInput!) {
        addMember(input: $input) { userErrors { code } membership { role partner { name } } ${idea} } }`;
      const member = { ideaId: id, partnerId: partner.partner.id, role: 'BENEFICIARY' };
      const { addMember } = await service.as(KEYS.partner).run<any, object>(add, { input: member });
      expect(addMember).toMatchObject({ userErrors: [], membership: { role: 'BENEFICIARY' } });
    });
    expect(joined.reads).toHaveLength(2);
  });
});

describe('a prepared statement', () => {
  const named = async (document: string, variables: object) => {
    const { reads } = await recorder.during(() => service.as(KEYS.partner).run(document, variables));
    return reads[0]!;
  };

  it('is one for all values of the variables, and has a name from its third use', async () => {
    const document =
      'query A($text: String, $code: [String!], $since: DateTime) { ideas(filter: { text: $text, focusAreas: $code, updatedSince: $since }) { totalCount } }';
    const first = await named(document, { text: 'hav', code: ['tech'], since: '2026-01-01T00:00:00Z' });
    const second = await named(document, {
      text: 'stål',
      code: ['missions', 'tech'],
      since: '2025-06-01T00:00:00+02:00',
    });
    const third = await named(document, { text: "'; drop table idea; --", code: [], since: '2024-01-01T00:00:00Z' });
    const fourth = await named(document, { text: 'våg', code: ['tech'], since: '2023-01-01T00:00:00Z' });
    expect([first.name, second.name]).toEqual([undefined, undefined]);
    expect(third.name).toMatch(/^read_\d+$/);
    expect(fourth.name).toBe(third.name);
    expect(new Set([first.text, second.text, third.text, fourth.text]).size).toBe(1);
  });

  it.each([
    ['an enum', { stages: ['CONCEPT'] }, { stages: ['PROJECT'] }],
    ['a number of rows', { first: 1 }, { first: 2 }],
    ['a switch', { title: true }, { title: false }],
    ['a condition that is left out', { stages: ['CONCEPT'] }, {}],
    ['a blank text', { text: 'hav' }, { text: ' ' }],
  ])('is another one for %s', async (_, one, other) => {
    const document = `query B($stages: [Stage!], $first: Int, $title: Boolean = true, $text: String) {
      ideas(first: $first, filter: { stages: $stages, text: $text }) { nodes { id title @include(if: $title) } } }`;
    for (const each of [one, other, one, other]) await named(document, each);
    const [first, second] = [await named(document, one), await named(document, other)];
    expect(first.name).toMatch(/^read_\d+$/);
    expect(second.name).toMatch(/^read_\d+$/);
    expect(second.name).not.toBe(first.name);
    expect(second.text).not.toBe(first.text);
    expect((await named(document, one)).name).toBe(first.name);
  });

  it('is another one for another role, never for another partner', async () => {
    const document = 'query C { ideas { nodes { id } } }';
    const names = new Map<string, string | undefined>();
    for (const [who, key] of [1, 2, 3].flatMap(() => Object.entries(KEYS))) {
      const { reads } = await recorder.during(() => service.as(key).run(document));
      names.set(who, reads[0]!.name);
    }
    expect(new Set(names.values()).size).toBe(3);
    const { reads } = await recorder.during(() => service.as(KEYS.partner).run(document));
    expect(reads[0]!.values).toContainEqual(expect.stringMatching(/^partner_/));
    expect(reads[0]!.text).not.toMatch(/partner_0/);
  });
});

describe('a change of several', () => {
  it('reads all of them back by one statement, in the order of its input', async () => {
    const rows = ['B-2', 'A-1'].map(identifier => `${identifier},Utlysning,Programmet,Region Blekinge,CONTINUOUS`);
    const content = ['Identifierare,Titel,Program,Finansiär,Modell', ...rows].join('\n');
    const document = `mutation ($content: String!) { importFundingCalls(input: { format: CSV, content: $content, dryRun: false }) {
      rejected { errors { message } } made: calls { identifier source { who: system } } userErrors { message } } }`;
    let told: any;
    const { reads } = await recorder.during(async () => {
      told = (await service.as(KEYS.admin).run<any, object>(document, { content })).importFundingCalls;
    });
    expect(told).toMatchObject({ rejected: [], userErrors: [] });
    expect(told.made).toEqual([
      { identifier: 'B-2', source: { who: 'CSV' } },
      { identifier: 'A-1', source: { who: 'CSV' } },
    ]);
    expect(reads.filter(({ text }) => text.includes('array_position'))).toHaveLength(1);
  });
});

describe('a selection of more than fifty fields', () => {
  const many = (field: string) => Array.from({ length: 120 }, (_, index) => `f${index}: ${field}`).join(' ');

  it('is answered in full, of an idea, a value and a connection alike', async () => {
    const { ideas } = await service
      .as(KEYS.admin)
      .run<any, object>(
        `{ ideas(first: 1) { ${many('totalCount')} nodes { ${many('code')} } edges { ${many('cursor')} node { id } } } }`,
      );
    expect(Object.keys(ideas)).toHaveLength(122);
    expect(new Set(Array.from({ length: 120 }, (_, index) => ideas[`f${index}`])).size).toBe(1);
    expect(Object.values(ideas.nodes[0])).toEqual(Array(120).fill(ideas.nodes[0].f0));
    expect(Object.keys(ideas.edges[0])).toHaveLength(121);
  });
});

describe('a page', () => {
  const codeOf = async (document: string, variables: object = {}) => {
    const { errors } = await service.as(KEYS.admin).ask(document, variables);
    return errors?.map(({ extensions }) => extensions.code);
  };
  const cursor = (...parts: (string | number)[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

  it.each([
    ['what is no cursor', 'abc'],
    ['nothing', ''],
    ['another list', cursor('call UPDATED_AT DESC', '2026-01-01 00:00:00+00', 'call_1')],
    ['another order', cursor('idea TITLE ASC', 'Å', 'idea_1')],
    ['the same order the other way', cursor('idea UPDATED_AT ASC', '2026-01-01 00:00:00+00', 'idea_1')],
    ['a key that is no moment', cursor('idea UPDATED_AT DESC', 'yesterday, perhaps', 'idea_1')],
    ['a key out of range', cursor('idea UPDATED_AT DESC', '2026-13-45 00:00:00+00', 'idea_1')],
    ['half a cursor', cursor('idea UPDATED_AT DESC')],
  ])('is refused after %s', async (_, after) => {
    expect(await codeOf('query ($after: String) { ideas(after: $after) { nodes { id } } }', { after })).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it.each([
    ['a key that is no text', cursor('idea TITLE ASC', 7, 'idea_1')],
    ['an id that is no text', cursor('idea TITLE ASC', 'Å', 7)],
  ])('in the order of titles is refused after %s', async (_, after) => {
    const document =
      'query ($after: String) { ideas(after: $after, orderBy: { field: TITLE, direction: ASC }) { nodes { id } } }';
    expect(await codeOf(document, { after })).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ['first', 'ideas(first: 101) { nodes { id } }'],
    ['last', 'ideas(last: 101) { nodes { id } }'],
  ])('too long is refused by the name of its argument: %s', async (name, field) => {
    const { errors } = await service.as().ask(`{ ${field} }`);
    expect(errors![0]!.message).toBe(`${name} must be at least 0 and at most 100.`);
  });

  it.each(['first: 3', 'last: 3'])('says where it begins and ends: %s', async size => {
    const { ideas } = await service
      .as()
      .run<any, object>(`{ ideas(${size}) { edges { cursor } pageInfo { startCursor endCursor } } }`);
    const cursors = ideas.edges.map((edge: { cursor: string }) => edge.cursor);
    expect(new Set(cursors).size).toBe(3);
    expect(ideas.pageInfo).toEqual({ startCursor: cursors[0], endCursor: cursors[2] });
  });

  it.each([
    'ideas(first: 101) { totalCount }',
    'ideas(last: 101) { nodes { id } }',
    'ideas(first: -1) { nodes { id } }',
    'ideas(first: 1, last: 1) { nodes { id } }',
    'ideas(last: 1, after: "x") { nodes { id } }',
    'ideas(before: "x") { nodes { id } }',
    'fundingCalls(first: 101) { nodes { id } }',
    'partners(first: 101) { nodes { id } }',
    'activity(first: 101) { nodes { id } }',
    'partner(slug: "techtank") { ideas(first: 101) { nodes { id } } }',
    'idea(id: "x", code: "y") { id }',
    'idea { id }',
  ])('is refused as %s', async field => {
    expect(await codeOf(`{ ${field} }`)).toEqual(['BAD_USER_INPUT']);
  });

  it('of a hundred rows, or of none, is given', async () => {
    const { none, most } = await service
      .as()
      .run<any, object>(
        '{ none: ideas(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } most: ideas(first: 100) { nodes { id } } }',
      );
    expect(none).toEqual({
      totalCount: most.nodes.length,
      nodes: [],
      pageInfo: { hasNextPage: true, endCursor: null },
    });
  });

  it('asked for with a text that no column can hold is refused, not failed', async () => {
    const text = String.fromCharCode(0);
    expect(
      await codeOf('query ($text: String) { ideas(filter: { text: $text }) { totalCount } }', { text: `a${text}b` }),
    ).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a row that is known by its id', () => {
  const idsOf = async (count: number): Promise<string[]> => {
    const { ideas } = await service.as().run<any, object>(`{ ideas(first: ${count}) { nodes { id } } }`);
    return ideas.nodes.map(({ id }: { id: string }) => id);
  };

  it('is of its type, whether or not the type is asked for', async () => {
    const [id] = await idsOf(1);
    const { plain, named } = await service
      .as()
      .run<any, object>(
        'query ($id: ID!) { plain: node(id: $id) { id } named: node(id: $id) { __typename ... on Idea { code } } }',
        { id },
      );
    expect(plain).toEqual({ id });
    expect(named).toEqual({ __typename: 'Idea', code: expect.stringMatching(/^KS3-/) });
  });

  it('is given with up to a hundred at once, and not with more', async () => {
    const [id] = await idsOf(1);
    const document = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const { nodes } = await service.as().run<any, object>(document, { ids: Array(100).fill(id) });
    expect(nodes).toEqual(Array(100).fill({ id }));
    const { errors } = await service.as().ask(document, { ids: Array(101).fill(id) });
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('leads to the row that belongs to it, from either side', async () => {
    const document = '{ ideas(filter: { stages: [PROJECT] }, first: 5) { nodes { id project { id idea { id } } } } }';
    const { ideas } = await service.as(KEYS.admin).run<any, object>(document);
    expect(ideas.nodes.length).toBeGreaterThan(0);
    for (const { id, project } of ideas.nodes) expect(project).toEqual({ id: expect.any(String), idea: { id } });
    expect(new Set(ideas.nodes.map((idea: any) => idea.project.id)).size).toBe(ideas.nodes.length);
  });

  it('is what it is also where its id takes the place of its type', async () => {
    const [id] = await idsOf(1);
    const { node } = await service
      .as()
      .run<any, object>('query ($id: ID!) { node(id: $id) { __typename: id } }', { id });
    expect(node).toEqual({ __typename: id });
  });

  it('is asked for what its own type is asked, also under an alias that another type has too', async () => {
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) {
      ... on Idea { m: callMatches(first: 1) { x: call { id } } } ... on FundingCall { m: ideaMatches(first: 1) { x: idea { id } } } } }`;
    const { fundingCalls } = await service.as().run<any, object>('{ fundingCalls(first: 1) { nodes { id } } }');
    const [idea, call] = [(await idsOf(1))[0], fundingCalls.nodes[0].id];
    const ask = async (ids: unknown[]) => (await service.as().run<any, object>(document, { ids })).nodes;
    const [ofCall] = await ask([call]);
    const [ofIdea] = await ask([idea]);
    expect(ofCall).toEqual({ m: [{ x: { id: expect.stringMatching(/^idea_/) } }] });
    expect(ofIdea).toEqual({ m: [{ x: { id: expect.stringMatching(/^call_/) } }] });
    expect(await ask([call, idea])).toEqual([ofCall, ofIdea]);
    expect(await ask([idea, call, idea])).toEqual([ofIdea, ofCall, ofIdea]);
  });
});

describe('a set that several changes of one request look at', () => {
  it('is read anew after each change', async () => {
    const document = `mutation ($one: CreateFundingCallInput!, $other: CreateFundingCallInput!, $id: ID!) {
      createFundingCall(input: $one) { userErrors { message } }
      first: updateIdea(input: { id: $id }) { idea { callMatches(first: 50) { call { identifier } } } userErrors { message } }
      then: createFundingCall(input: $other) { userErrors { message } }
      second: updateIdea(input: { id: $id }) { idea { callMatches(first: 50) { call { identifier } } } userErrors { message } } }`;
    const call = (identifier: string) => ({
      ...{ identifier, title: { sv: 'Utlysning' }, programme: 'LIFE', funder: 'Europeiska kommissionen' },
      ...{ deadlineModel: 'SINGLE_STAGE', deadlines: [{ at: '2099-01-01T12:00:00Z' }], publish: true },
    });
    const { ideas } = await service.as(KEYS.admin).run<any, object>('{ ideas(first: 1) { nodes { id } } }');
    const variables = { one: call('ANEW-1'), other: call('ANEW-2'), id: ideas.nodes[0].id };
    const { first, second } = await service.as(KEYS.admin).run<any, object>(document, variables);
    const named = ({ idea }: any) => idea.callMatches.map((match: any) => match.call.identifier);
    expect(named(first)).toContain('ANEW-1');
    expect(named(first)).not.toContain('ANEW-2');
    expect(named(second)).toEqual(expect.arrayContaining(['ANEW-1', 'ANEW-2']));
  });
});
