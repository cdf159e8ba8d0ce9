import type { FastifyInstance } from 'fastify';
import { Feed } from '../../../activity/feed.js';
import type { Api } from '../../../api.js';
import type { Config } from '../../../config.js';
import type { Database } from '../../../database/database.js';
import { Lifetime } from '../../../shared/lifetime.js';
import type { Gate } from '../weighing/gate.js';
import type { Metrics } from '../../operation/metrics.js';
import { Live } from './live.js';
import { Places } from './places.js';
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
  const places = new Places(config.live);
  metrics.gauge('live_connections', 'Connections of subscribers that are open.', () => places.count);
  metrics.gauge('live_subscribers', 'Subscriptions that are open.', () => live.broadcast.subscribersPresent);
  metrics.gauge(
    'live_subscribers_waiting',
    'Subscriptions that wait for points, or catch up after they were too slow.',
    () => live.broadcast.subscribersWaiting,
  );
  metrics.gauge(
    'live_groups',
    'Groups of alike subscriptions; each event is read once a group.',
    () => live.broadcast.groupsOpen,
  );
  metrics.gauge('activity_head', 'The newest sequence of the activity log that this copy knows of.', () => feed.head);
  const serving = new Lifetime();
  server.addHook('preClose', async () => serving.end());
  server.addHook('onClose', () => live.broadcast.stop());
  const eventsHandler = sseHandler(live, { gate, places, serving });
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    exposeHeadRoute: false,
    bodyLimit: config.limits.bodyBytes,
    config: { admission: gate.admission(server) },
    handler: eventsHandler,
  });
  const wsHandler = websocketHandler({ live, gate, places, settings: config.live, log: server.log });
  return { wsHandler, eventsHandler };
}

/** Follows the activity log for as long as the server runs. */
export async function startFeed(server: FastifyInstance, database: Database): Promise<Feed> {
  const feed = new Feed(database, error => server.log.error({ err: error }, 'the activity log could not be followed'));
  await feed.start();
  server.addHook('onClose', () => feed.stop());
  return feed;
}
