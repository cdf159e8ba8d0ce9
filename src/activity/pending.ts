import type { EntityManager } from '@mikro-orm/core';
import { Actor } from '../access/actor.js';
import { newId } from '../shared/ids.js';
import { now } from '../shared/time/clock.js';
import type { Viewer } from '../shared/viewer.js';
import { Activity } from './activity.js';

const pending = new WeakMap<EntityManager, Activity[]>();

/** What is to be written at the end of a change; asked once. */
export function takePending(em: EntityManager): Activity[] {
  const activities = pending.get(em) ?? [];
  pending.delete(em);
  return activities;
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
