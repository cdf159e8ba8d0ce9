import type { GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import type { Viewer } from '../access/viewer.js';
import type { Database } from '../database/database.js';
import type { Locale } from '../shared/localized-text.js';
import { type Plan, plan, planSet, type ReadModel } from './planner.js';
import type { FieldSql, SetSql } from './scope.js';
import { shapeOf } from './shape.js';

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
  readonly given?: Readonly<Record<string, unknown>> | undefined;
}

interface CachedPlan {
  readonly plan: Plan;
  /** Given from the second use on, so that documents seen once don't fill the server with prepared statements. */
  name: string | undefined;
}

/** Plans kept for one operation; more shapes than this start afresh. */
const PLANS_PER_OPERATION = 64;

/** Prepared statements are named across all readers, which may share connections. */
let names = 0;

/** Answers fields by running one statement for each. Plans live as long as the parsed document. */
export class Reader {
  private readonly plans = new WeakMap<OperationDefinitionNode, Map<string, CachedPlan>>();

  constructor(
    private readonly model: ReadModel,
    private readonly database: Pick<Database, 'readText'>,
  ) {}

  /** Runs the one statement that answers the field at `info`. */
  async read(info: GraphQLResolveInfo, request: ReadRequest, root: FieldSql): Promise<any> {
    return JSON.parse(await this.run(this.planFor(info, request, root), info.variableValues, request));
  }

  /** Runs the one statement that reads a set. */
  async readSet(set: SetSql, request: ReadRequest): Promise<any> {
    return JSON.parse(await this.run({ plan: planSet(this.model, request.viewer, set), name: undefined }, {}, request));
  }

  /** The text that the field at `info` is answered with as it stands, or null if code has a say in it. */
  async readVerbatim(info: GraphQLResolveInfo, request: ReadRequest, root: FieldSql): Promise<string | null> {
    const cached = this.planFor(info, request, root);
    return cached.plan.verbatim ? this.run(cached, info.variableValues, request) : null;
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
    const values = planned.parameters.map(parameter => parameter(environment) ?? null);
    const started = performance.now();
    const statement = { text: planned.text, values, name };
    const text = await this.database.readText(statement, planned.unlogged ? undefined : revision);
    request.statements?.push({ text: planned.text, milliseconds: performance.now() - started });
    return text ?? 'null';
  }

  private planFor(info: GraphQLResolveInfo, request: ReadRequest, root: FieldSql): CachedPlan {
    const cached = this.cacheOf(info.operation);
    const key = `${pathOf(info.path)}|${shapeOf(info)}|${scopeKey(request)}`;
    const known = cached.get(key);
    if (known) {
      known.name ??= `read_${(names += 1)}`;
      return known;
    }
    if (cached.size >= PLANS_PER_OPERATION) cached.clear();
    const fresh = { plan: plan(this.model, { info, ...request }, root), name: undefined };
    cached.set(key, fresh);
    return fresh;
  }

  private cacheOf(operation: OperationDefinitionNode): Map<string, CachedPlan> {
    const known = this.plans.get(operation);
    if (known) return known;
    const fresh = new Map<string, CachedPlan>();
    this.plans.set(operation, fresh);
    return fresh;
  }
}

/** What of the asker shapes a statement: role, grants and language, never who it is. */
function scopeKey({ viewer, locale }: ReadRequest): string {
  return `${viewer.role}:${viewer.grants.join('+')}:${viewer.partnerId ? 'partner' : ''}:${locale}`;
}

/** The place of a field in the answer, whatever the index in a list. */
export function pathOf(path: GraphQLResolveInfo['path'] | undefined): string {
  if (!path) return '';
  return typeof path.key === 'number' ? pathOf(path.prev) : `${pathOf(path.prev)}.${path.key}`;
}
