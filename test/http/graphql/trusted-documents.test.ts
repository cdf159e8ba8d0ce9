import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { getIntrospectionQuery, parse, print } from 'graphql';
import { WebSocket } from 'ws';
import { readConfig } from '../../../src/config.js';
import { eventually } from '../../support/service/listener.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

const VIEWER = print(parse('query Who { viewer { name } }'));
const RENAME = print(
  parse('mutation Rename($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { code } } }'),
);
const ACTIVITY = print(parse('subscription Follow { activity { kind } }'));
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
const manifest = join(folder, 'persisted-documents.json');
const more = join(folder, 'more.json');
// As code generation writes them, with SHA-1 by default, and with SHA-256.
writeFileSync(manifest, JSON.stringify({ [sha1(VIEWER)]: VIEWER }));
writeFileSync(
  more,
  JSON.stringify(Object.fromEntries([RENAME, ACTIVITY].map(text => [`sha256:${sha256(text)}`, text]))),
);
afterAll(() => rmSync(folder, { recursive: true }));

const settings = { TRUSTED_DOCUMENTS: `${manifest},${more}` };
let open: Service;
let strict: Service;
beforeAll(async () => {
  open = await startService(settings);
  strict = await startService({ ...settings, TRUSTED_DOCUMENTS_ONLY: 'true' });
});
afterAll(async () => {
  await open.stop();
  await strict.stop();
});

interface Reply {
  data?: any;
  errors?: { message: string; extensions: { code: string } }[];
}

async function post({ url }: Service, body: object, path = '/graphql'): Promise<Reply> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEYS.admin}` },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Reply;
}

async function get({ url }: Service, parameters: Record<string, string>): Promise<Reply> {
  const response = await fetch(`${url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { 'apollo-require-preflight': '1', authorization: `Bearer ${KEYS.admin}` },
  });
  return (await response.json()) as Reply;
}

/** The first event of a subscription, or the code of the error that ended it. */
function firstOf({ url }: Service, payload: Record<string, unknown>): { told: Promise<string>; stop(): void } {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${KEYS.admin}` },
  });
  const { promise, resolve } = Promise.withResolvers<string>();
  client.subscribe(
    { query: '', ...payload },
    {
      next: ({ data }) => resolve((data as any).activity.kind),
      error: error => resolve((error as { extensions: { code: string } }[])[0]!.extensions.code),
      complete: () => undefined,
    },
  );
  return { told: promise, stop: () => void client.dispose() };
}

const codeOf = ({ errors }: Reply) => errors?.[0]?.extensions.code;
const NAME = { viewer: { name: 'Region Blekinge (demo)' } };
const apollo = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });

describe.each([
  ['that answers other documents as well', () => open],
  ['that answers nothing else', () => strict],
] as const)('a service %s', (_name, service) => {
  it.each([
    ['the identifier of the manifest', sha1(VIEWER)],
    ['the SHA-256 of its text', sha256(VIEWER)],
    ['the SHA-256 with the prefix of the specification', `sha256:${sha256(VIEWER)}`],
  ])('answers a trusted document by %s', async (_what, documentId) => {
    expect((await post(service(), { documentId })).data).toEqual(NAME);
    expect((await get(service(), { documentId, operationName: 'Who' })).data).toEqual(NAME);
  });

  it("answers it by the hash that Apollo's clients send, with and without its text", async () => {
    const extensions = apollo(sha256(VIEWER));
    expect((await post(service(), { extensions })).data).toEqual(NAME);
    expect((await post(service(), { extensions, query: VIEWER })).data).toEqual(NAME);
    expect((await get(service(), { extensions: JSON.stringify(extensions) })).data).toEqual(NAME);
  });

  it('takes variables with it, and refuses mutations by GET all the same', async () => {
    const documentId = sha256(RENAME);
    const { data } = await post(service(), { documentId, variables: { input: { id: 'idea_1' } } });
    expect(data.updateIdea.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    expect(codeOf(await get(service(), { documentId, variables: '{"input":{"id":"idea_1"}}' }))).toBe('BAD_REQUEST');
  });

  it('says of an identifier that it does not know it', async () => {
    for (const body of [{ documentId: 'sha256:1234' }, { extensions: apollo('1234') }])
      expect(codeOf(await post(service(), body))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('answers subscriptions by identifier over WebSocket and server-sent events', async () => {
    const socket = firstOf(service(), { documentId: sha256(ACTIVITY) });
    const stream = await fetch(`${service().url}/graphql/stream`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${KEYS.admin}`,
      },
      body: JSON.stringify({ extensions: apollo(sha256(ACTIVITY)) }),
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    await stream.body!.cancel();
    let heard: string | undefined;
    void socket.told.then(kind => (heard = kind));
    await eventually(
      async () => (await rename(service()), heard !== undefined),
      () => 'nothing was told',
    );
    expect(heard).toBe('IDEA_UPDATED');
    socket.stop();
  });
});

let renamed = 0;
async function rename(service: Service): Promise<void> {
  const [idea] = await service.database.query<{ id: string }>('select id from idea limit 1');
  renamed += 1;
  const input = { id: idea!.id, title: { sv: `Titel ${renamed}` } };
  await post(service, { documentId: sha256(RENAME), variables: { input } });
}

describe('any other document', () => {
  const OTHER = '{ viewer { role } }';

  it('is answered while nothing is said against it, also with a hash that is not known', async () => {
    expect((await post(open, { query: OTHER })).data).toEqual({ viewer: { role: 'ADMIN' } });
    expect((await post(open, { query: OTHER, extensions: apollo(sha256(OTHER)) })).data).toBeDefined();
  });

  it('is refused where only trusted ones are answered, whichever way it comes', async () => {
    const refused = 'UNTRUSTED_DOCUMENT';
    expect(codeOf(await post(strict, { query: OTHER }))).toBe(refused);
    expect(codeOf(await post(strict, { query: OTHER, extensions: apollo(sha256(OTHER)) }))).toBe(refused);
    expect(codeOf(await post(strict, { query: getIntrospectionQuery() }))).toBe(refused);
    expect(codeOf(await get(strict, { query: OTHER }))).toBe(refused);
    expect(codeOf(await post(strict, { query: 'subscription { activity { kind } }' }, '/graphql/stream'))).toBe(
      refused,
    );
    const socket = firstOf(strict, { query: 'subscription { activity { kind } }' });
    expect(await socket.told).toBe(refused);
    socket.stop();
  });

  it('is let through if its text is that of a trusted one', async () => {
    expect((await post(strict, { query: VIEWER })).data).toEqual(NAME);
  });
});

describe('a manifest', () => {
  const wrong = (content: string) => {
    writeFileSync(join(folder, 'wrong.json'), content);
    return () => readConfig({ TRUSTED_DOCUMENTS: join(folder, 'wrong.json') });
  };

  it('is refused at start when it cannot be used, in one line that says why', () => {
    expect(wrong('[')).toThrow(/^TRUSTED_DOCUMENTS: .*wrong.json cannot be used: .*JSON/);
    expect(wrong('{"a": 1}')).toThrow(/it must be an object of identifiers and documents$/);
    expect(wrong('{"a": "query {"}')).toThrow(/cannot be used: Syntax Error/);
    expect(() => readConfig({ TRUSTED_DOCUMENTS: '/no/such/file' })).toThrow(/ENOENT/);
    expect(() => readConfig({ TRUSTED_DOCUMENTS_ONLY: 'true' })).toThrow(/^TRUSTED_DOCUMENTS_ONLY: needs/);
  });
});
