import type { FastifyInstance } from 'fastify';
import type { Database } from '../../database/database.js';
import type { ReplicaState } from '../../database/server/replica.js';
import { everybody } from '../admission/admission.js';
import { type JsonSchema, objectOf } from '../json-schema.js';
import type { Described } from '../openapi/described.js';

/** How long the database may take to answer before the copy counts as not ready. */
const PATIENCE_MS = 2_000;

/** Read as requests read: kept prepared, where that is done. */
const AS_REQUESTS_DO = { name: 'ready', text: "select 'ready'", values: [] };

const word = (...words: string[]): JsonSchema => ({ type: 'string', enum: words });

const HEALTH: Described = {
  id: 'health',
  tag: 'Operation',
  summary: 'The process lives.',
  answers: { 'application/json': objectOf({ status: word('ok') }, ['status']) },
};

const READY: Described = {
  id: 'ready',
  tag: 'Operation',
  summary: 'It may be sent requests: its database answers and has every migration.',
  answers: {
    'application/json': objectOf({ status: word('ready'), replica: word('SERVING', 'BEHIND', 'AWAY') }, ['status']),
  },
  otherwise: {
    503: objectOf({ status: word('not ready'), obstacle: word('CLOSING', 'DATABASE', 'MIGRATIONS') }, [
      'status',
      'obstacle',
    ]),
  },
};

/** /health: the process lives. /ready: it may be sent requests, its database answers and has every migration. */
export function serveHealth(server: FastifyInstance, database: Database): void {
  let closing = false;
  server.addHook('preClose', async () => void (closing = true));
  const admission = everybody;
  server.get('/health', { config: { admission, described: HEALTH } }, async () => ({ status: 'ok' }));
  // Shared by all requests that come while it is under way: however many they are, the database is looked at once at a time.
  let look: ReturnType<typeof obstacleIn> | null = null;
  server.get('/ready', { config: { admission, described: READY } }, async (_request, reply) => {
    look ??= obstacleIn(database).finally(() => (look = null));
    const obstacle = closing ? 'CLOSING' : await look;
    if (!obstacle) return { status: 'ready', ...(await replicaOf(database)) };
    return reply.status(503).send({ status: 'not ready', obstacle });
  });
}

async function obstacleIn(database: Database): Promise<'DATABASE' | 'MIGRATIONS' | null> {
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), PATIENCE_MS);
  try {
    const looked = Promise.all([database.pendingMigrations(), database.readText(AS_REQUESTS_DO)]);
    const found = await Promise.race([looked, late.promise]);
    if (found === 'late') return 'DATABASE';
    return found[0].length > 0 ? 'MIGRATIONS' : null;
  } catch {
    return 'DATABASE';
  } finally {
    clearTimeout(timer);
  }
}

/** Without its replica a copy is ready all the same. */
async function replicaOf({ replica }: Database): Promise<{ replica?: ReplicaState }> {
  if (!replica) return {};
  await replica.look();
  return { replica: replica.state };
}
