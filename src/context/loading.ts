import { type EntityManager, LockMode, raw } from '@mikro-orm/core';
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

/** What is loaded with it, and where in the input a refusal points. */
export interface LoadOptions {
  readonly populate?: readonly string[];
  readonly path?: readonly string[];
}

/** Loads and locks what the viewer may see, or refuses: what one may not see does not exist. */
export async function loadVisible<T extends { id: string }>(
  em: EntityManager,
  entity: new () => T,
  { id, expectedVersion }: Wanted,
  { populate = [], path = ['id'] }: LoadOptions,
  seen: { readonly policy: ReadPolicy; readonly viewer: Viewer },
): Promise<T> {
  const visible = () => ({ id, ...visibleTo(entity.name, seen) });
  const locked = await em.findOne(entity, visible(), { lockMode: LockMode.PESSIMISTIC_WRITE });
  // Who has waited for the lock knows of other rows only what they were before it: they are read again.
  const found = locked && (await em.findOne(entity, visible(), { refresh: true, populate: populate as never }));
  if (!found) refuse('NOT_FOUND', { path });
  refuseIfMovedOn(found, expectedVersion);
  return found as T;
}

/** The condition of visibility as the mapper takes it. */
function visibleTo(entity: string, { policy, viewer }: { policy: ReadPolicy; viewer: Viewer }): object {
  const environment = { viewer, now: now(), args: [], given: {} };
  const condition = (alias: string) => compilePositional(policy.visible(entity, rawSql(alias), viewer), environment);
  return { [raw(alias => condition(alias).text, condition('_').values as never)]: [] };
}
