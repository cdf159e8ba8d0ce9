import { type EntityManager, raw } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ReadPolicy } from '../reading/policy.js';
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
  // Who has waited for the lock knows of other rows only what they were before it: they are read by a statement after it,
  // which leaves together with it.
  const [isLocked, found] = await Promise.all([
    locked(em, entity, id, seen),
    em.findOne(entity, { id, ...visibleTo(entity.name, seen) }, whole(em, entity, id, populate)),
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

/** Locks the row for the transaction; false where the viewer sees none. */
async function locked<T>(em: EntityManager, entity: new () => T, id: string, seen: Seen): Promise<boolean> {
  const { text, values } = conditionOf(entity.name, 'locked', seen);
  const { tableName } = em.getMetadata().get(entity);
  const lock = `select 1 from "${tableName}" locked where locked.id = ? and ${text} for update of locked`;
  return (await (em as SqlEntityManager).execute(lock, [id, ...values])).length > 0;
}

/**
 * What hangs directly on a row that isn't known yet comes with it in one statement. What lies deeper, joined, would come
 * as often as all else together, and of a row that is known all is read anew.
 */
function whole<T>(em: EntityManager, entity: new () => T, id: string, populate: readonly string[]) {
  const known = em.getUnitOfWork().getById(entity, id) !== undefined;
  const isDeep = populate.some(path => path.includes('.'));
  const strategy = known || isDeep ? ('select-in' as const) : ('joined' as const);
  return { populate: populate as never, refresh: known, strategy };
}

/** The condition of visibility as the mapper takes it. */
function visibleTo(entity: string, seen: Seen): object {
  const condition = (alias: string) => conditionOf(entity, alias, seen);
  return { [raw(alias => condition(alias).text, condition('_').values as never)]: [] };
}

function conditionOf(entity: string, alias: string, { policy, viewer }: Seen) {
  const environment = { viewer, now: now(), args: [], given: {} };
  return compilePositional(policy.visible(entity, rawSql(alias), viewer), environment);
}
