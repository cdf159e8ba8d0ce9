import type { GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { rightsOf, type Viewer } from '../shared/viewer.js';
import type { Database } from '../database/database.js';
import { inTurns } from '../shared/program/breath.js';
import type { Locale } from '../shared/text/localized-text.js';
import type { ReadPolicy } from './policy.js';
import type { Plan, ReadModel } from './plan.js';
import { plan, planSet } from './planner.js';
import type { FieldSql, SetSql } from './scope.js';
import { shapeOf } from './shape.js';
import { BETWEEN_MEMBERS } from './sql.js';
import type { Untyped } from '../shared/untyped.js';

/** A statement that was run: shown by the debug switch, counted by tests. */
export interface Statement {
  readonly text: string;
  readonly milliseconds: number;
}

/** What an answer rests on beside what the activity log tells of. */
export interface Grounds {
  /** Whether it may turn as time passes. */
  clock: boolean;
  /** Whether it shows what changes without the log, such as when a key was last used. */
  unlogged: boolean;
}

export interface ReadRequest {
  readonly viewer: Viewer;
  readonly locale: Locale;
  readonly now: Date;
  readonly grounds: Grounds;
  /** How far in the activity log a replica must have come to answer; without it none may. */
  readonly revision?: number | undefined;
  readonly statements?: Statement[] | undefined;
  /** How statements are sent where that is not left to the database. */
  readonly readText?: Database['readText'] | undefined;
  readonly given?: Readonly<Record<string, unknown>> | undefined;
}

interface CachedPlan {
  readonly plan: Plan;
  uses: number;
  /** Given from the third use on, so that what is asked once or twice is nowhere kept prepared. */
  name: string | undefined;
}

/** Uses that make a statement worth preparing. */
const PROVED = 3;

/** How many bytes all kept plans take at most, as far as that can be told without looking. */
const KEPT_BYTES = 32 * 1024 * 1024;

/** Prepared statements are named across all readers, which may share connections. */
let names = 0;

/** Answers fields by running one statement for each. Plans that are asked for again are kept, those asked for last. */
export class Reader {
  private readonly plans = new LRUCache<string, CachedPlan>({ maxSize: KEPT_BYTES });
  private readonly numbers = new WeakMap<OperationDefinitionNode | SetSql, number>();
  private count = 0;

  constructor(
    private readonly model: ReadModel,
    private readonly database: Pick<Database, 'readText'>,
  ) {}

  get policy(): ReadPolicy {
    return this.model.policy;
  }

  /** Runs the one statement that answers the field at `info`. */
  async read(info: GraphQLResolveInfo, request: ReadRequest, root: FieldSql): Promise<Untyped> {
    return JSON.parse(await this.run(this.planFor(info, request, root), info.variableValues, request));
  }

  /** Runs the one statement that reads a set, and makes of it what is wanted, with others' turns between. */
  async readSet<T>(set: SetSql, request: ReadRequest, make: MadeOfSet<T>): Promise<T> {
    const key = `set ${this.numberOf(set)}|${scopeKey(request)}`;
    const text = await this.run(
      this.kept(key, 0, () => planSet(this.model, request.viewer, set)),
      {},
      request,
    );
    return inTurns(
      make(
        text === ''
          ? []
          : text
              .split(BETWEEN_MEMBERS)
              .values()
              .map(each => JSON.parse(each)),
      ),
    );
  }

  /** The text that the field at `info` is answered with as it stands, or null if code has a say in it. */
  async readReady(info: GraphQLResolveInfo, request: ReadRequest, root: FieldSql): Promise<string | null> {
    const cached = this.planFor(info, request, root);
    return cached.plan.ready ? this.run(cached, info.variableValues, request) : null;
  }

  private async run(
    { plan: planned, name }: CachedPlan,
    variables: Record<string, unknown>,
    request: ReadRequest,
  ): Promise<string> {
    const { viewer, now, given = {}, grounds, revision } = request;
    grounds.clock ||= planned.clock;
    grounds.unlogged ||= planned.unlogged;
    const environment = { viewer, now, given, args: planned.argsOf(variables) };
    planned.unused.forEach(parameter => parameter(environment));
    const values = planned.parameters.map(parameter => parameter(environment) ?? null);
    const started = performance.now();
    const statement = { text: planned.text, values, name };
    const on = request.readText ? { readText: request.readText } : this.database;
    const text = await on.readText(statement, planned.unlogged ? undefined : revision);
    request.statements?.push({ text: planned.text, milliseconds: performance.now() - started });
    return text ?? 'null';
  }

  private planFor(info: GraphQLResolveInfo, request: ReadRequest, root: FieldSql): CachedPlan {
    const key = `${this.numberOf(info.operation)}${placeOf(info.path)}|${shapeOf(info)}|${scopeKey(request)}`;
    const source = info.operation.loc?.source.body.length ?? 0;
    return this.kept(key, source, () => plan(this.model, { info, ...request }, root));
  }

  /** The plan under a key, made when it is first asked for; it may look into a document of some length. */
  private kept(key: string, source: number, make: () => Plan): CachedPlan {
    const known = this.plans.get(key);
    if (known) {
      known.uses += 1;
      if (known.uses >= PROVED) known.name ??= `read_${(names += 1)}`;
      return known;
    }
    const fresh = { plan: make(), uses: 1, name: undefined };
    this.plans.set(key, fresh, { size: key.length + sizeOf(fresh.plan) + PARSED * source });
    return fresh;
  }

  /** Plans of two operations never meet, however alike their texts. */
  private numberOf(planned: OperationDefinitionNode | SetSql): number {
    const known = this.numbers.get(planned);
    if (known !== undefined) return known;
    this.count += 1;
    this.numbers.set(planned, this.count);
    return this.count;
  }
}

/** Makes something of a set's members, each parsed when its turn has come; it may pause after each. */
export type MadeOfSet<T> = (members: Iterable<Untyped>) => Generator<void, T, void>;

/** All of them as they are. */
export function* listed(members: Iterable<Untyped>): Generator<void, Untyped[], void> {
  const all: Untyped[] = [];
  for (const each of members) {
    all.push(each);
    yield;
  }
  return all;
}

/** What a byte of a document takes once it is parsed; a plan looks into it, and so holds all of it. */
const PARSED = 100;

function sizeOf({ text, parameters }: Plan): number {
  return 2_000 + text.length + 500 * parameters.length;
}

/** What of the caller shapes a statement: its rights and language, never who it is. */
function scopeKey({ viewer, locale }: ReadRequest): string {
  return `${rightsOf(viewer)}:${viewer.partnerId ? 'partner' : ''}:${locale}`;
}

/**
 * The place of a field in the answer, whatever the index in a list. The types on the way belong to it: under one alias a
 * selection may ask each type for something else.
 */
export function placeOf(path: GraphQLResolveInfo['path'] | undefined): string {
  if (!path) return '';
  return typeof path.key === 'number' ? placeOf(path.prev) : `${placeOf(path.prev)}.${path.typename}:${path.key}`;
}
