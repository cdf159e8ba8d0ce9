import { formOf } from '../../src/http/compression.js';
import { type Service, startService } from '../support/service/service.js';

let service: Service;
beforeAll(async () => (service = await startService({ DEBUG_STATEMENTS: 'false' })));
afterAll(() => service.stop());

const LONG = '{ ideas(first: 50) { nodes { code title summary } } }';
const SHORT = '{ viewer { name } }';

function ask(query: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${service.url}/graphql?${new URLSearchParams({ query })}`, {
    headers: { 'content-type': 'application/json', ...headers },
  });
}

const encodingOf = ({ headers }: Response) => headers.get('content-encoding');

/** Who takes only the first part of an answer says so: the service would wait for them to take the rest. */
async function beginningOf(response: Response): Promise<string> {
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

it('compresses a long answer for those who take gzip', async () => {
  const [plain, packed] = [
    await ask(LONG, { 'accept-encoding': 'identity' }),
    await ask(LONG, { 'accept-encoding': 'gzip, deflate, br' }),
  ];
  expect([encodingOf(plain), encodingOf(packed)]).toEqual([null, 'gzip']);
  expect(packed.headers.get('vary')).toContain('accept-encoding');
  const text = await plain.text();
  expect(Number(packed.headers.get('content-length'))).toBeLessThan(text.length / 2);
  expect(await packed.text()).toBe(text);
});

it.each(['identity', 'gzip;q=0', 'deflate, br'])('sends it as it is to those who take %s', async taken => {
  expect(encodingOf(await ask(LONG, { 'accept-encoding': taken }))).toBeNull();
});

it('sends short answers as they are', async () => {
  expect(encodingOf(await ask(SHORT, { 'accept-encoding': 'gzip' }))).toBeNull();
});

it('compresses also what is too long to do at once', async () => {
  const calls = await fetch(`${service.url}/common-grants/opportunities`, { headers: { 'accept-encoding': 'gzip' } });
  expect(encodingOf(calls)).toBe('gzip');
  expect((await calls.text()).length).toBeGreaterThan(64 * 1024);
});

it('gives each form a strong tag of its own, by which it is known again', async () => {
  const forms = [{ 'accept-encoding': 'identity' }, { 'accept-encoding': 'gzip' }];
  const tags = await Promise.all(forms.map(async form => (await ask(LONG, form)).headers.get('etag')!));
  expect(new Set(tags).size).toBe(2);
  for (const [index, tag] of tags.entries()) {
    expect(tag).toMatch(/^"/);
    const again = await ask(LONG, { ...forms[index], 'if-none-match': tag });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
    expect((await ask(LONG, { ...forms[1 - index], 'if-none-match': tag })).status).toBe(200);
  }
});

it('leaves files and streams alone', async () => {
  const headers = { 'accept-encoding': 'gzip' };
  const file = await fetch(`${service.url}/export/ideas.xlsx`, { headers });
  expect(encodingOf(file)).toBeNull();
  expect(await beginningOf(file)).toMatch(/^PK/);
  const query = new URLSearchParams({ query: 'subscription { ideasChanged { code } }' });
  const stream = await fetch(`${service.url}/graphql/stream?${query}`, {
    headers: { ...headers, accept: 'text/event-stream' },
  });
  expect(encodingOf(stream)).toBeNull();
  expect(await beginningOf(stream)).toBe(':\n\n');
});

it('remembers of a compressed answer nothing but its bytes', () => {
  const form = formOf('Grön omställning. '.repeat(200));
  expect(form.buffer.byteLength).toBe(form.length);
});
