import type { EntityManager } from '@mikro-orm/core';
import { Activity } from '../activity.js';
import { changeOf, type Named, redactable, sideOf, textsIn, valueOf } from './redaction.js';

/**
 * All that goes with what is named: what one change put there the next one tells as what was there before, and one
 * reason may stand in several rows of an idea.
 */
export async function withSameValues(em: EntityManager, { activity, names }: Named): Promise<Named[]> {
  const { subjectId, idea } = activity;
  const about = await em.find(Activity, { subjectId }, { orderBy: { sequence: 'asc' } });
  const reasoned =
    names.includes('reason') && idea ? await em.find(Activity, { idea: idea.id, reason: activity.reason ?? null }) : [];
  const others = [...new Set([...about, ...reasoned])].filter(each => each !== activity);
  const same = others.map(other => ({ activity: other, names: sameIn(other, { activity, names }) }));
  return [{ activity, names }, ...same.filter(each => each.names.length > 0)];
}

function sameIn(other: Activity, { activity, names }: Named): string[] {
  return redactable(other).filter(candidate =>
    names.some(name => isSamePlace(candidate, name) && isSame(valueOf(other, candidate), valueOf(activity, name))),
  );
}

/** Who did something is told of each thing that was done; that is no copy. */
function isSamePlace(one: string, other: string): boolean {
  if (other === 'actor') return false;
  return (sideOf(one)?.field ?? one) === (sideOf(other)?.field ?? other);
}

/** A text in two languages is the same where one of them is: a change may tell only that which it changes. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) || Array.isArray(other)) return JSON.stringify(one) === JSON.stringify(other);
  const texts = textsIn(other);
  return textsIn(one).some(text => texts.includes(text));
}

/** The values among them that stand in the thing itself as it is now: no later change tells of them. */
export async function stillShown(em: EntityManager, all: readonly Named[]): Promise<string[]> {
  const { subjectId } = all[0]!.activity;
  const about = await em.find(Activity, { subjectId }, { orderBy: { sequence: 'asc' } });
  return all
    .filter(({ activity }) => activity.subjectId === subjectId)
    .flatMap(({ activity, names }) => names.filter(name => isNewest(activity, name, about)));
}

function isNewest(activity: Activity, name: string, about: readonly Activity[]): boolean {
  const place = sideOf(name);
  if (place?.side !== 'after') return false;
  const later = about.filter(({ sequence }) => sequence > activity.sequence);
  const changes = later.map(each => changeOf(each, place.field)).filter(change => change !== undefined);
  const value = changeOf(activity, place.field)!.after;
  if (!isLocalized(value)) return changes.length === 0;
  return Object.keys(value).some(part => value[part] !== null && !changes.some(change => tells(change, part)));
}

/** Whether a change tells of one language of a text; one that is made empty, or has been redacted, tells of both. */
function tells({ before, after }: { before?: unknown; after?: unknown }, part: string): boolean {
  if (!isLocalized(before) && !isLocalized(after)) return true;
  return [before, after].some(side => isLocalized(side) && part in side);
}

function isLocalized(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
