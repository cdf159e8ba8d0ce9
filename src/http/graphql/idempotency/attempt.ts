import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import { REDACTION_LOCK } from '../../../activity/redaction/copies.js';
import type { Attempt as AttemptOfContext } from '../../../context/changing.js';
import type { Database } from '../../../database/database.js';
import type { IdempotencyKey } from './idempotency-key.js';

/** An answer as it was sent. */
export interface Sent {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface Row {
  readonly fingerprint: string;
  readonly answer: string | null;
}

type Begun = Attempt | { readonly sent: Sent } | 'OTHER_REQUEST' | 'BUSY';

const FORGET = `delete from idempotent_request where created_at < now() - interval '24 hours'`;

/** A new request, or one whose attempt has ended without an answer: whoever changes the row has it. */
const BEGIN = `insert into idempotent_request as r (asker, key_hash, fingerprint, attempt, busy_until)
  values ($1, $2, $3, $4, now() + $5 * interval '1 millisecond')
  on conflict (asker, key_hash) do update set attempt = excluded.attempt, busy_until = excluded.busy_until
    where r.answer is null and r.busy_until < now() and r.fingerprint = excluded.fingerprint
  returning changes`;

const LOOK = 'select fingerprint, answer from idempotent_request where asker = $1 and key_hash = $2';

const OWN = 'asker = $1 and key_hash = $2 and attempt = $3';

/** What has been redacted since the request came may stand in its answer, which is then made anew when it comes again. */
const MAY_BE_KEPT = `(pg_try_advisory_xact_lock_shared(${REDACTION_LOCK}) and not exists (
  select from activity where kind = 'ACTIVITY_REDACTED' and at >= created_at))`;

const KEEP = `update idempotent_request set answer = case when ${MAY_BE_KEPT} then $4 end,
  busy_until = case when ${MAY_BE_KEPT} then busy_until else least(busy_until, now()) end where ${OWN}`;

const REMEMBER = `update idempotent_request set changes = changes || jsonb_build_object(?::text, ?::text)
  where asker = ? and key_hash = ? and attempt = ? returning attempt`;

/**
 * One attempt at a request with an Idempotency-Key. What a change has made is remembered in the change's own transaction,
 * and only while this attempt is the last one: so no change is made twice, whenever a copy dies or is given up.
 */
export class Attempt implements AttemptOfContext {
  private constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly key: IdempotencyKey,
    private readonly id: string,
    private readonly changes: Readonly<Record<string, string>>,
  ) {}

  /** Begins, unless the request has been answered, is being answered, or was another one. */
  static async begin(
    database: Pick<Database, 'query'>,
    { key, request, busyMs }: { key: IdempotencyKey; request: unknown; busyMs: number },
  ): Promise<Begun> {
    await database.query(FORGET);
    const [fingerprint, id] = [key.fingerprintOf(request), randomUUID()];
    const mine = [key.caller, key.hash, fingerprint, id, busyMs];
    const [begun] = await database.query<{ changes: Record<string, string> }>(BEGIN, mine);
    if (begun) return new Attempt(database, key, id, begun.changes);
    const [row] = await database.query<Row>(LOOK, [key.caller, key.hash]);
    if (row && row.fingerprint !== fingerprint) return 'OTHER_REQUEST';
    return row?.answer ? { sent: key.open(row.answer) as Sent } : 'BUSY';
  }

  madeAt(place: number): Record<string, unknown> | null {
    const sealed = this.changes[place];
    return sealed ? this.key.open(sealed) : null;
  }

  async remember(em: EntityManager, place: number, made: unknown): Promise<void> {
    const values = [String(place), this.key.seal(made), ...this.own];
    const rows = await (em as SqlEntityManager).execute(REMEMBER, values);
    if (rows.length > 0) return;
    throw new GraphQLError('A later request with the same Idempotency-Key has taken over; this one changed nothing.', {
      extensions: { code: 'IDEMPOTENCY_KEY_IN_USE' },
    });
  }

  async answered(sent: Sent): Promise<void> {
    const values = [...this.own, this.key.seal(sent)];
    await this.database.query(KEEP, values);
  }

  /** Lets the next attempt begin at once; nothing is remembered of one that changed nothing. */
  async gaveUp(): Promise<void> {
    await this.database.query(`delete from idempotent_request where ${OWN} and changes = '{}'`, this.own);
    await this.database.query(`update idempotent_request set busy_until = now() where ${OWN}`, this.own);
  }

  private get own(): string[] {
    return [this.key.caller, this.key.hash, this.id];
  }
}
