import { readFileSync } from 'node:fs';
import { parseFeed } from 'htmlparser2';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { atom } from '../../../src/shared/text/atom.js';
import { feedTokenOf } from '../../support/make/feed-token.js';
import { Make } from '../../support/make/make.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

let service: Service;
let make: Make;
beforeAll(async () => {
  service = await startService();
  make = new Make(service.database);
}, 60_000);
afterAll(() => service.stop());

const get = (path: string, headers: Record<string, string> = {}) => fetch(service.url + path, { headers });

/** Fails on what is no well-formed XML, or no feed by RFC 4287's grammar. */
function expectAtom(text: string): void {
  const grammar = XmlDocument.fromString(readFileSync('test/http/downloads/atom.rng', 'utf8'));
  const validator = RelaxNGValidator.fromDoc(grammar);
  const feed = XmlDocument.fromString(text);
  try {
    validator.validate(feed);
  } finally {
    for (const each of [feed, validator, grammar]) each.dispose();
  }
}

/** A feed as another program reads it. */
async function read(path: string, headers?: Record<string, string>) {
  const response = await get(path, headers);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const text = await response.text();
  expectAtom(text);
  const feed = parseFeed(text, { xmlMode: true })!;
  expect(feed.type).toBe('atom');
  return feed;
}

const retitle = async (id: string, title: string) => {
  const input = { id, title: { sv: title } };
  const document = 'mutation ($input: UpdateIdeaInput!) { updateIdea(input: $input) { userErrors { message } } }';
  expect((await service.as(KEYS.admin).run<any, object>(document, { input })).updateIdea.userErrors).toEqual([]);
};

describe('a feed of ideas', () => {
  it('begins with what changed last, with all that Atom asks of a feed and its entries', async () => {
    const idea = await make.idea({ visibility: 'PUBLIC' });
    await retitle(idea.id, 'Öar & <åar> "på" rad');
    const feed = await read('/feeds/ideas.atom?locale=sv');
    expect(feed).toMatchObject({ title: 'Kickstart S3: Idéer', id: expect.stringMatching(/^urn:uuid:/) });
    const [first] = feed.items;
    expect(first).toMatchObject({
      title: `${idea.code} Öar & <åar> "på" rad`,
      link: `${service.url}/ideas/${idea.code}`,
      id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    });
    expect(feed.updated).toEqual(first!.pubDate ?? feed.updated);
    const text = await (await get('/feeds/ideas.atom')).text();
    for (const entry of text.split('<entry>').slice(1))
      for (const wanted of ['id', 'title', 'updated', 'author']) expect(entry.split(`<${wanted}>`)).toHaveLength(2);
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
  });

  it('has what the caller sees: with a feed token of its own, what its consortium sees', async () => {
    const owner = await make.partner();
    const hidden = await make.idea({ owner, visibility: 'CONSORTIUM' });
    const codes = async (query: string) =>
      (await read(`/feeds/ideas.atom${query}`)).items.map(({ title }) => title!.split(' ')[0]);
    expect(await codes('')).not.toContain(hidden.code);
    const { secret } = await feedTokenOf(service, await make.key('PARTNER', owner));
    expect(await codes(`?key=${secret}`)).toContain(hidden.code);
    expect(await (await get(`/feeds/ideas.atom?key=${secret}`)).text()).not.toContain(secret);
  });

  it('is not sent again to whoever has it already, until something has changed', async () => {
    const idea = await make.idea({ visibility: 'PUBLIC' });
    const tag = (await get('/feeds/ideas.atom')).headers.get('etag')!;
    expect((await get('/feeds/ideas.atom', { 'if-none-match': tag })).status).toBe(304);
    await retitle(idea.id, 'En annan titel');
    expect((await get('/feeds/ideas.atom', { 'if-none-match': tag })).status).toBe(200);
  });
});

describe('a feed of calls', () => {
  it('has those that have not closed, of a focus area with its parts if one is named', async () => {
    const titles = async (query: string) => (await read(`/feeds/calls.atom${query}`)).items.map(({ title }) => title);
    const all = await titles('');
    const some = await titles('?focusArea=smart-industri');
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    expect(all).toEqual(expect.arrayContaining(some));
    expect((await get('/feeds/calls.atom?focusArea=finns-inte')).status).toBe(400);
  });
});

it('a feed without entries is one too, and holds no character that XML has not', () => {
  const feed = { id: 'urn:x', title: 'Tom\u0000\ud800 & kort', language: 'sv', self: 'https://a.example/', page: '/' };
  const text = atom({ ...feed, author: 'Vi', entries: [] });
  expectAtom(text);
  expect(text).toContain('<title>Tom &amp; kort</title>');
  expect(text).toContain('<updated>2026-01-01T00:00:00Z</updated>');
});

it('the grammar takes no feed that lacks what RFC 4287 asks for', () => {
  const feed = { id: 'urn:x', title: 'Tom', language: 'sv', self: 'https://a.example/', page: '/', author: 'Vi' };
  const entry = { id: 'urn:y', title: 'En', summary: null, link: 'https://a.example/1', author: 'Vi', published: null };
  const text = atom({ ...feed, entries: [{ ...entry, updated: '2027-01-01T00:00:00Z', categories: ['tech'] }] });
  expectAtom(text);
  for (const without of ['<id>urn:y</id>', '<title>En</title>', '</feed>', '<updated>2027-01-01T00:00:00Z</updated>'])
    expect(() => expectAtom(text.replace(without, ''))).toThrow();
  expect(() => expectAtom(text.replaceAll('2027-01-01T00:00:00Z', '1 januari 2027'))).toThrow();
});
