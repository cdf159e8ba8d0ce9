import type { FastifyInstance } from 'fastify';
import type { Feed } from '../../activity/feed.js';
import { clockBehind } from '../../shared/time/clock.js';
import type { Metrics } from './metrics.js';

/** A machine whose clock is further off than this needs somebody's care. */
const TOLERATED_MS = 5_000;

/** Measures how far this machine's clock is from the database's. All is judged by the latter, so nothing else comes of it. */
export function watchClock(server: FastifyInstance, feed: Feed, metrics: Metrics): void {
  metrics.gauge(
    'clock_behind_seconds',
    "How far this machine's clock is behind the database's, by which everything is judged.",
    () => clockBehind() / 1000,
  );
  let isOff = false;
  feed.watch(() => {
    const wasOff = isOff;
    isOff = Math.abs(clockBehind()) > TOLERATED_MS;
    const behindSeconds = Math.round(clockBehind() / 1000);
    if (isOff && !wasOff) server.log.warn({ behindSeconds }, "this machine's clock is not that of the database");
  });
}
