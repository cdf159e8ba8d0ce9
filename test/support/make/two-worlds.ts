import { buildSchema, execute, type GraphQLSchema, parse, printSchema } from 'graphql';
import type { FastifyInstance } from 'fastify';
import { ANONYMOUS, type Viewer } from '../../../src/shared/viewer.js';
import { type Api, createApi } from '../../../src/api.js';
import { readConfig } from '../../../src/config.js';
import type { Database } from '../../../src/database/database.js';
import { createServer } from '../../../src/http/server.js';
import { at } from '../../../src/shared/time/clock.js';
import type { Locale } from '../../../src/shared/text/localized-text.js';
import { freshDatabase } from '../service/service.js';
import type { Tables } from '../service/stored-rows.js';
import { emptyTables, insertRows } from '../rows/tables.js';
import { otherwise } from '../rows/unseen.js';
import { MOMENT } from '../world/moments.js';
import { smallWorld } from '../world/world.js';

/** The service over one world. */
class OneWorld {
  private constructor(
    readonly api: Api,
    readonly database: Database,
    private readonly server: FastifyInstance,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<OneWorld> {
    const { database, drop } = await freshDatabase();
    const api = createApi(database);
    const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'fatal', RATE_PER_KEY: '0', RATE_PER_ADDRESS: '0' });
    return new OneWorld(api, database, await createServer({ api, database, config }), drop);
  }

  async fill(rows: Tables): Promise<void> {
    await emptyTables(this.database);
    await this.database.query('update activity_head set sequence = 0');
    await insertRows(this.database, rows);
  }

  answer(document: string, variableValues: Record<string, unknown>, viewer: Viewer, locale: Locale): Promise<string> {
    return at(MOMENT, async () => {
      const contextValue = this.api.contextFor(viewer, locale);
      return JSON.stringify(
        await execute({ schema: this.api.schema, document: parse(document), contextValue, variableValues }),
      );
    });
  }

  /** A file as its reader gets it: status, type and content. */
  file(url: string, key: string | null): Promise<string> {
    return at(MOMENT, async () => {
      const headers = key ? { authorization: `Bearer ${key}` } : {};
      const { statusCode, headers: got, rawPayload } = await this.server.inject({ url, headers });
      return `${statusCode} ${String(got['content-type'])}\n${rawPayload.toString('latin1')}`;
    });
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.database.close();
    await this.drop();
  }
}

/** Two services: over one world, and over another one that only others than the viewer can tell from it. */
export class TwoWorlds {
  readonly schema: GraphQLSchema;
  private viewer: Viewer = ANONYMOUS;
  private otherRows: Tables | undefined;

  private constructor(
    private readonly one: OneWorld,
    private readonly other: OneWorld,
    readonly rows: Tables,
  ) {
    this.schema = buildSchema(printSchema(one.api.schema));
  }

  static async open(seed: number): Promise<TwoWorlds> {
    const [one, other] = await Promise.all([OneWorld.open(), OneWorld.open()]);
    const rows = smallWorld(seed);
    await one.fill(rows);
    return new TwoWorlds(one, other, rows);
  }

  /** Makes the other world, so that it is the same for this viewer. */
  async hideFrom(viewer: Viewer): Promise<void> {
    this.viewer = viewer;
    this.otherRows = otherwise(this.rows, viewer);
    await this.other.fill(this.otherRows);
  }

  /** What both worlds answer to the viewer, or to somebody else. */
  answers(document: string, { variables = {}, locale = 'SV', viewer = this.viewer }: Asked = {}): Promise<string[]> {
    return Promise.all([this.one, this.other].map(world => world.answer(document, variables, viewer, locale)));
  }

  files(url: string, key: string | null): Promise<string[]> {
    return Promise.all([this.one, this.other].map(world => world.file(url, key)));
  }

  /** An id of every kind in every table of either world: half of them, so that it is a matter of seconds. */
  ids(): string[] {
    const rows = [this.rows, this.otherRows!].flatMap(world => Object.values(world).flat() as { id?: string }[]);
    return [...new Set(rows.flatMap(({ id }) => id ?? []))].filter((_, index) => index % 2 === 0);
  }

  /** Some of the ids that are there in the first world, and not in the other. */
  hiddenIds(): HiddenIds {
    const there = JSON.stringify(this.otherRows);
    const gone = (rows: readonly { id: string }[]) => rows.filter(({ id }) => !there.includes(id)).map(({ id }) => id);
    const { idea, funding_call, application, membership, api_key } = this.rows;
    const hidden = new Set(gone(idea));
    const inside = (rows: readonly { id: string; idea_id: string }[]) =>
      rows.filter(({ idea_id }) => hidden.has(idea_id)).map(({ id }) => id);
    return {
      idea: [...hidden].slice(0, 2),
      call: gone(funding_call).slice(0, 2),
      key: gone(api_key).slice(0, 2),
      application: inside(application).slice(0, 2),
      membership: inside(membership).slice(0, 2),
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.one.close(), this.other.close()]);
  }
}

export type HiddenIds = Readonly<Record<'idea' | 'call' | 'key' | 'application' | 'membership', readonly string[]>>;

interface Asked {
  readonly variables?: Record<string, unknown>;
  readonly locale?: Locale;
  readonly viewer?: Viewer;
}
