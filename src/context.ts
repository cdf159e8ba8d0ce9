import {
  type EntityManager,
  LockMode,
  OptimisticLockError,
  raw,
  UniqueConstraintViolationException,
  Utils,
} from '@mikro-orm/core';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { visible } from './access/visibility.js';
import type { Viewer } from './access/viewer.js';
import type { Audited } from './activity/audited.js';
import { flushAs } from './activity/activity-writer.js';
import { alreadyExists } from './constraints.js';
import type { Database } from './database/database.js';
import { meaningOf } from './database/sqlstate.js';
import { Idea } from './ideas/idea.js';
import { type Grounds, placeOf, type Reader, type ReadRequest, type Statement } from './reading/reader.js';
import { byId } from './reading/by-id.js';
import { Followed } from './reading/followed.js';
import type { FieldSql, SetSql } from './reading/scope.js';
import { compilePositional, raw as rawSql } from './reading/sql.js';
import { now } from './shared/time/clock.js';
import { inLocale, type Locale } from './shared/text/localized-text.js';
import { type Fault, fault, Refusal, refuse } from './shared/refuse.js';
import type { UserError } from './shared/user-error.js';
import type { WebhookSettings } from './webhooks/webhook-settings.js';

/** What a payload is made from: entities stand for themselves and are read back; `userErrors` is added. */
type Made<P> = { [K in Exclude<keyof P, 'userErrors'>]?: unknown };

/** What a mutation does. It is flushed at its end; only what is too large for that flushes on the way. */
type Deed<P> = (em: EntityManager, flush: () => Promise<void>) => Promise<Made<P>>;

/** An attempt at a request that may be sent again: what earlier attempts have made is not made once more. */
export interface Attempt {
  /** What the change at this place made in an earlier attempt, or null. */
  madeAt(place: number): Record<string, unknown> | null;
  /** Remembers in the change's own transaction what it made. */
  remember(em: EntityManager, place: number, made: Record<string, unknown>): Promise<void>;
}

/** What only some requests have. */
export interface RequestParts {
  /** Where the statements of this request are noted, if somebody wants to see them. */
  readonly statements?: Statement[] | undefined;
  readonly attempt?: Attempt | undefined;
  /** How far the activity log had come when the request did: what it is answered with must be as new. */
  readonly revision?: number | undefined;
}

/** One request: who asks, in which language, what it may read and how it changes things. */
export class Context {
  constructor(
    readonly viewer: Viewer,
    readonly locale: Locale,
    readonly database: Database,
    private readonly reader: Reader,
    readonly webhooks: WebhookSettings,
    private readonly parts: RequestParts = {},
  ) {}

  /** What the answers read so far rest on. */
  readonly grounds: Grounds = { clock: false, unlogged: false };

  get statements(): Statement[] | undefined {
    return this.parts.statements;
  }

  get now(): Date {
    this.grounds.clock = true;
    return now();
  }

  /** Answers a field by one statement built from what it asks for. */
  read(info: GraphQLResolveInfo, root: FieldSql, given?: Record<string, unknown>): Promise<any> {
    return this.reader.read(info, { ...this.asking, given }, root);
  }

  /** The same as the text of the answer as it stands, or null if code has a say in it. */
  readVerbatim(info: GraphQLResolveInfo, root: FieldSql, given?: Record<string, unknown>): Promise<string | null> {
    return this.reader.readVerbatim(info, { ...this.asking, given }, root);
  }

  private get asking(): ReadRequest {
    const { viewer, locale, statements, grounds } = this;
    // What it has changed itself is read where it was changed.
    const revision = this.changes === 0 ? this.parts.revision : undefined;
    return { viewer, locale, statements, grounds, revision, now: now() };
  }

  private changes = 0;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private readonly sets = new Map<SetSql, Promise<any>>();

  /** Reads a set beyond the row at hand once per request, however many rows ask for it. */
  once(set: SetSql): Promise<any> {
    const known = this.sets.get(set);
    if (known) return known;
    const read = this.reader.readSet(set, this.asking);
    this.sets.set(set, read);
    return read;
  }

  /** Answers a field with an entity that is known by its id; all that one place of the answer asks is one statement. */
  readById(info: GraphQLResolveInfo, entity: string, id: string): Promise<unknown> {
    const place = `${entity}${placeOf(info.path)}`;
    const known = this.loaders.get(place);
    const loader =
      known ??
      new DataLoader<string, unknown>(async ids => {
        const found = await this.read(info, byId(entity), { ids: [...new Set(ids)] });
        return ids.map(each => found?.[each] ?? null);
      });
    this.loaders.set(place, loader);
    return loader.load(id);
  }

  /** Follows what happens, for a subscription: the statement gives the occurrences after `after` and up to `upTo`. */
  follow(info: GraphQLResolveInfo, root: FieldSql, since: number | null = null): Followed {
    return new Followed((after, upTo) => this.read(info, root, { after, upTo }), since);
  }

  /**
   * The transaction of a mutation, and the only one. What the deed refuses becomes `userErrors` and undoes everything;
   * so do a version that has moved on and a unique value that is taken. Anything else is a bug, and is thrown.
   */
  async change<P>(_payload: new () => P, deed: Deed<P>): Promise<P> {
    const { attempt } = this.parts;
    const place = this.changes++;
    this.forgetRead();
    const madeBefore = attempt?.madeAt(place);
    if (madeBefore) return { ...madeBefore, userErrors: [] } as P;
    try {
      const made = await this.database.orm.em.fork().transactional(async em => {
        const flush = () => flushAs(em, this.viewer);
        const result = await deed(em, flush);
        await attempt?.remember(em, place, asReadBack(result));
        await flush();
        return result;
      });
      return { ...made, userErrors: [] } as P;
    } catch (error) {
      const refusal = refusalFrom(error);
      return { ...refusal.payload, userErrors: refusal.faults.map(each => this.userError(each)) } as P;
    }
  }

  /** What was read before a change need not hold after it. */
  private forgetRead(): void {
    this.loaders.clear();
    this.sets.clear();
  }

  private userError({ code, message, path }: Fault): UserError {
    return { code, message: inLocale(message, this.locale), path: path ? [...path] : null };
  }

  /** Loads and locks what the viewer may see, or refuses: what one may not see does not exist. */
  async load<T extends { id: string }>(
    em: EntityManager,
    entity: new () => T,
    { id, expectedVersion }: { id: string; expectedVersion?: number | null },
    { populate = [], path = ['id'] }: { populate?: readonly string[]; path?: readonly string[] } = {},
  ): Promise<T> {
    const visible = () => ({ id, ...this.visible(entity.name) });
    const locked = await em.findOne(entity, visible(), { lockMode: LockMode.PESSIMISTIC_WRITE });
    // Who has waited for the lock knows of other rows only what they were before it: they are read again.
    const found = locked && (await em.findOne(entity, visible(), { refresh: true, populate: populate as never }));
    if (!found) refuse('NOT_FOUND', { path });
    refuseIfMovedOn(found, expectedVersion);
    return found as T;
  }

  /**
   * Loads something that lies inside an idea together with the idea, which is locked first: all changes inside an idea
   * happen one after the other.
   */
  async loadInside<T extends Audited>(
    em: EntityManager,
    entity: new () => T,
    { id, expectedVersion }: { id: string; expectedVersion?: number | null },
    { populate = [], path = ['id'] }: { populate?: readonly string[]; path?: readonly string[] } = {},
  ): Promise<{ found: T; idea: Idea }> {
    const seen = await em.findOne(entity, { id }, { populate: populate as never });
    const ideaId = seen?.about().ideaId;
    if (!seen || !ideaId) refuse('NOT_FOUND', { path });
    const idea = await this.load(em, Idea, { id: ideaId }, { populate: ['memberships'], path });
    const found = await em.refresh(seen as never, { populate: populate as never });
    if (!found) refuse('NOT_FOUND', { path });
    refuseIfMovedOn(found, expectedVersion);
    return { found, idea };
  }

  private visible(entity: string): object {
    const environment = { viewer: this.viewer, now: this.now, args: [], given: {} };
    const condition = (alias: string) => compilePositional(visible(entity, rawSql(alias), this.viewer), environment);
    return { [raw(alias => condition(alias).text, condition('_').values as never)]: [] };
  }
}

/** A payload as it can be stored: of entities their id is enough, since they are read back. */
function asReadBack(made: object): Record<string, unknown> {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    return Utils.isEntity(value) ? { id: (value as unknown as { id: string }).id } : value;
  };
  return Object.fromEntries(Object.entries(made).map(([name, value]) => [name, plain(value)]));
}

function refuseIfMovedOn({ version }: { version?: number }, expectedVersion: number | null | undefined): void {
  if (expectedVersion != null && version !== expectedVersion) refuse('CONFLICT', { path: ['expectedVersion'] });
}

function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof OptimisticLockError || meaningOf(error) === 'collision')
    return new Refusal([fault('CONFLICT', ['expectedVersion'])]);
  if (error instanceof UniqueConstraintViolationException) return new Refusal([alreadyExists(error)]);
  throw error;
}
