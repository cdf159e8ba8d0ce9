import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startProcess } from '../../../support/service/process.js';
import { KEYS, type Service, startCopy, startService } from '../../../support/service/service.js';

const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

const CREATE = `mutation($input: CreateIdeaInput!) { createIdea(input: $input) { idea { code } userErrors { code } } }`;
const RETITLE = `mutation($input: UpdateIdeaInput!) { updateIdea(input: $input) { idea { version } userErrors { code } } }`;

onServer('several copies of the service', () => {
  const short = { REQUEST_TIMEOUT_MS: '2000' };
  let one: Service;
  let other: Service;
  beforeAll(async () => {
    one = await startService(short);
    other = await startCopy(one, short);
  });
  afterAll(async () => {
    await other.stop();
    await one.stop();
  });

  const send = (url: string, query: string, input: object, idempotencyKey: string) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey,
        authorization: `Bearer ${KEYS.admin}`,
      },
      body: JSON.stringify({ query, variables: { input } }),
    });

  async function anIdea(): Promise<{ id: string; version: number }> {
    const [row] = await one.database.query<{ id: string; version: number }>(
      'select id, version from idea order by number limit 1',
    );
    return row!;
  }

  const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

  it('know of each other what has been answered', async () => {
    const { id } = await anIdea();
    const key = randomUUID();
    const first = await send(one.url, RETITLE, { id, title: { sv: 'Delad' } }, key);
    const again = await send(other.url, RETITLE, { id, title: { sv: 'Delad' } }, key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.text()).toBe(await first.text());
  });

  it('let a later attempt take over from one that hangs, which then changes nothing', async () => {
    const { id, version } = await anIdea();
    const key = randomUUID();
    const blocker = new pg.Client(one.databaseUrl!);
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('select from idea where id = $1 for update', [id]);
    const hanging = await send(one.url, RETITLE, { id, title: { sv: 'Övertagen' } }, key);
    expect(hanging.status).toBe(503);
    await wait(100);
    const later = send(other.url, RETITLE, { id, title: { sv: 'Övertagen' } }, key);
    await wait(200);
    await blocker.query('commit');
    await blocker.end();
    const { data } = (await (await later).json()) as { data: any };
    expect(data.updateIdea).toEqual({ idea: { version: version + 1 }, userErrors: [] });
    await wait(200);
    expect((await anIdea()).version).toBe(version + 1);
  });

  it('make each change once, whenever one of them is killed', async () => {
    const { partner } = await one.as(KEYS.admin).run<any, object>('{ partner(slug: "techtank") { id } }');
    const wanted = Array.from({ length: 60 }, (_, i) => ({ key: randomUUID(), title: `Överlever ${i}` }));
    const inputOf = (title: string) => ({
      title: { sv: title },
      summary: { sv: 'Prov' },
      visibility: 'PUBLIC',
      ownerId: partner.id,
    });
    const mortal = await startProcess({ DATABASE_URL: one.databaseUrl!, SEED: 'none', ...short });
    const sent = wanted.map(({ key, title }) => send(mortal.url, CREATE, inputOf(title), key).catch(() => null));
    await Promise.race(sent);
    mortal.signal('SIGKILL');
    const answered = await Promise.all(sent);
    expect(answered.some(answer => answer === null)).toBe(true);
    await wait(2_100);
    for (const { key, title } of wanted) {
      const { data } = (await (await send(one.url, CREATE, inputOf(title), key)).json()) as { data: any };
      expect(data.createIdea.userErrors).toEqual([]);
    }
    const rows = await one.database.query<{ title: string; times: number }>(
      `select title_sv as title, count(*)::int as times from idea where title_sv like 'Överlever %' group by 1`,
    );
    expect(rows).toHaveLength(60);
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
  });
});
