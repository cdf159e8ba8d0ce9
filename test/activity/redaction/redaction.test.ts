import { verifyChain } from '../../../src/activity/chain.js';
import { Make } from '../../support/make/make.js';
import type { MadeIdea } from '../../support/make/make-idea.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const GROUND = 'Artikel 17 i dataskyddsförordningen, begäran 12/2026';
const NAME = 'Anna-Lisa Bergström';

const REDACT = `mutation ($input: RedactActivityInput!) { done: redactActivity(input: $input) {
  activity { id reason redactedAt redactedFields redactable changes { field before after } actor { name } } userErrors { code path message } } }`;

async function redact(id: string, fields: string[], reason = GROUND) {
  const { done } = await service.as(KEYS.admin).run<any, object>(REDACT, { input: { id, fields, reason } });
  return done;
}

const run = async (mutation: string, type: string, input: object, headers?: Record<string, string>) => {
  const document = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { userErrors { code message } } }`;
  const { data } = await service.as(KEYS.admin).ask<any>(document, { input }, headers);
  expect(data.done.userErrors).toEqual([]);
};

const pause = (idea: MadeIdea, reason: string) => run('pauseIdea', 'IdeaStateInput', { id: idea.id, reason });

const READ = `query ($id: ID!) { idea(id: $id) { transitions { reason by { name } } statusUpdates(first: 9) { nodes { summary by { name } } }
  activity(first: 50) { nodes { id kind reason redactedAt redactedFields redactable actor { name } changes { field before after } } } } }`;

const readAs = async (key: string, { id }: { id: string }) =>
  (await service.as(key).run<any, object>(READ, { id })).idea;

async function rowOf(idea: { id: string }, kind: string) {
  const { activity } = await readAs(KEYS.admin, idea);
  return activity.nodes.find((row: any) => row.kind === kind);
}

/** Every table that still holds the text, but for answers that are kept under their own lock. */
async function holding(text: string): Promise<string[]> {
  const tables = await service.database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await service.database.query<{ n: number }>(
      `select count(*)::int as n from "${name}" t where t::text ilike '%' || $1 || '%'`,
      [text],
    );
    if (row!.n > 0) found.push(name);
  }
  return found;
}

const proven = async () =>
  expect(await verifyChain((text, values) => service.database.query(text, values))).toHaveProperty('head');

const findsOf = async (text: string) => {
  const { activity } = await service
    .as(KEYS.admin)
    .run<any, object>(`query ($text: String) { activity(text: $text) { nodes { kind } } }`, { text });
  return activity.nodes.map(({ kind }: any) => kind);
};

describe('what is redacted', () => {
  it('is a reason: it goes from the log and from the step, and the rest of the log still proves', async () => {
    const idea = await make.idea();
    await pause(idea, `${NAME} är sjuk`);
    const row = await rowOf(idea, 'IDEA_PAUSED');
    expect(row).toMatchObject({ redactedAt: null, redactedFields: [] });
    expect(row.redactable).toEqual(['actor', 'reason']);
    const { activity, userErrors } = await redact(row.id, ['reason']);
    expect(userErrors).toEqual([]);
    expect(activity).toMatchObject({
      ...{ reason: null, redactedFields: ['reason'], redactable: ['actor'] },
      redactedAt: expect.any(String),
    });
    expect((await readAs(KEYS.admin, idea)).transitions.at(-1).reason).toBeNull();
    expect(await holding(NAME)).toEqual([]);
    await proven();
  });

  it('is a name: who acted reads as its organisation or role', async () => {
    const idea = await make.idea();
    await pause(idea, 'Vila');
    const row = await rowOf(idea, 'IDEA_PAUSED');
    const { activity } = await redact(row.id, ['actor']);
    expect(activity.actor.name).toBe('Region Blekinge');
    const { transitions } = await readAs(KEYS.admin, idea);
    expect(transitions.at(-1).by.name).toBe('Region Blekinge');
    await proven();
  });

  it('is a text that stands in several rows: what one change put there the next tells as what was before', async () => {
    const idea = await make.idea();
    const update = (sv: string) =>
      run('updateIdea', 'UpdateIdeaInput', { id: idea.id, challenge: { sv, en: `In English: ${sv}` } });
    await update(`Ring ${NAME}`);
    const row = await rowOf(idea, 'IDEA_UPDATED');
    const before = await stored(service.database);
    const refused = await redact(row.id, ['challenge.after']);
    expect(refused.userErrors).toEqual([
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION', message: expect.stringContaining('ändra den där först') }),
    ]);
    expect(await stored(service.database)).toEqual(before);
    await update('Ring växeln');
    expect((await redact(row.id, ['challenge.after'])).userErrors).toEqual([]);
    expect(await holding(NAME)).toEqual([]);
    const { activity } = await readAs(KEYS.admin, idea);
    const told = activity.nodes.filter(({ kind }: any) => kind === 'IDEA_UPDATED');
    expect(told.map(({ redactedFields }: any) => redactedFields)).toEqual([['challenge.before'], ['challenge.after']]);
    expect(told[1].changes).toContainEqual(expect.objectContaining({ field: 'challenge', after: null }));
    await proven();
  });

  it('is a status update: the text, and who told it', async () => {
    const idea = await make.idea();
    const said = { ideaId: idea.id, health: 'AT_RISK', summary: { sv: `${NAME} har slutat` } };
    await run('postStatusUpdate', 'PostStatusUpdateInput', said);
    const row = await rowOf(idea, 'STATUS_UPDATED');
    expect((await redact(row.id, ['summary.after', 'actor'])).userErrors).toEqual([]);
    const { statusUpdates } = await readAs(KEYS.admin, idea);
    expect(statusUpdates.nodes).toEqual([{ summary: '(borttaget)', by: { name: 'Region Blekinge' } }]);
    expect(await holding(NAME)).toEqual([]);
    await proven();
  });

  it('is a request to join: what was said with it', async () => {
    const idea = await make.idea({ visibility: 'PARTNERS' });
    const partner = await make.partner();
    const key = await make.key('PARTNER', partner);
    const ASK = `mutation ($input: AskToJoinInput!) { askToJoin(input: $input) { userErrors { code } } }`;
    const input = { ideaId: idea.id, role: 'BENEFICIARY', message: `Hälsar ${NAME}` };
    await service.as(key).run<any, object>(ASK, { input });
    const row = await rowOf(idea, 'JOIN_REQUESTED');
    expect((await redact(row.id, ['message.after'])).userErrors).toEqual([]);
    expect(await holding(NAME)).toEqual([]);
    await proven();
  });

  it('is no longer in an answer that is kept for a request that comes again', async () => {
    const idea = await make.idea();
    const headers = { 'idempotency-key': 'en-nyckel-som-ingen-annan-har' };
    const document = `mutation ($input: IdeaStateInput!) { pauseIdea(input: $input) { idea { transitions { reason } } userErrors { code } } }`;
    const input = { id: idea.id, reason: `Enligt ${NAME}` };
    const ask = () => service.as(KEYS.admin).ask<any>(document, { input }, headers);
    expect((await ask()).data.pauseIdea.idea.transitions.at(-1).reason).toBe(`Enligt ${NAME}`);
    await redact((await rowOf(idea, 'IDEA_PAUSED')).id, ['reason']);
    const { data } = await ask();
    expect(data.pauseIdea).toMatchObject({ idea: { transitions: [{}, { reason: null }] }, userErrors: [] });
    expect(
      (await readAs(KEYS.admin, idea)).activity.nodes.filter(({ kind }: any) => kind === 'IDEA_PAUSED'),
    ).toHaveLength(1);
  });

  it('leaves a report about the past what is known next', async () => {
    const document = `query ($at: DateTime) { pipeline(asOf: $at) { deadlines(within: 365) { idea { id challenge } } } }`;
    const challengeOf = async (id: string, at: string | null) => {
      const { pipeline } = await service.as(KEYS.admin).run<any, object>(document, { at });
      return pipeline.deadlines.find(({ idea }: any) => idea.id === id).idea.challenge;
    };
    const [{ id }] = (await service.as(KEYS.admin).run<any, object>(document, {})).pipeline.deadlines.map(
      ({ idea }: any) => idea,
    );
    const at = new Date().toISOString();
    const was = await challengeOf(id, null);
    for (const sv of ['Först', 'Sedan', 'Nu'])
      await run('updateIdea', 'UpdateIdeaInput', { id, challenge: { sv, en: `In English: ${sv}` } });
    expect(await challengeOf(id, at)).toBe(was);
    const rows = (await readAs(KEYS.admin, { id })).activity.nodes.filter(({ kind }: any) => kind === 'IDEA_UPDATED');
    expect((await redact(rows[2].id, ['challenge.before'])).userErrors).toEqual([]);
    expect(await challengeOf(id, at)).toBe('Först');
  });
});

describe('the log says that it was', () => {
  it('to administrators alone, with the ground and without the value', async () => {
    const idea = await make.idea();
    await pause(idea, `${NAME} är sjuk`);
    const row = await rowOf(idea, 'IDEA_PAUSED');
    await redact(row.id, ['reason']);
    const LAST = `{ activity(first: 1, kinds: [ACTIVITY_REDACTED]) { nodes { reason subject { id } idea { id } changes { field before after } redactable } } }`;
    const { activity } = await service.as(KEYS.admin).run<any, object>(LAST);
    expect(activity.nodes).toEqual([
      {
        ...{ reason: GROUND, subject: { id: row.id }, idea: null, redactable: ['actor', 'reason'] },
        changes: [{ field: 'reason', before: null, after: null }],
      },
    ]);
    for (const key of [
      KEYS.partner,
      KEYS.integrator,
      await make.key('INTEGRATOR', null, ['ALL_IDEAS', 'ACTIVITY', 'CONFIDENTIAL']),
    ])
      expect((await service.as(key).run<any, object>(LAST)).activity.nodes).toEqual([]);
  });

  it('in the row itself to those inside, and of what one could not see not at all', async () => {
    const idea = await make.idea({ visibility: 'PUBLIC' });
    await pause(idea, 'Hemligt skäl');
    const row = await rowOf(idea, 'IDEA_PAUSED');
    await redact(row.id, ['reason', 'actor']);
    const follower = await make.key('INTEGRATOR', null, ['ACTIVITY']);
    const [seen] = (await readAs(follower, idea)).activity.nodes;
    expect(seen).toMatchObject({ id: row.id, redactedAt: null, redactedFields: [], redactable: [] });
    const insider = await make.key('INTEGRATOR', null, ['ACTIVITY', 'CONFIDENTIAL']);
    const [told] = (await readAs(insider, idea)).activity.nodes;
    expect(told).toMatchObject({ redactedAt: expect.any(String), redactedFields: ['actor', 'reason'], redactable: [] });
  });
});

describe('refused is', () => {
  it.each<[string, string[], string, [string, string, RegExp][]]>([
    [
      'what no value is called',
      ['stage.after'],
      GROUND,
      [['INVALID', 'fields', /”stage.after” kan inte tas bort här\. Det här kan tas bort: actor, reason\./]],
    ],
    ['nothing at all', [], GROUND, [['REQUIRED', 'fields', /Det här kan tas bort: actor, reason\./]]],
    ['a redaction without a ground', ['reason'], ' ', [['REQUIRED', 'reason', /tom/]]],
    ['a ground that repeats the value', ['reason'], 'Enligt beslut: vila LITE', [['INVALID', 'reason', /innehålla/]]],
  ])('%s', async (_, fields, reason, expected) => {
    const idea = await make.idea();
    await pause(idea, 'Vila lite');
    const row = await rowOf(idea, 'IDEA_PAUSED');
    const before = await stored(service.database);
    const { activity, userErrors } = await redact(row.id, fields, reason);
    expect(activity).toBeNull();
    expect(userErrors).toEqual(
      expected.map(([code, path, message]) => ({ code, path: [path], message: expect.stringMatching(message) })),
    );
    expect(await stored(service.database)).toEqual(before);
  });

  it('what has been redacted already', async () => {
    const idea = await make.idea();
    await pause(idea, 'Vila');
    const row = await rowOf(idea, 'IDEA_PAUSED');
    await redact(row.id, ['reason']);
    const before = await stored(service.database);
    const { userErrors } = await redact(row.id, ['reason']);
    expect(userErrors).toEqual([
      { code: 'ILLEGAL_TRANSITION', path: ['fields'], message: '”reason” är redan borttaget.' },
    ]);
    expect(await stored(service.database)).toEqual(before);
  });
});

describe('text', () => {
  it('finds reasons, names and free text, in capitals and small letters', async () => {
    const idea = await make.idea();
    await pause(idea, 'Åsa Öman "ringer"');
    expect(await findsOf('åsa öman "RINGER"')).toEqual(['IDEA_PAUSED']);
    await run('postStatusUpdate', 'PostStatusUpdateInput', {
      ideaId: idea.id,
      health: 'AT_RISK',
      summary: { sv: 'Säger Åsa Öman' },
    });
    expect(await findsOf('Åsa Öman')).toEqual(['STATUS_UPDATED', 'IDEA_PAUSED']);
    expect(await findsOf('%')).toEqual([]);
    expect(await findsOf('FUNDING_APPLICATION')).toEqual([]);
  });

  it('is for administrators, and as short as other searches', async () => {
    for (const [key, text] of [
      [KEYS.partner, 'Åsa'],
      [KEYS.integrator, 'Åsa'],
      [null, 'Åsa'],
      [KEYS.admin, 'a'.repeat(201)],
    ] as const) {
      const { errors } = await service
        .as(key)
        .ask(`query ($text: String) { activity(text: $text) { nodes { id } } }`, { text });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });
});
