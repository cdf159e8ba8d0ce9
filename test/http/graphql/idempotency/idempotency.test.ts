import { randomUUID } from 'node:crypto';
import { KEYS, type Service, startService } from '../../../support/service/service.js';
import { stored } from '../../../support/service/stored.js';

let service: Service;
/** While set, the copy behaves as one that dies after its changes are committed and before it has answered. */
let dying = false;
/** What happens between a change and the keeping of its answer. */
let meanwhile: (() => Promise<unknown>) | null = null;
beforeAll(async () => {
  service = await startService({ DEBUG_STATEMENTS: 'false' }, database => ({
    ...database,
    query: async (text, values) => {
      const happens = /^update idempotent_request set answer/.test(text) ? meanwhile : null;
      if (happens) {
        meanwhile = null;
        await happens();
      }
      return dying && /^(update|delete from) idempotent_request/.test(text) && !/hours/.test(text)
        ? Promise.reject(new Error('the copy is dead'))
        : database.query(text, values);
    },
  }));
});
afterEach(() => void (dying = false));
afterAll(() => service.stop());

interface Reply {
  status: number;
  replayed: string | null;
  retryAfter: string | null;
  text: string;
  body: { data?: any; errors?: { message: string; extensions: { code: string } }[] };
}

interface Sent {
  key?: string | null;
  idempotencyKey?: string;
  operationName?: string;
}

async function send(
  query: string,
  variables: object,
  { key = KEYS.admin, idempotencyKey = randomUUID(), operationName }: Sent = {},
): Promise<Reply> {
  const response = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey,
      ...(key && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const text = await response.text();
  const { headers, status } = response;
  const [replayed, retryAfter] = [headers.get('idempotency-replayed'), headers.get('retry-after')];
  return { status, replayed, retryAfter, text, body: JSON.parse(text) };
}

const codeOf = ({ status, body }: Reply) => [status, body.errors?.[0]?.extensions.code];

const CREATE = `mutation($input: CreateIdeaInput!) {
  createIdea(input: $input) { idea { id code title version } userErrors { code message } }
}`;
const TWO = `mutation($a: CreateIdeaInput!, $b: CreateIdeaInput!) {
  a: createIdea(input: $a) { idea { id code } userErrors { code } }
  b: createIdea(input: $b) { idea { id code } userErrors { code } }
}`;
const KEY = `mutation { createApiKey(input: { name: "Skärm", role: INTEGRATOR }) { apiKey { id } secret userErrors { code } } }`;

let ownerId: string;
beforeAll(async () => {
  const { partner } = await service.as(KEYS.admin).run<any, object>('{ partner(slug: "techtank") { id } }');
  ownerId = partner.id;
});
const idea = (title: string) => ({ title: { sv: title }, summary: { sv: 'Prov' }, visibility: 'PUBLIC', ownerId });

async function count(title: string): Promise<number> {
  const rows = await service.database.query<{ id: string }>('select id from idea where title_sv = $1', [title]);
  return rows.length;
}

/** The time of the last attempt has run out, so that another may take over. */
const runOut = () => service.database.query(`update idempotent_request set busy_until = now() - interval '1 second'`);

describe('a mutation that is sent again with its key', () => {
  it('is answered as before, to the letter, and does nothing more', async () => {
    const idempotencyKey = randomUUID();
    const first = await send(CREATE, { input: idea('Vindskydd') }, { idempotencyKey });
    expect(first.replayed).toBeNull();
    await service
      .as(KEYS.admin)
      .run<any, object>('mutation($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { code } } }', {
        input: { id: first.body.data.createIdea.idea.id, summary: { sv: 'Annat' } },
      });
    const before = await stored(service.database);
    const again = await send(CREATE, { input: idea('Vindskydd') }, { idempotencyKey: `"${idempotencyKey}"` });
    expect([again.replayed, again.status, again.text]).toEqual(['true', first.status, first.text]);
    expect(await stored(service.database)).toEqual(before);
    expect(await count('Vindskydd')).toBe(1);
  });

  it('is answered with the same refusal, though it would be allowed by now', async () => {
    const idempotencyKey = randomUUID();
    const first = await send(CREATE, { input: { ...idea('Sen'), title: { sv: '' } } }, { idempotencyKey });
    expect(first.body.data.createIdea.userErrors).toHaveLength(1);
    const again = await send(CREATE, { input: { ...idea('Sen'), title: { sv: '' } } }, { idempotencyKey });
    expect([again.replayed, again.text]).toEqual(['true', first.text]);
  });

  it('gives a secret that was shown once to its sender again, and to nobody who reads the database', async () => {
    const idempotencyKey = randomUUID();
    const { secret } = (await send(KEY, {}, { idempotencyKey })).body.data.createApiKey;
    expect((await send(KEY, {}, { idempotencyKey })).body.data.createApiKey.secret).toBe(secret);
    const rows = JSON.stringify(await service.database.query('select * from idempotent_request'));
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(
      Buffer.from(secret as string)
        .toString('base64')
        .slice(4, -4),
    );
    expect(rows).not.toContain(idempotencyKey);
  });

  it('is another one with another key, and for another caller', async () => {
    const idempotencyKey = randomUUID();
    await send(CREATE, { input: idea('Skild') }, { idempotencyKey });
    await send(CREATE, { input: idea('Skild') });
    const other = await send(CREATE, { input: idea('Skild') }, { idempotencyKey, key: KEYS.partner });
    expect(other.replayed).toBeNull();
    expect(await count('Skild')).toBe(3);
  });

  it('is refused when it asks for something else', async () => {
    const idempotencyKey = randomUUID();
    await send(CREATE, { input: idea('Ett') }, { idempotencyKey });
    const before = await stored(service.database);
    expect(codeOf(await send(CREATE, { input: idea('Två') }, { idempotencyKey }))).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(await stored(service.database)).toEqual(before);
  });

  it('is known by what the request itself calls it, as copies of 0.1.0 know it', async () => {
    const [idempotencyKey, named] = [randomUUID(), CREATE.replace('mutation', 'mutation Named')];
    const input = idea('Namn');
    expect((await send(named, { input }, { idempotencyKey })).status).toBe(200);
    expect((await send(named, { input }, { idempotencyKey })).replayed).toBe('true');
    const called = await send(named, { input }, { idempotencyKey, operationName: 'Named' });
    expect(codeOf(called)).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('is done once when it is sent many times at once', async () => {
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(CREATE, { input: idea('Samtidig') }, { idempotencyKey })),
    );
    const answered = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(answered.map(({ text }) => text)).size).toBe(1);
    expect(refused.map(codeOf)).toEqual(refused.map(() => [409, 'IDEMPOTENCY_KEY_IN_USE']));
    expect(refused.every(({ retryAfter }) => retryAfter === '1')).toBe(true);
    expect(await count('Samtidig')).toBe(1);
  });

  it('may be mended and sent again when it was refused before anything was executed', async () => {
    const idempotencyKey = randomUUID();
    const wrong = await send(CREATE.replace('version', 'versoin'), { input: idea('Lagad') }, { idempotencyKey });
    expect(codeOf(wrong)).toEqual([200, 'GRAPHQL_VALIDATION_FAILED']);
    expect((await send(CREATE, { input: idea('Lagad') }, { idempotencyKey })).body.data.createIdea.userErrors).toEqual(
      [],
    );
  });

  it('is answered anew where something was redacted before its answer was kept', async () => {
    const run = (document: string, input: object): Promise<any> => service.as(KEYS.admin).run(document, { input });
    const { body } = await send(CREATE, { input: idea('Kustvakt') });
    const { id } = body.data.createIdea.idea;
    await run('mutation($input: IdeaStateInput!) { pauseIdea(input: $input) { userErrors { code } } }', {
      ...{ id, reason: 'Anna är sjuk.' },
    });
    const { activity }: any = await service.as(KEYS.admin).run('{ activity(first: 1) { nodes { id } } }');
    const redaction = { id: activity.nodes[0].id, fields: ['reason'], reason: 'Artikel 17' };
    meanwhile = () =>
      run(
        'mutation($input: RedactActivityInput!) { redactActivity(input: $input) { userErrors { code } } }',
        redaction,
      );

    const idempotencyKey = randomUUID();
    const first = await send(CREATE, { input: idea('Fyrskepp') }, { idempotencyKey });
    expect(meanwhile).toBeNull();
    const again = await send(CREATE, { input: idea('Fyrskepp') }, { idempotencyKey });
    expect([again.replayed, again.body.data.createIdea.idea.id]).toEqual([null, first.body.data.createIdea.idea.id]);
    expect(await count('Fyrskepp')).toBe(1);
  });

  it('is forgotten after 24 hours', async () => {
    const idempotencyKey = randomUUID();
    await send(CREATE, { input: idea('Glömd') }, { idempotencyKey });
    await service.database.query(`update idempotent_request set created_at = now() - interval '25 hours'`);
    expect((await send(CREATE, { input: idea('Glömd') }, { idempotencyKey })).replayed).toBeNull();
    expect(await count('Glömd')).toBe(2);
    const rows = await service.database.query('select from idempotent_request');
    expect(rows).toHaveLength(1);
  });
});

describe('when the copy dies after the change and before the answer', () => {
  it('the change is not made again, and the answer is what it made', async () => {
    const idempotencyKey = randomUUID();
    dying = true;
    const first = await send(CREATE, { input: idea('Dödad') }, { idempotencyKey });
    dying = false;
    expect(codeOf(await send(CREATE, { input: idea('Dödad') }, { idempotencyKey }))).toEqual([
      409,
      'IDEMPOTENCY_KEY_IN_USE',
    ]);
    await runOut();
    const again = await send(CREATE, { input: idea('Dödad') }, { idempotencyKey });
    expect([again.replayed, again.text]).toEqual([null, first.text]);
    expect((await send(CREATE, { input: idea('Dödad') }, { idempotencyKey })).replayed).toBe('true');
    expect(await count('Dödad')).toBe(1);
  });

  it('secrets and reports come back as well', async () => {
    const idempotencyKey = randomUUID();
    dying = true;
    const first = await send(KEY, {}, { idempotencyKey });
    dying = false;
    await runOut();
    expect((await send(KEY, {}, { idempotencyKey })).body).toEqual(first.body);
  });

  it('of several changes those that were made stay, and the others are made', async () => {
    const idempotencyKey = randomUUID();
    const variables = { a: idea('Första'), b: idea('Andra') };
    dying = true;
    await send(TWO, variables, { idempotencyKey });
    dying = false;
    // As if the copy had died between the two.
    await service.database.query(`update idempotent_request set changes = changes - '1'`);
    await runOut();
    const [first, second] = [await count('Första'), await count('Andra')];
    const { body } = await send(TWO, variables, { idempotencyKey });
    expect(body.data.b.userErrors).toEqual([]);
    expect([await count('Första'), await count('Andra')]).toEqual([first, second + 1]);
  });
});

describe('a key', () => {
  it.each(['short', 'with blanks in between', 'x'.repeat(256)])('is refused when it is %s', async idempotencyKey => {
    const before = await stored(service.database);
    const answer = await send(CREATE, { input: idea('Fel') }, { idempotencyKey });
    expect(codeOf(answer)).toEqual([400, 'IDEMPOTENCY_KEY_INVALID']);
    expect(await stored(service.database)).toEqual(before);
  });

  it('on a query, or of somebody who may change nothing, does nothing', async () => {
    const before = await stored(service.database);
    const idempotencyKey = randomUUID();
    for (let i = 0; i < 2; i += 1) {
      const query = await send('{ viewer { name } }', {}, { idempotencyKey });
      const anonymous = await send(CREATE, { input: idea('Nej') }, { idempotencyKey, key: null });
      expect([query.replayed, query.status]).toEqual([null, 200]);
      expect(anonymous.body.data.createIdea.userErrors[0].code).toBe('FORBIDDEN');
    }
    expect(await stored(service.database)).toEqual(before);
  });
});
