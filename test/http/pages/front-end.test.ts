import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { serveFrontEnd } from '../../../src/http/pages/front-end.js';
import { everybody } from '../../../src/http/admission/admission.js';
import { inProject } from '../../../src/shared/in-project.js';

const PAGE = '<!doctype html><title>Kickstart</title>';

/** A server that has a front end built in a folder of its own, or none. */
async function serverWith(files: Readonly<Record<string, string>>): Promise<FastifyInstance> {
  const built = mkdtempSync(join(tmpdir(), 'front-end-'));
  mkdirSync(join(built, 'assets'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(built, name), content);
  const server = fastify();
  server.addHook('onClose', async () => rmSync(built, { recursive: true }));
  await serveFrontEnd(server, { admission: everybody, built: `${built}/` });
  return server;
}

describe('the front end', () => {
  let server: FastifyInstance;
  afterEach(() => server.close());

  it.each(['/', '/ideas/KS3-17', '/pipeline', '/calls', '/calls/A%2FB-1/edit', '/partners/techtank'])(
    'answers %s with its one document, which is never kept without asking',
    async url => {
      server = await serverWith({ 'index.html': PAGE });
      const response = await server.inject({ url });
      expect(response.body).toBe(PAGE);
      expect(response.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
    },
  );

  it('answers the address of every page that the pages have', async () => {
    const source = readFileSync(inProject('web/src/frame/pages.tsx'), 'utf8');
    const pages = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path!.replace(/:\w+/g, 'a'));
    expect(pages.length).toBeGreaterThan(15);
    server = await serverWith({ 'index.html': PAGE });
    const answers = await Promise.all(pages.map(async url => [url, (await server.inject({ url })).statusCode]));
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  it('lets a browser keep for ever what has a hash in its name', async () => {
    server = await serverWith({ 'index.html': PAGE, 'assets/index-C0FFEE.js': 'export {}' });
    const response = await server.inject({ url: '/assets/index-C0FFEE.js' });
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('sends the compressed copy to whoever takes it', async () => {
    server = await serverWith({ 'index.html': PAGE, 'assets/a.js': 'plain', 'assets/a.js.br': 'compressed' });
    const response = await server.inject({ url: '/assets/a.js', headers: { 'accept-encoding': 'br' } });
    expect(response.headers['content-encoding']).toBe('br');
    expect(response.body).toBe('compressed');
  });

  it('tells people of an address that no page has on its page for that, and programs as the API does', async () => {
    server = await serverWith({ 'index.html': PAGE });
    const ask = (accept: string | undefined, method: 'GET' | 'POST' = 'GET', url = '/nowhere') =>
      server.inject({ method, url, headers: accept === undefined ? {} : { accept } });
    const page = await ask('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8');
    expect([page.statusCode, page.body, page.headers.vary]).toEqual([404, PAGE, expect.stringContaining('accept')]);
    for (const answer of [
      await ask(undefined),
      await ask('*/*'),
      await ask('application/json'),
      await ask('text/html', 'POST'),
    ])
      expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
    expect((await ask(undefined, 'GET', '/assets/..%2f..%2fpackage.json')).statusCode).toBe(404);
  });

  it.each([
    ['sv', 'Sidorna är inte byggda'],
    ['en', 'The pages have not been built'],
  ])('says at / and /explorer that it has not been built where it has not: %s', async (language, words) => {
    server = await serverWith({});
    for (const url of ['/', '/explorer']) {
      const { body, headers } = await server.inject({ url, headers: { 'accept-language': language } });
      expect(body).toContain(words);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  });
});
