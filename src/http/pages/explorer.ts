import { hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { takesGzip } from '../compression.js';
import { explorerTabs } from './explorer-tabs.js';
import type { Admission } from '../admission/admission.js';
import { variesBy } from '../vary.js';

/** GraphiQL from the installation itself, with the consumers' operations as tabs and a place for the key. */
export function serveExplorer(
  server: FastifyInstance,
  path: string,
  { admission, demo }: { admission: Admission; demo: boolean },
): void {
  let made: ReturnType<typeof explorerPage> | undefined;
  server.get(path, { config: { admission } }, async (request, reply) => {
    const { packed, policy } = await (made ??= explorerPage(demo));
    variesBy(reply, 'accept-encoding');
    void reply.header('content-security-policy', policy).type('text/html; charset=utf-8');
    if (!takesGzip(request)) return reply.send(gunzipSync(packed));
    return reply.header('content-encoding', 'gzip').send(packed);
  });
}

/**
 * GraphiQL's tabs slide into place by a transform, which it ignores until a tab has the focus. What is left of one after
 * loading would then move the tab away from under the pointer that presses it, and the click be lost.
 */
const STEADY_TABS = '<style>.graphiql-tab { transform: none !important; }</style>';

/** Made and compressed for the first who asks: it takes 36 MiB and a third of the time to start. */
async function explorerPage(demo: boolean): Promise<{ packed: Buffer; policy: string }> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const bare = renderGraphiQL({
    title: 'Kickstart S3',
    endpoint: '/graphql',
    // Not by WebSocket, where it would not send the key that stands in its editor of headers.
    subscriptionsProtocol: 'GRAPHQL_SSE',
    // Its address may bring a document, from anybody: what one runs here counts as one's own by the key one gives alone.
    credentials: 'omit',
    defaultTabs: explorerTabs(demo),
    headers: JSON.stringify({ Authorization: '' }, null, 2),
    shouldPersistHeaders: false,
  });
  const page = bare.replace('</head>', () => `${STEADY_TABS}</head>`);
  if (page === bare) throw new Error('The page of GraphiQL has no end of a head.');
  return { packed: gzipSync(page), policy: policyFor(page) };
}

/** The page runs its own scripts, named by their hash, and no other; its editor writes styles and starts workers. */
function policyFor(page: string): string {
  const hashes = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${hash('sha256', script, 'base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    'worker-src blob:',
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
