import type { EntityMetadata } from '@mikro-orm/core';
import { type FieldNode, getNamedType, type GraphQLObjectType, isObjectType, TypeNameMetaFieldDef } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Viewer } from '../shared/viewer.js';
import type { Locale } from '../shared/text/localized-text.js';
import { TYPE } from '../shared/node.js';
import { argumentsOf } from './arguments.js';
import { columnOf, instant, isAskedWhole, propertySql } from './columns.js';
import type { Asking, Plan, ReadModel } from './plan.js';
import type { FieldSql, Parts, Row, Scope, SetSql } from './scope.js';
import { CLOCK, compile, jsonObject, literal, MOST_PAIRS, param, type Parameter, raw, sql, type Sql } from './sql.js';

/** Turns the selection of one field into one statement. */
export function plan(model: ReadModel, asking: Asking, root: FieldSql): Plan {
  return new Planning(model, asking).run(root);
}

/** Turns a set that belongs to no field into one statement. */
export function planSet(model: ReadModel, viewer: Viewer, set: SetSql): Plan {
  return new Planning(model, { viewer, locale: 'SV', info: NO_FIELD }).runSet(set);
}

const NO_FIELD = {} as Asking['info'];

/** Whether the SQL of a field has asked what is selected below it. */
interface Use {
  selection: boolean;
}

class Planning {
  private aliases = 0;
  private ready = true;
  private unlogged = false;
  private readonly lookedAt = new Set<Parameter>();
  private readonly argumentsOf: ((variables: Record<string, unknown>) => Record<string, unknown>)[] = [];

  constructor(
    private readonly model: ReadModel,
    private readonly asking: Asking,
  ) {}

  runSet(set: SetSql): Plan {
    const { viewer } = this.asking;
    const scope = { viewer, rowOf: this.rowOf.bind(this), visible: this.visible.bind(this) };
    return this.planOf(set(scope), false);
  }

  run(root: FieldSql): Plan {
    const { parentType, fieldName, fieldNodes } = this.asking.info;
    const use = { selection: false };
    const scope = this.scope(parentType, fieldName, fieldNodes, { alias: raw(''), properties: {} }, use);
    const object = root(scope);
    return this.planOf(object, this.ready && use.selection);
  }

  private planOf(object: Sql, ready: boolean): Plan {
    const { text, parameters } = compile(sql`select (${object})::text`);
    const { argumentsOf, unlogged } = this;
    const unused = [...this.lookedAt].filter(parameter => !parameters.includes(parameter));
    return {
      ...{ text, parameters, unused, ready, unlogged },
      clock: parameters.includes(CLOCK),
      argsOf: variables => argumentsOf.map(compute => compute(variables)),
    };
  }

  private scope(
    parent: GraphQLObjectType,
    name: string,
    nodes: readonly FieldNode[],
    row: Row,
    use: Use = { selection: false },
  ): Scope {
    const definition = name === '__typename' ? TypeNameMetaFieldDef : parent.getFields()[name]!;
    const argumentsFor = (variables: Record<string, unknown>) => argumentsOf(definition, nodes[0]!, variables);
    const args = argumentsFor(this.asking.info.variableValues);
    let place: number | undefined;
    const { viewer } = this.asking;
    const type = () => this.objectType(getNamedType(definition.type).name);
    /** What asks for the selection answers all of it, in its order. */
    const selecting = <T>(made: T): T => {
      use.selection = true;
      return made;
    };

    const scope: Scope = {
      row,
      viewer,
      nodes: this.model.policy.nodes,
      args,
      locale: (args.locale as Locale | null | undefined) ?? this.asking.locale,
      arg: pick => {
        const known = (place ??= this.argumentsOf.push(argumentsFor) - 1);
        return param(environment => pick(environment.args[known]));
      },
      looksAt: ({ parts }) => parts.forEach(part => void (typeof part !== 'string' && this.lookedAt.add(part))),
      column: property => columnOf(row, property),
      object: () => selecting(this.object(type(), nodes, row)),
      one: (entity, where, options) => selecting(this.one(entity, nodes, where, options)),
      many: (entity, from) => selecting(this.many(entity, nodes, from)),
      pairs: parts => selecting(this.pairs(type(), nodes, row, parts)),
      asks: names => this.selected(type(), nodes).some(([, [node]]) => names.includes(node!.name.value)),
      below: fieldName => this.below(type(), nodes, row, fieldName),
      rowOf: entity => this.rowOf(entity),
      visible: (entity, alias) => this.visible(entity, alias),
      on: other => this.scope(parent, name, nodes, other, use),
    };
    return scope;
  }

  private objectType(name: string): GraphQLObjectType {
    const type = this.model.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no object type`);
    return type;
  }

  /** The fields that a selection asks of a type, by the key they are answered under. */
  private selected(type: GraphQLObjectType, nodes: readonly FieldNode[]): [string, readonly FieldNode[]][] {
    const { fragments, variableValues } = this.asking.info;
    const fields = collectSubfields(this.model.schema, fragments, variableValues, type, nodes);
    return [...fields];
  }

  private object(type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row, typed = false): Sql {
    const pairs = this.selected(type, nodes).map(
      ([key, fieldNodes]) => sql`${literal(key)}, ${this.field(type, fieldNodes, row)}`,
    );
    if (typed) pairs.push(sql`${literal(TYPE)}, ${literal(type.name)}`);
    if (typed || pairs.length > MOST_PAIRS) this.ready = false;
    return jsonObject(pairs);
  }

  private field(type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row): Sql {
    const name = nodes[0]!.name.value;
    if (name === '__typename') return literal(type.name);
    const use = { selection: false };
    const value = this.valueOf(type, this.scope(type, name, nodes, row, use), name);
    const coded = this.model.coded.get(type.name)?.has(name);
    const field = type.getFields()[name]!;
    if (coded || !(use.selection || isAskedWhole(field, nodes))) this.ready = false;
    return !coded && getNamedType(field.type).name === 'DateTime' ? instant(value) : value;
  }

  private valueOf(type: GraphQLObjectType, scope: Scope, name: string): Sql {
    const own = this.model.fields.get(type.name)?.get(name);
    if (own) return own(scope);
    const property = scope.row.properties[name];
    if (!property) throw new Error(`${type.name}.${name} has neither a column nor SQL of its own`);
    return propertySql(scope, property);
  }

  private pairs(type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row, parts: Parts): Sql[] {
    return this.selected(type, nodes).map(([key, fieldNodes]) => {
      const name = fieldNodes[0]!.name.value;
      const part = name === '__typename' ? () => literal(type.name) : parts[name]!;
      return sql`${literal(key)}, ${part(this.scope(type, name, fieldNodes, row))}`;
    });
  }

  private below(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    row: Row,
    fieldName: string,
  ): { key: string; scope: Scope }[] {
    return this.selected(type, nodes)
      .filter(([, fieldNodes]) => fieldNodes[0]!.name.value === fieldName)
      .map(([key, fieldNodes]) => ({ key, scope: this.scope(type, fieldName, fieldNodes, row) }));
  }

  private rowOf(entity: string): Row & { table: Sql; meta: EntityMetadata; visible: Sql } {
    const meta = this.model.entities.get(entity);
    if (!meta) throw new Error(`${entity} is not stored`);
    this.aliases += 1;
    if (!this.model.policy.isLogged(entity)) this.unlogged = true;
    const alias = raw(`${meta.tableName.replaceAll('_', '')}${this.aliases}`);
    const visible = this.visible(entity, alias);
    return { alias, properties: meta.properties, meta, table: sql`${raw(`"${meta.tableName}"`)} as ${alias}`, visible };
  }

  private visible(entity: string, alias: Sql): Sql {
    return this.model.policy.visible(entity, alias, this.asking.viewer);
  }

  private one(entity: string, nodes: readonly FieldNode[], where: (alias: Sql) => Sql, { typed = false } = {}): Sql {
    const row = this.rowOf(entity);
    const object = this.object(this.objectType(entity), nodes, row, typed);
    return sql`(select ${object} from ${row.table} where ${where(row.alias)} and ${row.visible})`;
  }

  private many(entity: string, nodes: readonly FieldNode[], from: Parameters<Scope['many']>[1]): Sql {
    const row = this.rowOf(entity);
    const object = this.object(this.objectType(entity), nodes, row);
    const { join: joined, where, orderBy } = from(row.alias);
    return sql`(select coalesce(json_agg(${object} order by ${orderBy}), '[]') from ${row.table} ${joined ?? raw('')} where ${where} and ${row.visible})`;
  }
}
