import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { serveExplorer } from './explorer.js';
import { type Admission, admitAll } from '../admission/admission.js';
import { inProject } from '../../shared/in-project.js';
import { refuseUnknown } from '../refusals/refusal.js';
import { variesBy } from '../vary.js';

const BUILT = fileURLToPath(inProject('dist-web/'));

/** Addresses that the front end's own router answers, all with the same document. */
const PAGES = [
  ...['/', '/agenda', '/ideas/*', '/pipeline', '/calls', '/calls/*', '/partners', '/partners/*'],
  ...['/focus-areas', '/programmes', '/keys', '/webhooks', '/webhooks/*', '/activity', '/account'],
];

/** A name with a hash of its content in it never comes to mean another file. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The front end at `/`, as built by `npm run build:web`; where it isn't built the explorer stands in for it. */
export async function serveFrontEnd(
  server: FastifyInstance,
  { admission, demo, built = BUILT }: { admission: Admission; demo: boolean; built?: string },
): Promise<void> {
  if (!existsSync(`${built}index.html`)) {
    server.setNotFoundHandler(refuseUnknown);
    return serveExplorer(server, '/', { admission, demo });
  }
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

/** People's browsers name HTML first, programs JSON or nothing. */
function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return new Negotiator(request).mediaType(['application/json', 'text/html']) === 'text/html';
}
