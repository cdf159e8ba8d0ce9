import type { FastifyInstance } from 'fastify';
import type { Feed } from '../../activity/feed.js';
import type { Api } from '../../api.js';
import type { Config } from '../../config.js';
import type { Database } from '../../database/database.js';
import { Courier } from '../../webhooks/delivering/courier.js';
import { Events } from '../../webhooks/event.js';
import { runQuery } from '../graphql/own-query.js';
import type { Metrics } from './metrics.js';

interface DeliveringOptions {
  readonly api: Api;
  readonly database: Database;
  readonly config: Config;
  readonly feed: Feed;
  readonly metrics: Metrics;
}

/** Delivers to webhooks whenever the activity log moves, and looks for attempts that are due in between. */
export function deliverWebhooks(
  server: FastifyInstance,
  { api, database, config, feed, metrics }: DeliveringOptions,
): void {
  const attempts = metrics.counter('webhook_attempts_total', 'Attempts to deliver to webhooks, by how they ended.', [
    'outcome',
  ]);
  const courier = new Courier({
    database,
    settings: config.webhooks,
    events: new Events(
      (viewer, document, variables) => runQuery(api, api.contextFor(viewer, 'SV'), document, variables),
      database,
    ),
    attempted: ({ outcome }) => attempts.inc({ outcome }),
    failed: error => server.log.error({ err: error }, 'a webhook could not be served'),
    graceMs: config.closingMs / 4,
  });
  const stopWatching = feed.watch(() => void courier.work());
  server.addHook('preClose', async () => {
    stopWatching();
    // Beside the requests that are let finish.
    void courier.stop();
  });
  server.addHook('onClose', () => courier.stop());
}
