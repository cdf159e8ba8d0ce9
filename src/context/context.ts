import type { EntityManager } from '@mikro-orm/core';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Database } from '../database/database.js';
import { byId } from '../reading/nodes/by-id.js';
import { Followed } from '../reading/followed.js';
import {
  type Grounds,
  listed,
  type MadeOfSet,
  placeOf,
  type Reader,
  type ReadRequest,
  type Statement,
} from '../reading/reader.js';
import type { FieldSql, SetSql } from '../reading/scope.js';
import type { AllowedTime } from '../shared/program/allowed-time.js';
import type { Locale } from '../shared/text/localized-text.js';
import { now } from '../shared/time/clock.js';
import type { MutationPayload } from '../shared/user-error.js';
import type { Viewer } from '../shared/viewer.js';
import type { MailSettings } from '../notices/mail-settings.js';
import type { WebhookSettings } from '../webhooks/webhook-settings.js';
import { type Attempt, changed, type Work } from './changing.js';
import { type LoadOptions, loadVisible, type Wanted } from './loading.js';
import type { Untyped } from '../shared/untyped.js';

/** What a request brings that not every request has. */
export interface RequestParts {
  /** Where the statements of this request are noted, if somebody wants to see them. */
  readonly statements?: Statement[] | undefined;
  readonly attempt?: Attempt | undefined;
  /** The time that its changes have. */
  readonly time?: AllowedTime | undefined;
  /** How far the activity log had come when the request did: what it is answered with must be as new. */
  readonly revision?: number | undefined;
  /** How its statements are sent where that is not left to the database. */
  readonly readText?: Database['readText'] | undefined;
}

/** What changes ask of how the service is set up. */
export interface Settings {
  readonly webhooks: WebhookSettings;
  readonly mail: MailSettings | null;
}

/** One request: who asks, in which language, what it may read and how it changes things. */
export class Context {
  constructor(
    readonly viewer: Viewer,
    readonly locale: Locale,
    readonly database: Database,
    protected readonly reader: Reader,
    protected readonly settings: Settings,
    private readonly parts: RequestParts = {},
    /** What the answers read so far rest on. */
    readonly grounds: Grounds = { clock: false, unlogged: false },
  ) {}

  get webhooks(): WebhookSettings {
    return this.settings.webhooks;
  }

  /** How mails are sent; null where none are. */
  get mail(): MailSettings | null {
    return this.settings.mail;
  }

  get statements(): Statement[] | undefined {
    return this.parts.statements;
  }

  /** The time; from now on the answer rests on the clock, and turns as time passes. */
  readClock(): Date {
    this.grounds.clock = true;
    return now();
  }

  /** Answers a field by one statement built from what it asks for. */
  read(info: GraphQLResolveInfo, root: FieldSql, given?: Record<string, unknown>): Promise<Untyped> {
    return this.reader.read(info, { ...this.asking, given }, root);
  }

  /** The same request, whose reads give the texts of their answers as they stand, or null where code has a say in them. */
  inText(): TextContext {
    const { viewer, locale, database, reader, settings, parts, grounds } = this;
    return new TextContext(viewer, locale, database, reader, settings, parts, grounds);
  }

  protected get asking(): ReadRequest {
    const { viewer, locale, statements, grounds } = this;
    // What it has changed itself is read where it was changed.
    const revision = this.changes === 0 ? this.parts.revision : undefined;
    return { viewer, locale, statements, grounds, revision, readText: this.parts.readText, now: now() };
  }

  private changes = 0;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private readonly sets = new Map<SetSql, Promise<Untyped>>();

  /** Reads a set beyond the row at hand once per request, however many rows ask for what is made of it. */
  once(set: SetSql): Promise<Untyped[]>;
  once<T>(set: SetSql, make: MadeOfSet<T>): Promise<T>;
  once(set: SetSql, make: MadeOfSet<unknown> = listed): Promise<Untyped> {
    const known = this.sets.get(set);
    if (known) return known;
    const read = this.reader.readSet(set, this.asking, make);
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
   * The transaction of a mutation, and the only one. What the work refuses becomes `userErrors` and undoes everything;
   * so do a version that has moved on and a unique value that is taken, at the second time where `again` makes ready to
   * do the work once more. Anything else is a bug, and is thrown.
   */
  change<P extends MutationPayload>(payload: new () => P, work: Work<P>, again?: () => Promise<void>): Promise<P> {
    const { viewer, locale } = this;
    const { attempt, time } = this.parts;
    const place = this.changes++;
    this.forgetRead();
    return changed(this.database.orm.em, payload, work, { viewer, locale, attempt, time, place, again });
  }

  /** What was read before a change need not hold after it. */
  private forgetRead(): void {
    this.loaders.clear();
    this.sets.clear();
  }

  /** Loads and locks what the viewer may see, or refuses: what one may not see does not exist. */
  load<T extends { id: string }>(
    em: EntityManager,
    entity: new () => T,
    wanted: Wanted,
    options: LoadOptions<T> = {},
  ): Promise<T> {
    return loadVisible(em, entity, wanted, options, { policy: this.reader.policy, viewer: this.viewer });
  }
}

/** A request that is answered by texts. */
class TextContext extends Context {
  override read(info: GraphQLResolveInfo, root: FieldSql, given?: Record<string, unknown>): Promise<string | null> {
    return this.reader.readReady(info, { ...this.asking, given }, root);
  }
}
