import { verifyChain } from '../../../src/activity/chain.js';
import { Make } from '../../support/make/make.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly redactedFields: string[];
}

/** What a change answers: what is wrong, by code. */
async function asked(mutation: string, type: string, input: object): Promise<string[]> {
  const document = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { userErrors { code } } }`;
  const { done } = await service.as(KEYS.admin).run<any, object>(document, { input });
  return done.userErrors.map(({ code }: any) => code);
}

const remove = async (id: string): Promise<string[]> => {
  const document = `mutation ($id: ID!) { done: removeLink(id: $id) { userErrors { code } } }`;
  const { done } = await service.as(KEYS.admin).run<any, object>(document, { id });
  return done.userErrors.map(({ code }: any) => code);
};

const turn = (move: 'pauseIdea' | 'resumeIdea', id: string, reason: string) =>
  asked(move, 'IdeaStateInput', { id, reason });

const redact = (id: string, ...fields: string[]) =>
  asked('redactActivity', 'RedactActivityInput', { id, fields, reason: 'Gallringsbeslut 7' });

const rowsOf = async (id: string, ...kinds: string[]): Promise<Row[]> => {
  const document = `query ($id: ID!) { idea(id: $id) { activity(first: 50) { nodes { id kind redactedFields } } } }`;
  const { idea } = await service.as(KEYS.admin).run<any, object>(document, { id });
  return idea.activity.nodes.filter(({ kind }: Row) => kinds.includes(kind));
};

const namesIn = async (table: string, column: string, id: string) => {
  const rows = await service.database.query<{ name: string | null }>(
    `select ${column} as name from ${table} where idea_id = $1 order by id`,
    [id],
  );
  return rows.map(({ name }) => name);
};

const proven = async () =>
  expect(await verifyChain((text, values) => service.database.query(text, values))).toHaveProperty('head');

describe('who did one thing stays known for what else it did', () => {
  it('a moment before: each step keeps its name but the one that the row tells of', async () => {
    const { id } = await make.idea();
    await turn('pauseIdea', id, 'Vila');
    await turn('resumeIdea', id, 'Nu igen');
    const [first, ...others] = await namesIn('stage_transition', 'by_name', id);
    const [resumed] = await rowsOf(id, 'IDEA_RESUMED');
    expect(await redact(resumed!.id, 'actor')).toEqual([]);
    expect(await namesIn('stage_transition', 'by_name', id)).toEqual([first, others[0], null]);
    const [paused] = await rowsOf(id, 'IDEA_PAUSED');
    expect(paused!.redactedFields).toEqual([]);
    expect(await redact(paused!.id, 'actor')).toEqual([]);
    expect(await namesIn('stage_transition', 'by_name', id)).toEqual([first, null, null]);
  });

  it('also where the row tells of no step', async () => {
    const { id } = await make.idea();
    await turn('pauseIdea', id, 'Vila');
    const link = { ideaId: id, kind: 'OTHER', title: 'Underlag', url: 'https://exempel.example/underlag' };
    expect(await asked('addLink', 'AddLinkInput', link)).toEqual([]);
    const before = await namesIn('stage_transition', 'by_name', id);
    const [added] = await rowsOf(id, 'LINK_ADDED');
    expect(await redact(added!.id, 'actor')).toEqual([]);
    expect(await namesIn('stage_transition', 'by_name', id)).toEqual(before);
    expect(await namesIn('link', 'added_by_name', id)).toEqual([null]);
  });

  it('and who added a link, where who removed it goes', async () => {
    const { id } = await make.idea();
    const link = { ideaId: id, kind: 'OTHER', title: 'Underlag', url: 'https://exempel.example/underlag' };
    await asked('addLink', 'AddLinkInput', link);
    const [{ id: linkId } = { id: '' }] = await service.database.query<{ id: string }>(
      'select id from link where idea_id = $1',
      [id],
    );
    expect(await remove(linkId)).toEqual([]);
    const before = await namesIn('link', 'added_by_name', id);
    const [removed] = await rowsOf(id, 'LINK_REMOVED');
    expect(await redact(removed!.id, 'actor')).toEqual([]);
    expect(await namesIn('link', 'added_by_name', id)).toEqual(before);
  });
});

it('the same reason in another idea stays', async () => {
  const [one, other] = [await make.idea(), await make.idea()];
  for (const { id } of [one, other]) await turn('pauseIdea', id, 'Samma skäl för båda');
  const [row] = await rowsOf(one.id, 'IDEA_PAUSED');
  expect(await redact(row!.id, 'reason')).toEqual([]);
  expect((await rowsOf(other.id, 'IDEA_PAUSED'))[0]!.redactedFields).toEqual([]);
  expect((await namesIn('stage_transition', 'reason', other.id)).at(-1)).toBe('Samma skäl för båda');
});

it('is found by none of its words when it is gone', async () => {
  const { id } = await make.idea();
  const challenge = (sv: string) => asked('updateIdea', 'UpdateIdeaInput', { id, challenge: { sv, en: sv } });
  await challenge('Ring Quistbergh om detta, det är viktigt för alla som bor här.');
  await challenge('Ring växeln om detta, det är viktigt för alla som bor här.');
  const row = (await rowsOf(id, 'IDEA_UPDATED')).at(-1)!;
  expect(await redact(row.id, 'challenge.after')).toEqual([]);
  const words = await service.database.query<{ n: number }>(
    `select count(*)::int as n from search_word where word like 'quistberg%' or slips::text like '%quistberg%'
     union all select count(*)::int from search_document where words::text like '%quistberg%'
     union all select count(*)::int from idea where id = $1 and (search::text || searchable) like '%quistberg%'`,
    [id],
  );
  expect(words.map(({ n }) => n)).toEqual([0, 0, 0]);
  for (const query of [
    `{ found: ideas(first: 5, filter: { text: "Quistbergh" }) { nodes { id } } }`,
    `{ found: activity(first: 5, text: "Quistbergh") { nodes { id } } }`,
  ])
    expect((await service.as(KEYS.admin).run<any, object>(query)).found.nodes).toEqual([]);
});

it('is done once, however many ask for it at the same time and write meanwhile', async () => {
  const ideas = [await make.idea(), await make.idea()];
  const reason = 'Ett skäl som alla ger';
  for (const { id } of ideas)
    for (const move of ['pauseIdea', 'resumeIdea', 'pauseIdea', 'resumeIdea'] as const) await turn(move, id, reason);
  const rows = await Promise.all(ideas.map(({ id }) => rowsOf(id, 'IDEA_PAUSED', 'IDEA_RESUMED')));
  const answers = await Promise.all([
    ...rows.flat().map(({ id }) => redact(id, 'reason')),
    ...ideas.map(({ id }) => turn('pauseIdea', id, 'Ett annat skäl')),
    ...ideas.map(({ id }) => asked('updateIdea', 'UpdateIdeaInput', { id, challenge: { sv: 'En annan utmaning' } })),
  ]);
  const redactions = answers.slice(0, 8);
  expect(redactions.filter(codes => codes.length === 0)).toHaveLength(2);
  expect(redactions.filter(codes => codes[0] === 'ILLEGAL_TRANSITION')).toHaveLength(6);
  expect(answers.slice(8)).toEqual([[], [], [], []]);
  const after = await Promise.all(ideas.map(({ id }) => rowsOf(id, 'IDEA_PAUSED', 'IDEA_RESUMED')));
  for (const told of after) expect(told.map(({ redactedFields }) => redactedFields.length)).toEqual([0, 1, 1, 1, 1]);
  await proven();
});
