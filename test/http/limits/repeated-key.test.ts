import { once } from 'node:events';
import { WebSocket } from 'ws';
import { repeatedKey } from '../../../src/http/admission/repeated-key.js';
import * as fc from '../../support/properties.js';
import { type Service, startService } from '../../support/service/service.js';

describe('JSON', () => {
  it('whose objects have each key once has no key twice, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1), (json, blanks) =>
        expect(repeatedKey(JSON.stringify(JSON.parse(json), null, blanks))).toBeNull(),
      ),
      { numRuns: 2_000 },
    );
  });

  it('with a key twice in one object has it, however it is written and wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.jsonValue(), fc.jsonValue(), (key, one, other) => {
        const escaped = [...JSON.stringify(key).slice(1, -1)].join('');
        const units = Array.from({ length: key.length }, (_, at) => key.charCodeAt(at).toString(16).padStart(4, '0'));
        const written = units.map(unit => `\\u${unit}`).join('');
        const twice = `{"${escaped}":${JSON.stringify(one)},"${written}":${JSON.stringify(other)}}`;
        expect(repeatedKey(`[{"\\\\":${twice}}]`)).toBe(key);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['{"a":{"a":1},"b":[{"a":1},{"a":"a"}]}', null],
    ['{"a":"\\"a\\"","b":"a"}', null],
    ['{"a":1,"b":{"c":[1,{}]},"a":2}', 'a'],
    ['["a","a"]', null],
    ['"a"', null],
  ])('%s', (json, key) => expect(repeatedKey(json)).toBe(key));

  it('of a megabyte of brackets or of one text is read once', () => {
    expect(repeatedKey('['.repeat(500_000) + ']'.repeat(500_000))).toBeNull();
    expect(repeatedKey(JSON.stringify({ content: '\\"'.repeat(500_000) }))).toBeNull();
  });
});

describe('A request that can be read in two ways', () => {
  let service: Service;
  beforeAll(async () => (service = await startService()), 60_000);
  afterAll(() => service.stop());

  const post = async (body: string) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${service.url}/graphql`, { method: 'POST', headers, body });
    return [answer.status, (await answer.json()).errors?.[0].message];
  };

  it.each([
    '{"query":"{ focusAreas { code } }","query":"{ ideas { totalCount } }"}',
    '{"query":"{ __typename }","variables":{"a":1,"\\u0061":2}}',
  ])('is refused: %s', async body =>
    expect(await post(body)).toEqual([400, expect.stringContaining('twice in one object')]),
  );

  it('is refused in a query string, too', async () => {
    const variables = encodeURIComponent('{"a":1,"a":2}');
    const answer = await fetch(`${service.url}/graphql?query=%7B__typename%7D&variables=${variables}`);
    expect([answer.status, (await answer.json()).errors[0].message]).toEqual([
      400,
      expect.stringContaining('variables has the key "a" twice in one object. Say it once'),
    ]);
  });

  it('is no message of a WebSocket, as what is no JSON at all is none', async () => {
    const ended = async (message: string) => {
      const socket = new WebSocket(`${service.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      await once(socket, 'open');
      socket.send(message);
      const [code] = await once(socket, 'close');
      return code;
    };
    expect(await ended('{"type":"ping","type":"connection_init"}')).toBe(4400);
    expect(await ended('{"type":"ping"')).toBe(4400);
  });

  it('says what is wrong with a key that all objects have', async () => {
    expect(await post('{"query":"{ __typename }","variables":{"__proto__":{}}}')).toEqual([
      400,
      'No body has a key __proto__, nor constructor with prototype in it.',
    ]);
    expect(await post('{"query":')).toEqual([400, expect.stringContaining('not valid JSON')]);
  });

  it('and one whose list is too long is told which', async () => {
    const variables = { filter: { partners: Array.from({ length: 1_001 }, () => 'a') } };
    const query = 'query ($filter: IdeaFilter) { ideas(filter: $filter) { totalCount } }';
    expect((await post(JSON.stringify({ query, variables })))[1]).toBe(
      'variables.filter.partners may have at most 1000 items and has 1001.',
    );
  });
});
