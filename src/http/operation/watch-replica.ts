import type { FastifyInstance } from 'fastify';
import type { Database } from '../../database/database.js';
import type { Metrics } from './metrics.js';

/** Watches the replica, if there is one: logs when it goes and comes, and counts what it answers. */
export function watchReplica(server: FastifyInstance, { replica }: Database, metrics: Metrics): void {
  if (!replica) return;
  const reads = metrics.counter(
    'database_reads_total',
    'Reads that the replica may answer, by what answered: the primary does while it is behind or away.',
    ['by'],
  );
  metrics.gauge(
    'database_replica_behind',
    'Activities that the replica lacked of what was asked for, when it was last looked at.',
    () => replica.behind,
  );
  replica
    .on('read', by => reads.inc({ by }))
    .on('away', error => server.log.warn({ err: error }, 'the replica cannot be read: the primary answers'))
    .on('back', () => server.log.info('the replica can be read again'));
}
