import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fastify from 'fastify';
import { everybody } from '../../src/http/admission/admission.js';
import { openapi } from '../../src/http/openapi/serve-openapi.js';
import { KEYS, type Service, startService } from '../support/service/service.js';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { name: string; in: string }[];
  readonly responses: Readonly<Record<string, { content: Record<string, { schema: object }> }>>;
}

let service: Service;
let document: any;
let places: Record<string, string>;
beforeAll(async () => {
  service = await startService(OPEN_DATA);
  document = await (await fetch(`${service.url}/openapi.json`)).json();
  places = await placesOf();
}, 60_000);
afterAll(() => service.stop());

/** So that there is a catalogue of open data. */
const OPEN_DATA = {
  ...{ PUBLISHER: 'Region Blekinge', PUBLISHER_CONTACT: 'data@region.example', STATEMENTS_REVIEWED: '2026-11-01' },
  ...{ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'ks3@region.example', PUBLIC_URL: 'https://ks3.example' },
  DCAT_LICENCE: 'CC0-1.0',
};

const operations = (): [path: string, method: string, operation: Operation][] =>
  Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  );

/** What stands in the place of a part of an address: of a call that there is. */
async function placesOf(): Promise<Record<string, string>> {
  const { items } = await (await fetch(`${service.url}/common-grants/opportunities`)).json();
  const [{ diarienummer }] = await (await fetch(`${service.url}/gdp/utlysningar`)).json();
  return { id: items[0].id, diarienummer };
}

function ask(path: string, method: string, query = '') {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(places[name]!));
  return fetch(`${service.url}${address}${query}`, {
    method,
    headers: {
      authorization: `Bearer ${KEYS.partner}`,
      ...(method === 'post' && { 'content-type': 'application/json' }),
    },
    ...(method === 'post' && { body: '{}' }),
  });
}

function faultsOf(schema: object, value: unknown): unknown[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: [{ $id: 'document', ...document }] });
  formats.default(ajv, ['date', 'date-time', 'uri', 'uuid']);
  const resolved = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')) as object;
  const validate = ajv.compile(resolved);
  return validate(value) ? [] : (validate.errors ?? []);
}

it('the document is good by the specification of OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

it('it is of the version that the package has', () => {
  const own = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(document.info.version).toBe(own.version);
});

it('it tells of exports, feeds, the calendar, GDP, CommonGrants, DCAT and health, each by a name of its own', () => {
  const names = operations().map(([, , { operationId }]) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining([
      ...['export_ideas_csv', 'export_activity_xlsx', 'template_calls', 'calendar', 'feed_calls', 'gdp_utlysningar'],
      ...[
        'gdp_utlysning',
        'common_grants_list',
        'common_grants_get',
        'common_grants_search',
        'catalogue',
        'health',
        'ready',
      ],
    ]),
  );
});

it('every address answers in a form that the document tells of', async () => {
  for (const [path, method, { responses }] of operations()) {
    const answer = await ask(path, method);
    const type = answer.headers.get('content-type')!.split(';')[0]!;
    const described = responses['200']!.content[type];
    expect([path, answer.status, type, described !== undefined]).toEqual([path, 200, type, true]);
    const value = type === 'application/json' ? await answer.json() : void (await answer.arrayBuffer());
    if (type === 'application/json') expect([path, faultsOf(described!.schema, value)]).toEqual([path, []]);
  }
}, 60_000);

it('the address of a call is handed out as the URI that the document promises', async () => {
  const create =
    'mutation ($input: CreateFundingCallInput!) { createFundingCall(input: $input) { call { id } userErrors { code } } }';
  const input = { identifier: 'IRI-1', title: { sv: 'Grön' }, programme: 'Impact', funder: 'Vinnova' };
  const made = { ...input, deadlineModel: 'CONTINUOUS', url: 'https://x.example/grön?a=[å]|1' };
  await service.as(KEYS.admin).run<any, object>(create, { input: made });
  const answer = await fetch(`${service.url}/common-grants/opportunities?pageSize=1`);
  const list = await answer.json();
  const { schema } = document.paths['/common-grants/opportunities'].get.responses['200'].content['application/json'];
  expect([list.items[0].source, faultsOf(schema, list)]).toEqual([
    'https://x.example/gr%C3%B6n?a=%5B%C3%A5%5D%7C1',
    [],
  ]);
  const calendar = await (await fetch(`${service.url}/calendar.ics`)).text();
  expect(calendar.match(/^URL.*[^\x20-\x7e\r].*$/gm)).toBeNull();
});

it('every address takes the parameters that the document tells of and no others, and refuses in the form it tells', async () => {
  for (const [path, method, { parameters, responses }] of operations().filter(
    ([, , { responses }]) => responses['400'],
  )) {
    const answer = await ask(path, method, '?nonsense=1');
    const refusal = await answer.json();
    const [, taken] = /There are: (.*?)\./.exec(JSON.stringify(refusal))!;
    const told = parameters.filter(parameter => parameter.in === 'query').map(({ name }) => name);
    expect([path, answer.status, taken!.split(', ').sort()]).toEqual([path, 400, [...told, 'key'].sort()]);
    const { schema } = responses['400']!.content['application/json']!;
    expect([path, faultsOf(schema, refusal)]).toEqual([path, []]);
  }
}, 60_000);

it('what there is not is refused in the form that the document tells', async () => {
  for (const [path] of operations().filter(([, , { parameters }]) =>
    parameters.some(parameter => parameter.in === 'path'),
  )) {
    const answer = await fetch(`${service.url}${path.replace(/\{\w+\}/, 'nothing')}`);
    const { schema } = document.paths[path].get.responses['404'].content['application/json'];
    expect([path, answer.status, faultsOf(schema, await answer.json())]).toEqual([path, 404, []]);
  }
});

it('what can be had already, and what can be wrong with what is posted, is told of', async () => {
  for (const [path, method, { responses }] of operations()) {
    const { headers } = await ask(path, method);
    expect([path, '304' in responses]).toEqual([path, headers.has('etag')]);
    expect([path, '413' in responses, '415' in responses]).toEqual([path, method === 'post', method === 'post']);
  }
}, 60_000);

it('a part of an address that is too long is told of where an address has parts', async () => {
  for (const [path, method, { responses }] of operations()) {
    const { status } = await fetch(`${service.url}${path.replace(/\{\w+\}/, 'x'.repeat(5_000))}`, { method });
    expect([path, '414' in responses]).toEqual([path, status === 414]);
  }
});

it('those who watch may add parameters, which nobody looks at', async () => {
  for (const path of ['/health', '/ready', '/metrics', '/openapi.json'])
    expect([path, (await fetch(`${service.url}${path}?probe=1`)).status]).toEqual([path, 200]);
});

it('a route that says nothing of itself keeps the service from starting', async () => {
  const server = fastify();
  const page = () => undefined;
  await openapi(page).setUp!(server);
  server.get('/page', { config: { admission: page } }, async () => '');
  server.get('/export/secret.csv', { config: { admission: everybody } }, async () => '');
  await expect(server.ready()).rejects.toThrow('not described for /openapi.json: GET /export/secret.csv');
  await server.close();
});
