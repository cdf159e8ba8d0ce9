import type { FastifyInstance } from 'fastify';
import { Feed } from '../../../activity/feed.js';
import type { VisibleHead } from '../../../activity/visible-head.js';
import type { Api } from '../../../api.js';
import type { Config } from '../../../config.js';
import type { Database } from '../../../database/database.js';
import { Lifetime } from '../../../shared/program/lifetime.js';
import type { Metrics } from '../../operation/metrics.js';
import type { Phases } from '../../step.js';
import type { OperationAdmission } from '../operation-admission.js';
import type { Broadcast } from './broadcast.js';
import { Live } from './live.js';
import { Places } from './places.js';
import { sseHandler } from './sse.js';
import { websocketHandler } from './websocket.js';

interface LiveOptions {
  readonly api: Api;
  readonly database: Database;
  readonly config: Config;
  readonly admission: OperationAdmission;
  readonly feed: Feed;
  readonly visibleHead: VisibleHead;
  readonly metrics: Metrics;
}

/** How subscriptions are answered: over WebSockets, and as server-sent events. */
export type Subscriptions = ReturnType<typeof openSubscriptions>;

/** Takes subscribers until the service closes. */
export function openSubscriptions(
  { log }: FastifyInstance,
  { api, database, config, admission, feed, visibleHead, metrics }: LiveOptions,
) {
  const live = new Live({ api, database, feed, visibleHead, log });
  const places = new Places(config.live);
  measure(metrics, { places, broadcast: live.broadcast, feed });
  const serving = new Lifetime();
  const phases: Phases = { preClose: async () => serving.end(), onClose: () => live.broadcast.stop() };
  return {
    phases,
    eventsHandler: sseHandler(live, { admission, places, serving }),
    wsHandler: websocketHandler({ live, admission, places, settings: config.live, log }),
  };
}

interface Measured {
  readonly places: Places;
  readonly broadcast: Broadcast;
  readonly feed: Feed;
}

function measure(metrics: Metrics, { places, broadcast, feed }: Measured): void {
  metrics.gauge('live_connections', 'Connections of subscribers that are open.', () => places.count);
  metrics.gauge('live_subscribers', 'Subscriptions that are open.', () => broadcast.subscribersPresent);
  metrics.gauge(
    'live_subscribers_waiting',
    'Subscriptions that wait for points, or catch up after they were too slow.',
    () => broadcast.subscribersWaiting,
  );
  metrics.gauge(
    'live_groups',
    'Groups of alike subscriptions; each event is read once a group.',
    () => broadcast.groupsOpen,
  );
  metrics.gauge('activity_head', 'The newest sequence of the activity log that this copy knows of.', () => feed.head);
}

/** Follows the activity log for as long as the server runs. */
export async function startFeed(server: FastifyInstance, database: Database): Promise<Feed> {
  const feed = new Feed(database, error => server.log.error({ err: error }, 'the activity log could not be followed'));
  await feed.start();
  server.addHook('onClose', () => feed.stop());
  return feed;
}
