import type { EntityManager } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Actor } from '../access/actor.js';
import { AHEAD } from '../database/ahead.js';
import { newId } from '../shared/ids.js';
import { now } from '../shared/time/clock.js';
import type { Viewer } from '../shared/viewer.js';
import { Activity } from './activity.js';

const pending = new WeakMap<EntityManager, Activity[]>();

/** Activities that one statement writes. */
const AT_ONCE = 1_000;

/**
 * In the order of the rows. Everybody who writes the log waits for its head, so it leaves together with the commit; and
 * as one value: the mapper takes longer to spell a row than the server to write it.
 */
const WRITE = `insert into "activity" (id, at, actor_name, actor_role, actor_partner_id, kind, subject_id, idea_id, call_id, changes, reason)
  select id, at, actor_name, actor_role, actor_partner_id, kind, subject_id, idea_id, call_id, changes, reason
  from jsonb_populate_recordset(null::activity, ?::jsonb) ${AHEAD}`;

/** Writes what is pending; nothing that follows needs its answer. */
export async function writePending(em: EntityManager): Promise<void> {
  const activities = pending.get(em) ?? [];
  pending.delete(em);
  for (let from = 0; from < activities.length; from += AT_ONCE) {
    const rows = activities.slice(from, from + AT_ONCE).map(rowOf);
    await (em as SqlEntityManager).execute(WRITE, [JSON.stringify(rows)]);
  }
}

function rowOf({ id, at, actor, kind, subjectId, idea, call, changes, reason }: Activity) {
  return {
    ...{ id, at, kind, changes, reason, subject_id: subjectId, idea_id: idea?.id, call_id: call?.id },
    ...{ actor_name: actor.name, actor_role: actor.role, actor_partner_id: actor.partner?.id },
  };
}

export function addPending(em: EntityManager, activities: readonly Activity[]): void {
  pending.set(em, [...(pending.get(em) ?? []), ...activities]);
}

type Said = Pick<Activity, 'kind' | 'subjectId' | 'changes' | 'reason'>;

/** Writes with the rest what no change of a noun tells. */
export function tell(em: EntityManager, viewer: Viewer, said: Said): void {
  const told = { id: newId('activity'), at: now(), actor: Actor.of(viewer), ...said };
  addPending(em, [Object.assign(new Activity(), told)]);
}
