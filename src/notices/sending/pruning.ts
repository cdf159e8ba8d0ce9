import type { Database } from '../../database/database.js';
import { now } from '../../shared/time/clock.js';
import { DAY_MS, HOUR_MS } from '../../shared/time/lengths.js';
import { followerStays } from './claims.js';

/** How long it can be read that one has ended. */
const KEPT_FOR_MS = 30 * DAY_MS;

/** Ends what its key or maker no longer stands for, and what nobody has confirmed: the address goes. */
const END = `update notice_subscription set ended_at = $1, email = null, end_token = null,
    end_hash = encode(sha256(convert_to(end_token, 'UTF8')), 'hex'), told = '{}', sending = null, next_at = null, look_at = null, claim = null, claimed_until = null
  where id in (select n.id from notice_subscription n left join api_key k on k.id = n.api_key_id
    where n.ended_at is null and not (${followerStays('n', 'k', '$1')} and (n.confirmed_at is not null or n.confirm_until > $1))
    order by n.id for update of n skip locked)`;
const FORGET_ADDRESSES =
  'update notice_subscription set address_fingerprint = null where ended_at is not null and created_at < $1 and address_fingerprint is not null';
const FORGET = 'delete from notice_subscription where ended_at < $1';

/** Takes away what has been kept long enough, once an hour. */
export class Pruning {
  private dueAt = 0;

  constructor(private readonly database: Pick<Database, 'query'>) {}

  async now(): Promise<void> {
    const moment = now().getTime();
    if (moment < this.dueAt) return;
    this.dueAt = moment + HOUR_MS;
    await this.database.query(END, [new Date(moment).toISOString()]);
    await this.database.query(FORGET_ADDRESSES, [new Date(moment - DAY_MS).toISOString()]);
    await this.database.query(FORGET, [new Date(moment - KEPT_FOR_MS).toISOString()]);
  }
}
