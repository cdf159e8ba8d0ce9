import {
  type ChangeSet,
  type EntityManager,
  type EventSubscriber,
  type FlushEventArgs,
  JsonType,
  type Platform,
  ref,
  Reference,
  type EntityProperty,
  ReferenceKind,
  Utils,
  wrap,
} from '@mikro-orm/core';
import { Actor } from '../access/actor.js';
import { SYSTEM, type Viewer } from '../shared/viewer.js';
import { Activity, type Change } from './activity.js';
import { Audited } from './audited.js';
import { addPending, writePending } from './pending.js';
import { FundingCall } from '../funding-calls/funding-call.js';
import { Idea } from '../ideas/idea.js';
import { now } from '../shared/time/clock.js';
import { newId } from '../shared/ids.js';

const actors = new WeakMap<EntityManager, Viewer>();

/** Runs what a viewer does and then writes its activity, the last thing before the commit. */
export async function flushAs(em: EntityManager, viewer: Viewer): Promise<void> {
  actors.set(em, viewer);
  await em.flush();
  await writePending(em);
}

/** Turns the unit of work into activity: the nouns say what happened, the change sets say what changed. */
export const activityFromUnitOfWork: EventSubscriber = {
  onFlush({ em, uow }: FlushEventArgs): void {
    const platform = em.getPlatform();
    const logged = new Map<Audited, Change[]>();
    for (const changeSet of uow.getChangeSets()) {
      if (changeSet.entity instanceof Audited) logged.set(changeSet.entity, changesIn(changeSet, platform));
    }
    for (const collection of uow.getCollectionUpdates()) {
      const owner = collection.owner;
      const { property } = collection;
      if (!(owner instanceof Audited) || !(property.owner || property.orphanRemoval)) continue;
      const change = property.owner ? namesIn(collection) : partsIn(collection, logged);
      logged.set(owner, [...(logged.get(owner) ?? []), change]);
    }
    const viewer = actors.get(em) ?? SYSTEM;
    const activities = [...logged].flatMap(([noun, changes]) => activityOf(noun, { changes, logged, viewer }));
    addPending(em, activities);
  },
};

/** What a flush changes: in a noun, and in all nouns. */
interface Flushed {
  readonly changes: readonly Change[];
  readonly logged: ReadonlyMap<Audited, readonly Change[]>;
  readonly viewer: Viewer;
}

const listOf = (noun: Audited, name: string) => (noun as unknown as Record<string, Held>)[name]!;

/** One row, or none when only the bookkeeping moved because something inside the noun tells its own change. */
function activityOf(noun: Audited, { changes, logged, viewer }: Flushed): Activity[] {
  const happening = Audited.takeHappening(noun);
  if (!happening && (changes.length === 0 || Audited.takeAsPartOfAnother(noun))) return [];
  if (!happening) throw new Error(`${noun.constructor.name} changed without saying what happened`);
  const { lists = [], beside = [] } = happening;
  const whole = lists.filter(name => !changes.some(({ field }) => field === name));
  const { subjectId, ideaId, callId } = noun.about();
  const activity = Object.assign(new Activity(), {
    id: newId('activity'),
    at: now(),
    actor: Actor.of(viewer),
    kind: happening.kind,
    subjectId,
    idea: ideaId ? ref(Idea, ideaId) : null,
    call: callId ? ref(FundingCall, callId) : null,
    changes: [...changes, ...whole.map(name => partsIn(listOf(noun, name), logged)), ...beside],
    reason: happening.reason ?? null,
  });
  return [activity];
}

function changesIn({ payload, originalEntity, meta }: ChangeSet<object>, platform: Platform): Change[] {
  const changes = new Map<string, Change>();
  const { unlogged } = meta.class as typeof Audited;
  for (const key of Object.keys(payload)) {
    const property = meta.properties[key as never] as EntityProperty | undefined;
    const field = property?.embedded?.[0] ?? key;
    if (!property || unlogged.has(field)) continue;
    const change = changes.get(field) ?? { field, before: null, after: null };
    changes.set(field, change);
    const asLogged = (value: unknown) => plainValue(value == null ? null : held(property, value, platform));
    change.before = gathered(
      property,
      change.before,
      asLogged((originalEntity as Record<string, unknown> | undefined)?.[key]),
    );
    change.after = gathered(property, change.after, asLogged((payload as Record<string, unknown>)[key]));
  }
  return [...changes.values()];
}

/** A value as the noun holds it, from what the mapper sends; JSON is sent as text. */
function held({ customType }: EntityProperty, value: unknown, platform: Platform): unknown {
  if (customType instanceof JsonType) return typeof value === 'string' ? JSON.parse(value) : value;
  return customType?.convertToJSValue(value, platform) ?? value;
}

/** The parts of an embedded value gather under its name; anything else is the value itself. */
function gathered(property: EntityProperty, soFar: unknown, plain: unknown): unknown {
  if (!property.embedded) return plain;
  if (plain === null && soFar === null) return null;
  return { ...(soFar as object | null), [property.embedded[1]]: plain };
}

function plainValue(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (Reference.isReference(value)) return (value.unwrap() as { id: string }).id;
  if (Utils.isEntity(value)) return (value as unknown as { id: string }).id;
  return value;
}

interface Held {
  readonly property: EntityProperty;
  getSnapshot(): unknown;
  getItems(check?: boolean): object[];
}

const heldBefore = (collection: Held) => (collection.getSnapshot() as object[] | null | undefined) ?? [];

/** Which things a collection holds that stand by themselves: by name, in alphabetical order. */
function namesIn(collection: Held): Change {
  const [before, after] = [heldBefore(collection), collection.getItems(false)].map(all => all.map(nameOf).sort());
  return { field: collection.property.name, before, after };
}

/** Which parts a collection holds: whole, and those that are themselves changed in the same flush as they were. */
function partsIn(collection: Held, logged: ReadonlyMap<Audited, readonly Change[]>): Change {
  const before = heldBefore(collection).map(part => undone(partOf(part), logged.get(part as Audited) ?? []));
  return { field: collection.property.name, before, after: collection.getItems(false).map(partOf) };
}

/** What a part said before it was changed; of an embedded value a change tells only what changed in it. */
function undone(part: Record<string, unknown>, changes: readonly Change[]): Record<string, unknown> {
  const before = changes.map(({ field, before: was, after }) => {
    if (![was, after].some(isEmbedded)) return [field, was] as const;
    const empty = Object.keys(after ?? {}).map(name => [name, null]);
    return [field, { ...(part[field] as object), ...Object.fromEntries(empty), ...(was as object | null) }] as const;
  });
  return withoutEmpty({ ...part, ...Object.fromEntries(before) });
}

function isEmbedded(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function nameOf(item: object): string {
  const { code, id } = item as { code?: string; id: string };
  return code ?? id;
}

/** What a part says of itself: its own columns, but for empty ones and bookkeeping, so that it can be had back. */
function partOf(item: object): Record<string, unknown> {
  const { properties, class: noun } = wrap(item, true).__meta;
  const { unlogged } = noun as unknown as typeof Audited;
  const own = Object.values(properties as Record<string, EntityProperty>).filter(
    ({ name, kind, embedded, formula, primary }) =>
      (kind === ReferenceKind.SCALAR || kind === ReferenceKind.EMBEDDED) &&
      !embedded &&
      !formula &&
      (primary || !unlogged.has(name)),
  );
  const values = own.map(({ name }) => [name, plainValue((item as Record<string, unknown>)[name])] as const);
  return withoutEmpty(Object.fromEntries(values));
}
