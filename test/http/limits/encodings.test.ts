import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorTime } from '../../support/processor-time.js';
import * as fc from '../../support/properties.js';
import { Watch } from '../../support/service/executions.js';
import { type Raw, sendRaw } from '../../support/service/raw-request.js';
import { type Service, startBeside, startService } from '../../support/service/service.js';

const TRUSTED = 'query Who($n: Int = 1) { viewer { name } ideas(first: $n) { totalCount } }';
const folder = mkdtempSync(join(tmpdir(), 'encodings-'));
const manifest = join(folder, 'documents.json');
writeFileSync(manifest, JSON.stringify({ who: TRUSTED }));

let open: Service;
let strict: Service;
let watch: Watch;
beforeAll(async () => {
  open = await startService();
  strict = await startBeside(open, { TRUSTED_DOCUMENTS: manifest, TRUSTED_DOCUMENTS_ONLY: 'true' });
  watch = new Watch(open, strict);
});
afterAll(async () => {
  await strict.stop();
  await open.stop();
  rmSync(folder, { recursive: true });
});

const HEADERS = { 'apollo-require-preflight': '1' };
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** Every character as the escapes of its bytes. */
const escapedWhole = (text: string) =>
  [...Buffer.from(text)].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
const plus = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
const get = (query: string): Raw => ({ method: 'GET', path: `/graphql?${query}`, headers: HEADERS });
const harmless = encodeURIComponent('{ viewer { name } }');

describe.each([
  ['a service that answers any document', () => open],
  ['a service that answers trusted documents alone', () => strict],
] as const)('%s', (_name, service) => {
  const EVIL: Readonly<Record<string, string>> = {
    'a deep document': `{ focusArea(code: "tech") ${'{ parent '.repeat(18)}{ name }${'}'.repeat(18)} }`,
    'an alias bomb': `{ ${times(60, i => `a${i}: viewer { name }`)} }`,
    'pages inside pages':
      '{ ideas(first: 100) { nodes { owner { ideas(first: 100) { nodes { owner { ideas(first: 100) { nodes { code } } } } } } } } }',
  };
  const ENCODINGS: Readonly<Record<string, (evil: string) => string>> = {
    'as it should be': evil => `query=${encodeURIComponent(evil)}`,
    'with every byte escaped, also of the name': evil => `%71uery=${escapedWhole(evil)}`,
    'with plus for spaces': evil => `query=${plus(evil)}`,
    'raw where it may be': evil => `query=${evil.replaceAll(' ', ',')}`,
    'before an escape that is no UTF-8': evil => `query=${encodeURIComponent(evil)}%23%FF`,
    'before half an escape': evil => `query=${encodeURIComponent(evil)}%`,
    'before a broken escape': evil => `query=${encodeURIComponent(evil)}%23%zz`,
    'before an escaped surrogate': evil => `query=${encodeURIComponent(evil)}%23%ED%A0%80`,
    'before an overlong form': evil => `query=${encodeURIComponent(evil)}%23%C0%AF`,
    'before a fragment': evil => `query=${encodeURIComponent(evil)}#`,
    'behind a fragment': evil => `#?query=${encodeURIComponent(evil)}`,
    'beside broken variables': evil => `query=${encodeURIComponent(evil)}&variables=%`,
    'beside a stray broken escape': evil => `%zz=1&query=${encodeURIComponent(evil)}`,
    'behind a byte order mark': evil => `query=%EF%BB%BF${encodeURIComponent(evil)}`,
    'after a harmless one': evil => `query=${harmless}&query=${encodeURIComponent(evil)}`,
    'before a harmless one': evil => `query=${encodeURIComponent(evil)}&query=${harmless}`,
    'after another question mark': evil => `?query=${encodeURIComponent(evil)}`,
    'as an item of a list': evil => `query[]=${encodeURIComponent(evil)}`,
    'with raw letters beyond ASCII': evil => `query=${encodeURIComponent(evil)}&x=\u00e5`,
  };
  const attacks = Object.entries(EVIL).flatMap(([what, evil]) =>
    Object.entries(ENCODINGS).map(([how, encode]) => ({ what, how, query: encode(evil) })),
  );

  it.each(attacks)('does not execute $what by GET, $how', async ({ query }) => {
    let status = 0;
    const worked = processorTime();
    const { executed } = await watch.of(async () => {
      ({ status } = await sendRaw(service().url, { ...get(query), headers: { ...HEADERS, accept: MODERN } }));
    });
    expect([status, executed.size]).toEqual([400, 0]);
    // Promised is 100 ms; the bound leaves room for what else the process does.
    expect(worked()).toBeLessThan(1_000);
  });

  it('executes what was weighed, that very document, and nothing else, however it is encoded', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async asked => {
        let answer = { status: 0, body: '' };
        const { weighed, executed, variables } = await watch.of(
          async () => void (answer = await sendRaw(service().url, asked.raw)),
        );
        expect([...executed]).toEqual(weighed.map(({ operation }) => operation));
        for (const each of executed) expect(each).toBe(weighed[0]!.operation);
        const [only] = weighed;
        expect(isAnswered(answer.body)).toBe(only !== undefined);
        if (only) expect(only.operation.loc?.source.body).toBe(only.text);
        if (only && service() === strict) expect(only.text).toBe(TRUSTED);
        if (!asked.clean || (service() === strict && asked.text !== TRUSTED)) return;
        expect([answer.status, only?.text, variables[0]]).toEqual([200, asked.text, { n: 1, ...asked.variables }]);
      }),
      { numRuns: 150 },
    );
  });
});

const MODERN = 'application/graphql-response+json';

function isAnswered(body: string): boolean {
  try {
    return 'data' in (JSON.parse(body) as object);
  } catch {
    return false;
  }
}

interface Encoded {
  readonly raw: Raw;
  /** Whether it says without doubt what is asked, so that it must be answered. */
  readonly clean: boolean;
  readonly text: string;
  readonly variables: object;
}

/** All executable, and told apart by their texts. */
const texts = fc.constantFrom(
  TRUSTED,
  TRUSTED.replaceAll(' ', '  '),
  '# å ä ö 𝕊 \n query Other($n: Int = 1) { ideas(first: $n) { totalCount } }',
  'query ($n: Int = 1) { ideas(first: $n, filter: { text: "å+b %26 & # 100 %" }) { totalCount } }',
);
const asked = fc.record({ text: texts, variables: fc.constantFrom({}, { n: 2 }) });

/** Characters that no form of encoding asks to be escaped, and yet may be. */
const inUrl = (text: string) =>
  fc.infiniteStream(fc.integer({ min: 0, max: 2 })).map(stream =>
    [...text]
      .map(character => {
        const { value: how } = stream.next() as { value: number };
        if (how === 0) return escapedWhole(character).toUpperCase();
        return character === ' ' && how === 1 ? '+' : encodeURIComponent(character);
      })
      .join(''),
  );

const broken = fc.constantFrom(
  '%',
  '%z',
  '%zz',
  '%FF',
  '%23%FF',
  '#',
  '%C0%AF',
  '%ED%A0%80',
  '\u00e5',
  '%u0041',
  '#%23',
);
const stray = fc.constantFrom('&', '&x=1', '&query[]=1', '&a=%00', '&=', '&Query=%7B', '&operationname=x', '&;');

const byGet: fc.Arbitrary<Encoded> = asked.chain(({ text, variables }) =>
  fc
    .record({
      query: inUrl(text),
      given: inUrl(JSON.stringify(variables)),
      end: stray,
      fault: fc.option(fc.tuple(fc.nat(), fc.oneof(broken, fc.constant('&query=%7Bviewer%7Bname%7D%7D&'))), {
        freq: 2,
      }),
    })
    .map(({ query, given, end, fault }) => {
      const whole = `query=${query}&variables=${given}${end}`;
      const at = fault ? fault[0] % (whole.length + 1) : 0;
      const path = `/graphql?${whole.slice(0, at)}${fault?.[1] ?? ''}${whole.slice(at)}`;
      return { raw: { method: 'GET', path, headers: HEADERS }, clean: !fault, text, variables };
    }),
);

const cleanTypes = ['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'];
const otherTypes = [
  'application/json; charset=utf-7',
  'application/json; charset=utf-16le',
  'application/json; charset=iso-8859-1; charset=utf-8',
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/graphql',
  'application/jsonp',
];

const TWISTS: Readonly<Record<string, (body: Buffer, json: string) => Buffer>> = {
  none: body => body,
  'a byte order mark': body => Buffer.concat([Buffer.from('\ufeff'), body]),
  'UTF-16': (_body, json) => Buffer.from(json, 'utf16le'),
  'Latin-1': (_body, json) => Buffer.from(json, 'latin1'),
  'no UTF-8 at its end': body => Buffer.concat([body, Buffer.from([0xff])]),
  'no UTF-8 inside': body => Buffer.concat([body.subarray(0, 12), Buffer.from([0xc3]), body.subarray(12)]),
  'a key twice': (_body, json) => Buffer.from(json.replace('{', '{"query":"{ viewer { name } }",')),
  'a batch': (_body, json) => Buffer.from(`[${json}]`),
  nested: (_body, json) => Buffer.from(`{"query":${json}}`),
  'a text of a text': (_body, json) => Buffer.from(JSON.stringify(json)),
};

const byPost: fc.Arbitrary<Encoded> = fc
  .record({
    asked,
    type: fc.constantFrom(...cleanTypes, ...otherTypes),
    twist: fc.constantFrom(...Object.keys(TWISTS)),
    ascii: fc.boolean(),
    url: fc.constantFrom('', `?query=${harmless}`, '?query=%', '?variables=%7B%22n%22:9%7D'),
  })
  .map(({ asked: { text, variables }, type, twist, ascii, url }) => {
    const written = JSON.stringify({ query: text, variables });
    const json = ascii
      ? written.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      : written;
    const body = TWISTS[twist]!(Buffer.from(json), json);
    const clean = cleanTypes.includes(type) && ['none', 'a byte order mark'].includes(twist);
    return {
      raw: { method: 'POST', path: `/graphql${url}`, headers: { 'content-type': type }, body },
      clean,
      text,
      variables,
    };
  });

const requests = fc.oneof(byGet, byPost);
