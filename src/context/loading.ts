import { type EntityManager, raw } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ReadPolicy } from '../reading/policy.js';
import { findSpelt } from '../database/spelt.js';
import { compilePositional, raw as rawSql } from '../reading/sql.js';
import { refuse } from '../shared/refuse.js';
import { now } from '../shared/time/clock.js';
import type { Viewer } from '../shared/viewer.js';
import { refuseIfMovedOn } from '../shared/versions.js';

/** Which row a change is about, and the version it builds on. */
export interface Wanted {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** What is loaded with it, where in the input a refusal points, and who may. */
export interface LoadOptions<T = never> {
  readonly populate?: readonly string[];
  readonly path?: readonly string[];
  /** Refuses who may not change it; whoever may is told then of a version that has moved on. */
  readonly permit?: (found: T) => void;
}

/** Loads and locks what the viewer may see, or refuses: what one may not see does not exist. */
export async function loadVisible<T extends { id: string }>(
  em: EntityManager,
  entity: new () => T,
  { id, expectedVersion }: Wanted,
  { populate = [], path = ['id'], permit }: LoadOptions<T>,
  seen: Seen,
): Promise<T> {
  const condition = conditionOf(entity.name, 'locked', seen);
  const known = em.getUnitOfWork().getById(entity, id) !== undefined;
  // What lies deeper, joined, would come as often as all else together, and of a row that is known all is read anew.
  const isJoined = !known && !populate.some(path => path.includes('.'));
  // Who has waited for the lock knows of other rows only what they were before it: they are read by a statement after it,
  // which leaves together with it.
  const [isLocked, found] = await Promise.all([
    locked(em, entity, id, condition),
    isJoined
      ? joined(em, entity, { id, populate, seen, condition })
      : em.findOne(entity, { id, ...visibleTo(entity.name, seen) }, { populate: populate as never, refresh: known }),
  ]);
  if (!isLocked || !found) refuse('NOT_FOUND', { path });
  permit?.(found as T);
  refuseIfMovedOn(found, expectedVersion);
  return found as T;
}

interface Seen {
  readonly policy: ReadPolicy;
  readonly viewer: Viewer;
}

interface Condition {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Locks the row for the transaction; false where the viewer sees none. */
async function locked<T>(em: EntityManager, entity: new () => T, id: string, { text, values }: Condition) {
  const { tableName } = em.getMetadata().get(entity);
  const lock = `select 1 from "${tableName}" locked where locked.id = ? and ${text} for update of locked`;
  return (await (em as SqlEntityManager).execute(lock, [id, ...values])).length > 0;
}

interface Joined {
  readonly id: string;
  readonly populate: readonly string[];
  readonly seen: Seen;
  readonly condition: Condition;
}

/** The row, with what hangs directly on it in one statement. */
async function joined<T extends { id: string }>(
  em: EntityManager,
  entity: new () => T,
  { id, populate, seen, condition: { text, values } }: Joined,
): Promise<T | undefined> {
  const where = ([id, ...marks]: readonly string[]) => ({ id, ...visibleTo(entity.name, seen, marks) }) as never;
  const [found] = await findSpelt(em, { entity, populate, name: text, values: [id, ...values], where });
  return found;
}

/** The condition of visibility as the mapper takes it. */
function visibleTo(entity: string, seen: Seen, values = conditionOf(entity, '_', seen).values): object {
  return { [raw(alias => conditionOf(entity, alias, seen).text, values as never)]: [] };
}

function conditionOf(entity: string, alias: string, { policy, viewer }: Seen): Condition {
  const environment = { viewer, now: now(), args: [], given: {} };
  return compilePositional(policy.visible(entity, rawSql(alias), viewer), environment);
}
