import { askBy, openBy, signIn } from '../../support/service/browser.js';
import { eventually } from '../../support/service/listener.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';
import { stored } from '../../support/service/stored.js';

let service: Service;
let cookie: string;
beforeAll(async () => {
  service = await startService();
  ({ cookie } = await signIn(service, KEYS.partner));
}, 60_000);
afterAll(() => service.stop());

const VIEWER = '{ viewer { role } }';
const SUBSCRIPTION = 'subscription { fundingCallPublished { id } }';

/** What a browser says of where a request comes from. */
const FROM: Readonly<Record<string, () => Record<string, string>>> = {
  'our page': () => ({ origin: service.url, 'sec-fetch-site': 'same-origin' }),
  'our page, by its origin alone': () => ({ origin: service.url }),
  'our page, by fetch metadata alone': () => ({ 'sec-fetch-site': 'same-origin' }),
  'a person': () => ({ 'sec-fetch-site': 'none' }),
  'an old browser, or a program': () => ({}),
  'another port of the host': () => ({ origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }),
  'a sibling of the host': () => ({ 'sec-fetch-site': 'same-site' }),
  'another site': () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
  'another site, by its origin alone': () => ({ origin: 'https://evil.example' }),
  'another site, by fetch metadata alone': () => ({ 'sec-fetch-site': 'cross-site' }),
  'a page without an origin': () => ({ origin: 'null' }),
  'a page that says two things': () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }),
  'a page whose origin is no address': () => ({ origin: 'service.url' }),
};

/** Whether the cookie counts: for what is asked of the API, and for a file. */
const COUNTS = `
  our page                              yes yes
  our page, by its origin alone         yes yes
  our page, by fetch metadata alone     yes yes
  a person                              no  yes
  an old browser, or a program          no  yes
  another port of the host              no  no
  a sibling of the host                 no  no
  another site                          no  no
  another site, by its origin alone     no  no
  another site, by fetch metadata alone no  no
  a page without an origin              no  no
  a page that says two things           no  no
  a page whose origin is no address     no  no
`
  .trim()
  .split('\n')
  .map(line => /^(.+?) +(yes|no) +(yes|no)$/.exec(line.trim())!.slice(1) as [string, string, string]);

/** Sends with the cookie what comes from somewhere. */
const send = (from: string, path: string, init: { method?: string; body?: string; headers?: object } = {}) =>
  fetch(`${service.url}${path}`, { ...init, headers: { cookie, ...FROM[from]!(), ...init.headers } as never });

const outcome = async (response: Response): Promise<string> => {
  if (response.ok) return 'yes';
  expect([response.status, (await response.json()).errors[0].extensions.code]).toEqual([403, 'CROSS_ORIGIN']);
  return 'no';
};

describe.each(COUNTS)('the cookie with what comes from %s', (from, ofApi, ofFile) => {
  it(`counts for what is asked by POST: ${ofApi}`, async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await send(from, '/graphql', { method: 'POST', body: JSON.stringify({ query: VIEWER }), headers });
    if (response.ok) expect((await response.clone().json()).data.viewer.role).toBe('PARTNER');
    expect(await outcome(response)).toBe(ofApi);
  });

  it(`counts for what is asked by GET: ${ofApi}`, async () => {
    const headers = { 'apollo-require-preflight': '1' };
    expect(await outcome(await send(from, `/graphql?query=${encodeURIComponent(VIEWER)}`, { headers }))).toBe(ofApi);
  });

  it(`counts for a stream of events: ${ofApi}`, async () => {
    const headers = { accept: 'text/event-stream' };
    const response = await send(from, `/graphql/stream?query=${encodeURIComponent(SUBSCRIPTION)}`, { headers });
    expect(await outcome(response)).toBe(ofApi);
    await response.body?.cancel().catch(() => undefined);
  });

  it(`counts for a file: ${ofFile}`, async () => {
    expect(await outcome(await send(from, '/export/ideas.csv'))).toBe(ofFile);
  });

  it(`counts for a protocol by POST: ${ofApi}`, async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await send(from, '/common-grants/opportunities/search', { method: 'POST', body: '{}', headers });
    expect(await outcome(response)).toBe(ofApi);
  });
});

describe('a form of any site', () => {
  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'changes nothing as %s, wherever it is sent from',
    async type => {
      const before = await stored(service.database);
      const query = 'mutation { createFeedToken(input: { name: "Stulen" }) { secret } }';
      for (const from of Object.keys(FROM)) {
        const init = { method: 'POST', body: JSON.stringify({ query }), headers: { 'content-type': type } };
        expect((await send(from, '/graphql', init)).status).toBe(415);
      }
      expect(await stored(service.database)).toEqual(before);
    },
  );
});

describe('a WebSocket with the cookie', () => {
  it('of our page listens as who is signed in', async () => {
    const activity = openBy(service, 'subscription { activity { kind } }', { cookie, origin: service.url });
    await activity.connected;
    const input = '{ title: { sv: "Bara vår" }, summary: { sv: "Den ser ingen annan." }, visibility: CONSORTIUM }';
    await askBy(service, `mutation { createIdea(input: ${input}) { idea { id } } }`, { cookie });
    await eventually(
      () => activity.events.length > 0,
      () => 'nothing came',
    );
    expect(activity.events).toContainEqual({ activity: { kind: 'IDEA_CREATED' } });
    await activity.stop();
  });

  it.each(['https://evil.example', 'http://127.0.0.1:1', 'null', undefined])(
    'of another origin is closed: %s',
    async origin => {
      expect(await openBy(service, SUBSCRIPTION, { cookie, origin }).ended).toEqual({ code: 4403 });
    },
  );

  it.each(['https://evil.example', undefined])(
    'goes by its first message where that says who asks: %s',
    async origin => {
      const params = { authorization: `Bearer ${KEYS.integrator}` };
      const socket = openBy(service, SUBSCRIPTION, { cookie, origin, params });
      await socket.connected;
      await socket.stop();
    },
  );

  it('of nobody is as it was, from anywhere', async () => {
    const socket = openBy(service, SUBSCRIPTION, { cookie: '', origin: 'https://dashboard.example' });
    await socket.connected;
    await socket.stop();
  });
});
