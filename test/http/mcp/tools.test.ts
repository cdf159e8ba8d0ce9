import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TOOLS } from '../../../src/http/mcp/tools.js';
import { type Agent, agentOf, CLIENTS } from '../../support/agents/agent.js';
import { keyThatWrites } from '../../support/agents/key-that-writes.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
beforeAll(async () => {
  service = await startService({ DEBUG_STATEMENTS: 'false' });
}, 60_000);
afterAll(() => service.stop());

const READING = TOOLS.filter(({ writes }) => !writes).map(({ name }) => name);
const documentOf = (name: string) => {
  const { file, operation } = TOOLS.find(tool => tool.name === name)!;
  return { text: readFileSync(`schema/operations/${file}`, 'utf8'), operation };
};

/** What each tool that reads is asked here. */
const ASKED: Readonly<Record<string, object>> = {
  find_ideas: { states: ['ACTIVE'], first: 3 },
  idea_status: { code: 'KS3-6' },
  what_blocks_idea: { code: 'KS3-6' },
  agenda: { first: 5 },
  partner_ideas: { slug: 'techtank', first: 2 },
  calls_for_idea: { code: 'KS3-6' },
  find_calls: { statuses: ['OPEN'], first: 3 },
  pipeline: { filter: { not: { states: ['DISCONTINUED'] } }, from: '2026-01-01', to: '2026-03-31' },
  results: { focusAreas: ['smart-industri'] },
};

describe.each(CLIENTS)('the official client %s', name => {
  let agent: Agent;
  beforeAll(async () => {
    agent = await agentOf(service, KEYS.partner, { name });
  });
  afterAll(() => agent.close());

  it.each(READING)('is answered by %s what POST /graphql answers, in the form that the tool promises', async tool => {
    const given = ASKED[tool]!;
    const { text, operation } = documentOf(tool);
    const asked = await service
      .as(KEYS.partner)
      .ask(text, given, { 'accept-language': 'sv' }, { operationName: operation });
    const { structuredContent, isError } = await agent.call(tool, given);
    expect(asked.errors).toBeUndefined();
    expect(isError).toBeUndefined();
    expect(withoutSeconds(structuredContent)).toEqual(withoutSeconds(asked.data));
  });

  it('reads a call whose address has letters that a URI has not', async () => {
    const url = 'https://www.energimyndigheten.se/utlysningar/grön-omställning';
    await addCall({ identifier: 'IRI-1', url });
    const { structuredContent } = await agent.call('find_calls', { text: 'IRI-1' });
    expect(structuredContent.fundingCalls.nodes).toMatchObject([{ identifier: 'IRI-1', url }]);
  });

  it('reads the schema and the manuals', async () => {
    const resources = await agent.resources();
    expect(resources.map(({ uri }) => uri)).toContain('ks3://manuals/partners');
    expect(await agent.read('ks3://schema.graphql')).toBe(readFileSync('schema/schema.graphql', 'utf8'));
    expect(await agent.read('ks3://manuals/agents')).toBe(readFileSync('docs/agents.md', 'utf8'));
    await expect(agent.read('ks3://manuals/../../package.json')).rejects.toThrow('There is no resource');
  });

  it('speaks the protocol that it is told apart by, and hears the version of the service', () => {
    expect(agent.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
    expect(agent.protocol).toBe(name.endsWith('2026') ? '2026-07-28' : '2025-11-25');
  });

  it('is told of a tool that there is none', async () => {
    await expect(agent.call('drop_everything')).rejects.toThrow('There is no tool "drop_everything"');
  });
});

/** A call of Region Blekinge; one that is there already stays. */
async function addCall(description: { identifier: string; url: string }): Promise<void> {
  const create =
    'mutation ($input: CreateFundingCallInput!) { createFundingCall(input: $input) { userErrors { code } } }';
  const rest = { programme: 'Impact Innovation', funder: 'Vinnova', deadlineModel: 'CONTINUOUS' };
  const input = { title: { sv: 'Grön omställning' }, ...rest, ...description };
  await service.as(KEYS.admin).run<any, object>(create, { input });
}

/** The moment of asking stands in the pipeline. */
const withoutSeconds = (data: unknown) => JSON.parse(JSON.stringify(data).replace(/"asOf":"[^"]*"/, '"asOf":null'));

describe('the list of tools', () => {
  it('has for everybody those that read, and for a key that was granted it those that write and its role may', async () => {
    const namesFor = async (key: string | null) => (await agentOf(service, key)).tools.map(({ name }) => name);
    const all = TOOLS.map(({ name }) => name);
    expect(await namesFor(null)).toEqual(READING);
    expect(await namesFor(KEYS.integrator)).toEqual(READING);
    expect(await namesFor(KEYS.admin)).toEqual(READING);
    expect(await namesFor(await keyThatWrites(service, { role: 'PARTNER', slug: 'techtank' }))).toEqual(
      all.filter(name => name !== 'add_call'),
    );
    expect(await namesFor(await keyThatWrites(service, { role: 'ADMIN' }))).toEqual(all);
  });

  it('describes every argument, and says truly what a tool may do', async () => {
    const { tools } = await agentOf(service, await keyThatWrites(service, { role: 'ADMIN' }));
    for (const { name, annotations, inputSchema } of tools) {
      const undescribed = Object.entries<any>(inputSchema.properties).filter(([, { description }]) => !description);
      expect([name, undescribed.map(([argument]) => argument)]).toEqual([name, []]);
      expect(annotations.readOnlyHint).toBe(/^query/m.test(documentOf(name).text));
    }
    const hints = Object.fromEntries(tools.map(({ name, annotations }) => [name, annotations]));
    expect(hints['update_idea']).toMatchObject({ destructiveHint: true, idempotentHint: true, openWorldHint: false });
    expect(hints['create_idea']).toMatchObject({ destructiveHint: false, idempotentHint: false });
  });

  it('is short enough to be read before each conversation', async () => {
    const { tools } = await agentOf(service, await keyThatWrites(service, { role: 'ADMIN' }));
    expect(JSON.stringify(tools).length).toBeLessThan(70_000);
  });
});

describe('the language of a tool', () => {
  const first = (text: string) => text.split('\n')[0];
  it('is what the call says, else what the request accepts, else Swedish', async () => {
    const english = await agentOf(service, KEYS.partner, { headers: { 'accept-language': 'en' } });
    const swedish = await agentOf(service, KEYS.partner);
    const told = async (agent: Agent, given: object) =>
      (await agent.call('agenda', { first: 1, ...given })).content[0]!.text;
    const [plain, chosen, header] = [
      await told(swedish, {}),
      await told(swedish, { locale: 'EN' }),
      await told(english, {}),
    ];
    expect(first(plain)).toContain('aldrig instruktioner');
    expect(first(chosen)).toContain('never instructions');
    expect(chosen).toBe(header);
    expect(await told(english, { locale: 'SV' })).toBe(plain);
    expect(plain).not.toBe(chosen);
  });
});

describe('a tool that writes', () => {
  const title = (sv: string) => ({ sv, en: `${sv} (en)` });
  const created = async (agent: Agent) => {
    const { structuredContent } = await agent.call('create_idea', {
      input: { title: title('Alger'), summary: title('Alger som foder') },
    });
    return structuredContent.createIdea.idea as { id: string; code: string; version: number };
  };

  it('changes as the key, and once however often it is sent with one idempotencyKey', async () => {
    const agent = await agentOf(
      service,
      await keyThatWrites(service, { role: 'PARTNER', slug: 'techtank', name: 'Agenten' }),
    );
    const given = { input: { title: title('Tång'), summary: title('Tång blir jord') }, idempotencyKey: randomUUID() };
    const [one, again] = [await agent.call('create_idea', given), await agent.call('create_idea', given)];
    expect(one.isError).toBeUndefined();
    expect(again.structuredContent).toEqual(one.structuredContent);
    const { id, code } = one.structuredContent.createIdea.idea;
    const asked = '{ ideas(filter: { text: "Tång blir jord" }) { totalCount } }';
    expect((await service.as(KEYS.partner).run<any, object>(asked)).ideas.totalCount).toBe(1);
    const { idea } = await service
      .as(KEYS.admin)
      .run<any, object>('query ($id: ID!) { idea(id: $id) { activity { nodes { kind actor { name } } } } }', { id });
    expect(idea.activity.nodes).toEqual([{ kind: 'IDEA_CREATED', actor: { name: 'Agenten' } }]);
    const other = await agent.call('create_idea', { ...given, input: { ...given.input, title: title('Annat') } });
    expect([other.isError, other.content[0]!.text]).toEqual([true, expect.stringContaining('IDEMPOTENCY_KEY_REUSED')]);
    expect(code).toMatch(/^KS3-/);
  });

  it('changes an idea, notes a letter and tells how it goes', async () => {
    const agent = await agentOf(service, await keyThatWrites(service, { role: 'PARTNER', slug: 'techtank' }));
    const { id, version } = await created(agent);
    const changed = await agent.call('update_idea', {
      input: { id, expectedVersion: version, summary: title('Alger blir foder') },
      locale: 'SV',
    });
    expect(changed.structuredContent.updateIdea.idea.summary).toBe('Alger blir foder');
    const membership = await memberOf(id);
    const noted = await agent.call('note_letter', { id: membership, letterOfIntent: 'SIGNED' });
    expect(noted.structuredContent.updateMember.membership.letterOfIntent).toBe('SIGNED');
    const posted = await agent.call('post_status_update', {
      input: { ideaId: id, health: 'AT_RISK', summary: title('Väntar') },
    });
    expect(posted.structuredContent.postStatusUpdate.idea.health).toBe('AT_RISK');
  });

  it('adds a call for Region Blekinge', async () => {
    const agent = await agentOf(service, await keyThatWrites(service, { role: 'ADMIN' }));
    const input = {
      identifier: 'AGENT-1',
      title: title('Hav'),
      programme: 'Impact Innovation',
      funder: 'Vinnova',
      deadlineModel: 'CONTINUOUS',
      publish: false,
    };
    const { structuredContent } = await agent.call('add_call', { input });
    expect(structuredContent.createFundingCall).toMatchObject({
      call: { identifier: 'AGENT-1', status: 'DRAFT' },
      userErrors: [],
    });
  });

  it('tells what is wrong and in which field, and changes nothing', async () => {
    const agent = await agentOf(service, await keyThatWrites(service, { role: 'PARTNER', slug: 'techtank' }));
    const before = await stored(service.database);
    const { isError, structuredContent, content } = await agent.call('create_idea', {
      input: { title: { sv: ' ' }, summary: title('Tomt') },
      locale: 'EN',
    });
    expect(isError).toBe(true);
    expect(structuredContent.createIdea).toEqual({
      idea: null,
      userErrors: [{ code: 'REQUIRED', message: expect.any(String), path: ['title', 'sv'] }],
    });
    expect(content[0]!.text).toContain('Refused: nothing has been changed.');
    expect(await stored(service.database)).toEqual(before);
  });

  async function memberOf(ideaId: string): Promise<string> {
    const { addMember } = await service
      .as(KEYS.partner)
      .run<any, object>(
        'mutation ($input: AddMemberInput!) { addMember(input: $input) { membership { id } userErrors { message } } }',
        { input: { ideaId, partnerId: await partnerId(), role: 'BENEFICIARY' } },
      );
    return addMember.membership.id;
  }

  const partnerId = async () =>
    (await service.as(null).run<any, object>('{ partner(slug: "netport-science-park") { id } }')).partner.id as string;
});
