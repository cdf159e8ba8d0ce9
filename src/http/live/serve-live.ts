import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Feed } from '../../activity/feed.js';
import type { Api } from '../../api.js';
import type { Config } from '../../config.js';
import type { Database } from '../../database/database.js';
import type { Gate } from '../limits/gate.js';
import type { Metrics } from '../metrics.js';
import { Connections } from './connections.js';
import { Live } from './live.js';
import { sseHandler } from './sse.js';
import { websocketHandler } from './websocket.js';

interface ServeLiveOptions {
  readonly api: Api;
  readonly database: Database;
  readonly config: Config;
  readonly gate: Gate;
  readonly feed: Feed;
  readonly metrics: Metrics;
}

/** Serves subscriptions by server-sent events at /graphql/stream, and gives the handlers for those who ask at /graphql. */
export function serveLive(server: FastifyInstance, { api, database, config, gate, feed, metrics }: ServeLiveOptions) {
  const live = new Live({ api, database, feed, log: server.log });
  const connections = new Connections(config.live);
  metrics.gauge('live_connections', 'Connections of subscribers that are open.', () => connections.count);
  metrics.gauge('live_subscribers', 'Subscriptions that are open.', () => live.broadcast.subscribersPresent);
  metrics.gauge(
    'live_groups',
    'Groups of alike subscriptions; each event is read once a group.',
    () => live.broadcast.groupsOpen,
  );
  metrics.gauge('activity_head', 'The newest sequence of the activity log that this copy knows of.', () => feed.head);
  const open = new Set<ServerResponse>();
  server.addHook('preClose', async () => {
    live.broadcast.stop();
    // Cut off and not completed: the clients shall come back to another copy.
    for (const response of open) response.destroy();
  });
  const eventsHandler = sseHandler(live, { connections, open });
  server.route({
    method: ['GET', 'POST'],
    exposeHeadRoute: false,
    url: '/graphql/stream',
    bodyLimit: config.limits.bodyBytes,
    config: { admission: gate.admission(server) },
    handler: eventsHandler,
  });
  const wsHandler = websocketHandler({ live, gate, connections, settings: config.live, log: server.log });
  return { wsHandler, eventsHandler };
}

/** Follows the activity log for as long as the server runs. */
export async function startFeed(server: FastifyInstance, database: Database): Promise<Feed> {
  const feed = new Feed(database, error => server.log.error({ err: error }, 'the activity log could not be followed'));
  await feed.start();
  server.addHook('onClose', () => feed.stop());
  return feed;
}
