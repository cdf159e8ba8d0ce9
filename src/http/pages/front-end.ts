import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { plainPage } from './plain-page.js';
import { type Admission, admitAll } from '../admission/admission.js';
import { inProject } from '../../shared/in-project.js';
import { localeOf } from '../locale.js';
import { refuseUnknown } from '../refusals/refusal.js';
import { variesBy } from '../vary.js';

const BUILT = fileURLToPath(inProject('dist-web/'));

/** Addresses that the front end's own router answers, all with the same document. */
const PAGES = [
  ...['/', '/agenda', '/ideas/*', '/pipeline', '/calls', '/calls/*', '/partners', '/partners/*'],
  ...['/focus-areas', '/programmes', '/keys', '/webhooks', '/webhooks/*', '/activity', '/account', '/explorer'],
];

/** A name with a hash of its content in it never comes to mean another file. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The front end at `/`, as built by `npm run build:web`; where it isn't built a page says so. */
export async function serveFrontEnd(
  server: FastifyInstance,
  { admission, built = BUILT }: { admission: Admission; built?: string },
): Promise<void> {
  if (!existsSync(`${built}index.html`)) return serveWithout(server, admission);
  await server.register(async pages => {
    admitAll(pages, admission);
    await pages.register(fastifyStatic, {
      root: built,
      index: false,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) =>
        void reply.header('cache-control', path.includes('/assets/') ? FOR_EVER : 'no-cache'),
    });
    for (const page of PAGES) pages.get(page, (_request, reply) => reply.sendFile('index.html'));
    pages.setNotFoundHandler((request, reply) => {
      variesBy(reply, 'accept');
      return wantsPage(request) ? reply.status(404).sendFile('index.html') : refuseUnknown(request, reply);
    });
  });
}

const NOT_BUILT = {
  title: { sv: 'Sidorna är inte byggda', en: 'The pages have not been built' },
  body: '<p><code>npm run build:web</code></p><p><a href="/health">/health</a> · /graphql</p>',
};

function serveWithout(server: FastifyInstance, admission: Admission): void {
  server.setNotFoundHandler(refuseUnknown);
  for (const url of ['/', '/explorer'])
    server.get(url, { config: { admission } }, (request, reply) => {
      variesBy(reply, 'accept-language');
      return plainPage(reply, localeOf(request.headers), NOT_BUILT);
    });
}

/** People's browsers name HTML first, programs JSON or nothing. */
function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return new Negotiator(request).mediaType(['application/json', 'text/html']) === 'text/html';
}
