import type { Database } from '../../database/database.js';
import { now } from '../../shared/time/clock.js';
import { DAY_MS, HOUR_MS } from '../../shared/time/lengths.js';

/** How long settled deliveries and deleted webhooks are kept. */
const KEPT_FOR_MS = 30 * DAY_MS;

const OLD_DELIVERIES = `delete from webhook_delivery
  where status <> 'PENDING' and coalesce(last_attempt_at, pending_since) < $1`;
const OLD_WEBHOOKS = `delete from webhook w where w.disabled_reason = 'DELETED' and w.disabled_at < $1
  and not exists (select from webhook_delivery d where d.webhook_id = w.id)`;

/** Takes away what has been kept long enough, once an hour. */
export class Pruning {
  private dueAt = 0;

  constructor(private readonly database: Pick<Database, 'query'>) {}

  async now(): Promise<void> {
    const moment = now().getTime();
    if (moment < this.dueAt) return;
    this.dueAt = moment + HOUR_MS;
    const limit = new Date(moment - KEPT_FOR_MS).toISOString();
    await this.database.query(OLD_DELIVERIES, [limit]);
    await this.database.query(OLD_WEBHOOKS, [limit]);
  }
}
