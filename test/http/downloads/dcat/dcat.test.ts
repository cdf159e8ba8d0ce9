import { Readable } from 'node:stream';
import { Parser, type Quad, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { DATASETS } from '../../../../src/http/downloads/dcat/open-datasets.js';
import { TABLES } from '../../../../src/http/downloads/tables.js';
import { heldToProfile, SHAPES } from '../../../support/rdf/profile.js';
import { KEYS, type Service, startBeside, startService } from '../../../support/service/service.js';

const PLACE = 'https://ks3.region.example';
const EVERYTHING = DATASETS.map(({ name }) => name).join(', ');
const OPEN = {
  PUBLISHER: 'Region Blekinge',
  PUBLISHER_CONTACT: 'oppnadata@region.example',
  STATEMENTS_REVIEWED: '2026-11-29',
  PUBLIC_URL: `${PLACE}/`,
  DCAT_LICENCE: 'CC0-1.0',
  DCAT_DATASETS: EVERYTHING,
};

let service: Service;
beforeAll(async () => {
  service = await startService(OPEN);
}, 60_000);
afterAll(() => service.stop());

const get = (path: string, headers: Record<string, string> = {}, from = service) => fetch(from.url + path, { headers });

const turtle = (text: string) => new Store(new Parser({ format: 'text/turtle' }).parse(text));

async function rdfXml(text: string): Promise<Store> {
  const quads = Readable.from([text]).pipe(new RdfXmlParser());
  const graph = new Store();
  for await (const quad of quads) graph.addQuad(quad as Quad);
  return graph;
}

async function graphOf(from = service): Promise<Store> {
  const response = await get('/dcat', {}, from);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/rdf+xml; charset=utf-8']);
  return rdfXml(await response.text());
}

const statements = (graph: Store) =>
  [...graph]
    .map(({ subject, predicate, object }) => [subject, predicate, object].map(term => JSON.stringify(term)).join(' '))
    .sort();

/**
 * What DCAT-AP-SE recommends, and nobody here can say: there is no day when all of it was issued, changed or began, no
 * standard that tables conform to, and of the publisher only what it says itself.
 */
const NOT_TOLD = [
  'dcat:Catalog http://purl.org/dc/terms/issued',
  'dcat:Catalog http://purl.org/dc/terms/modified',
  'dcat:Dataset http://purl.org/dc/terms/conformsTo',
  'dcat:Dataset http://purl.org/dc/terms/issued',
  'dcat:Dataset http://purl.org/dc/terms/temporal',
  'dcat:contactPoint http://www.w3.org/2006/vcard/ns#hasAddress',
  'dcat:contactPoint http://www.w3.org/2006/vcard/ns#hasTelephone',
  'dcat:foaf:Agent http://purl.org/dc/terms/description',
  'dcat:foaf:Agent http://purl.org/dc/terms/identifier',
  'dcat:foaf:Agent https://www.w3.org/ns/org#classification',
];

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCTERMS = 'http://purl.org/dc/terms/';

/** What the things say by a property: in the one place that is asked for, or wherever it is said. */
const values = (graph: Store, property: string, thing: string | null = null) =>
  graph.getObjects(thing, property, null).map(({ value }) => value);

/** Takes away what is said by a property, of one thing or of all. */
function without(graph: Store, property: string, thing: string | null = null): void {
  graph.removeQuads(graph.getQuads(thing, property, null, null));
}

/** Another copy of the service, with other settings, for as long as it is looked at. */
async function beside<T>(settings: NodeJS.ProcessEnv, look: (other: Service) => Promise<T>): Promise<T> {
  const other = await startBeside(service, settings);
  try {
    return await look(other);
  } finally {
    await other.stop();
  }
}

it.each(['/dcat', '/dcat.rdf', '/dcat.ttl'])(
  '%s is not there until somebody has said what is open, and says who can',
  async path => {
    await beside({}, async silent => {
      const response = await get(path, {}, silent);
      const [{ message, extensions }] = (await response.json()).errors;
      expect([response.status, extensions.code]).toEqual([404, 'NOT_FOUND']);
      for (const name of ['DCAT_LICENCE', 'PUBLISHER', 'PUBLIC_URL']) expect(message).toContain(name);
    });
  },
);

describe('the catalogue of open data', () => {
  it('has all that DCAT-AP-SE 3.0.1 demands, of the kinds and values that it knows', async () => {
    const { faults, lacking } = heldToProfile(await graphOf());
    expect(faults).toEqual([]);
    expect([...lacking].sort()).toEqual(NOT_TOLD);
  });

  it('would be found at fault by the profile', async () => {
    const graph = await graphOf();
    const [publisher] = values(graph, `${DCTERMS}publisher`);
    without(graph, `${DCTERMS}type`, publisher);
    expect(heldToProfile(graph).faults).toEqual([expect.stringContaining('is told 0 times')]);
  });

  it('is valid by the shapes of DCAT-AP 3.0.1, but for formats, which the Swedish profile writes as text', async () => {
    const report = await new SHACLValidator(turtle(SHAPES)).validate(await graphOf());
    const others = report.results.filter(
      ({ path }) => (path as { value?: string } | null)?.value !== `${DCTERMS}format`,
    );
    expect(others.map(({ focusNode, path, message }) => [focusNode?.value, String(path), message])).toEqual([]);
    const broken = await graphOf();
    without(broken, `${DCTERMS}title`);
    expect((await new SHACLValidator(turtle(SHAPES)).validate(broken)).results.length).toBeGreaterThan(
      report.results.length,
    );
  });

  it('says the same as Turtle and as XML', async () => {
    const text = await (await get('/dcat.ttl')).text();
    expect(statements(turtle(text))).toEqual(statements(await graphOf()));
    expect(statements(await rdfXml(await (await get('/dcat.rdf')).text()))).toEqual(statements(await graphOf()));
  });

  it.each([
    [undefined, 'application/rdf+xml'],
    ['*/*', 'application/rdf+xml'],
    ['application/rdf+xml', 'application/rdf+xml'],
    ['text/turtle', 'text/turtle'],
    ['text/turtle;q=0.5, application/rdf+xml', 'application/rdf+xml'],
    ['application/ld+json, text/turtle;q=0.1', 'text/turtle'],
    ['application/ld+json', 'application/rdf+xml'],
  ])('to whoever accepts %s comes as %s', async (accept, type) => {
    const { headers } = await get('/dcat', accept ? { accept } : {});
    expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(headers.get('vary')).toMatch(/accept(,|$)/);
  });

  it('is told in both languages', async () => {
    const graph = await graphOf();
    const titled = graph.getSubjects(`${DCTERMS}title`, null, null).map(({ value }) => value);
    expect(titled.length).toBeGreaterThan(30);
    for (const thing of titled)
      for (const property of ['title', 'description']) {
        const told = graph.getObjects(thing, `${DCTERMS}${property}`, null) as { language?: string }[];
        if (told.length > 0 || property === 'title')
          expect(told.map(({ language }) => language).sort()).toEqual(['en', 'sv']);
      }
  });

  it('leads anybody to files of the kind that it promises', async () => {
    const graph = await graphOf();
    for (const form of graph.getSubjects(
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
      `${DCAT}Distribution`,
      null,
    )) {
      const [address] = values(graph, `${DCAT}accessURL`, form.value);
      const [type] = values(graph, `${DCTERMS}format`, form.value);
      const path = address!.replace(PLACE, '');
      const response = await fetch(service.url + path);
      await response.arrayBuffer();
      // The API answers no plain question: people come to its explorer, and programs to the service behind it.
      const [expected, endpoint] = path === '/explorer' ? ['text/html', `${PLACE}/graphql`] : [type, undefined];
      expect([path, response.status, response.headers.get('content-type')!.split(';')[0]]).toEqual([
        path,
        200,
        expected,
      ]);
      const [behind] = values(graph, `${DCAT}accessService`, form.value);
      if (endpoint) expect(values(graph, `${DCAT}endpointURL`, behind)).toEqual([endpoint]);
    }
  }, 60_000);

  it('knows every table, but the log, in which nobody sees anything without a key', async () => {
    expect(DATASETS.map(({ name }) => name).sort()).toEqual(
      Object.keys(TABLES)
        .filter(name => name !== 'activity')
        .sort(),
    );
    expect((await (await get('/export/activity.csv')).text()).trim().split('\r\n')).toHaveLength(1);
  });

  it('is the same for whoever asks, is not sent again to who has it, and is paid for as other downloads are', async () => {
    const { headers } = await get('/dcat');
    const again = await get('/dcat', { 'if-none-match': headers.get('etag')!, authorization: `Bearer ${KEYS.admin}` });
    expect([again.status, headers.get('cache-control')]).toEqual([304, 'private, no-cache']);
    expect((await get('/dcat', { authorization: 'Bearer ks3_wrong' })).status).toBe(401);
    expect((await get('/dcat?colour=blue')).status).toBe(400);
    await beside({ ...OPEN, RATE_PER_ADDRESS: '100' }, async limited => {
      expect((await get('/dcat', {}, limited)).headers.get('ratelimit')).toMatch(/^"address";r=99;/);
    });
  });
});

describe('what is said to be open', () => {
  it('is the pipeline alone, where nobody has named more: all else has texts by others', async () => {
    const { DCAT_DATASETS: _, ...settings } = OPEN;
    await beside(settings, async other => {
      const graph = await graphOf(other);
      expect(values(graph, `${DCAT}dataset`)).toEqual([`${PLACE}/dcat#dataset-pipeline`]);
      expect(values(graph, `${DCAT}service`)).toEqual([`${PLACE}/dcat#service-graphql`]);
      expect(heldToProfile(graph).faults).toEqual([]);
    });
  });

  it('is under the licence, and by the publisher, that were named', async () => {
    const settings = {
      ...OPEN,
      DCAT_LICENCE: 'CC-BY-4.0',
      DCAT_DATASETS: 'calls,calls',
      PUBLISHER: 'Region "<Blekinge>" & \\ vänner\u0007',
      PUBLISHER_TYPE: 'LocalAuthority',
      PUBLISHER_NUMBER: '2321000156',
    };
    await beside(settings, async other => {
      const graph = await graphOf(other);
      const publisher = 'http://dataportal.se/organisation/SE2321000156';
      expect(heldToProfile(graph).faults).toEqual([]);
      expect(values(graph, `${DCAT}dataset`)).toEqual([`${PLACE}/dcat#dataset-calls`]);
      expect(new Set(values(graph, `${DCTERMS}license`))).toEqual(
        new Set(['http://creativecommons.org/licenses/by/4.0/']),
      );
      expect(new Set(values(graph, `${DCTERMS}publisher`))).toEqual(new Set([publisher]));
      expect(values(graph, 'http://xmlns.com/foaf/0.1/name', publisher)).toEqual(['Region "<Blekinge>" & \\ vänner']);
      expect(values(graph, `${DCTERMS}identifier`, publisher)).toEqual(['232100-0156']);
      expect(values(graph, `${DCTERMS}type`, publisher)).toEqual(['http://purl.org/adms/publishertype/LocalAuthority']);
      expect(
        values(turtle(await (await get('/dcat.ttl', {}, other)).text()), 'http://xmlns.com/foaf/0.1/name'),
      ).toHaveLength(1);
    });
  });
});
