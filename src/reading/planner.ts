import type { EntityMetadata } from '@mikro-orm/core';
import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { getArgumentValues } from 'graphql/execution/values.js';
import { VISIBLE } from '../access/visibility.js';
import type { Viewer } from '../access/viewer.js';
import type { Locale } from '../shared/localized-text.js';
import { columnOf, propertySql } from './columns.js';
import type { FieldSql, Row, Scope, SetSql } from './scope.js';
import { compile, jsonObject, literal, param, type Parameter, raw, sql, type Sql } from './sql.js';

/** A finished plan: the statement's text, and how to get its parameters from a request. */
export interface Plan {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  /** Computes the arguments of every planned field from a request's variables. */
  argsOf(variables: Record<string, unknown>): Record<string, unknown>[];
}

/** What plans are made from: the API, the tables, and the SQL of fields that are more than a column. */
export interface ReadModel {
  readonly schema: GraphQLSchema;
  readonly entities: ReadonlyMap<string, EntityMetadata>;
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, FieldSql>>;
}

interface Asking {
  readonly info: Pick<GraphQLResolveInfo, 'fragments' | 'variableValues' | 'fieldNodes' | 'fieldName' | 'parentType'>;
  readonly viewer: Viewer;
  readonly locale: Locale;
}

/** Turns the selection of one field into one statement. */
export function plan(model: ReadModel, asking: Asking, root: FieldSql): Plan {
  return new Planning(model, asking).run(root);
}

/** Turns a set that belongs to no field into one statement. */
export function planSet(model: ReadModel, viewer: Viewer, set: SetSql): Plan {
  return new Planning(model, { viewer, locale: 'SV', info: NO_FIELD }).runSet(set);
}

const NO_FIELD = {} as Asking['info'];

class Planning {
  private aliases = 0;
  private readonly argumentsOf: ((variables: Record<string, unknown>) => Record<string, unknown>)[] = [];

  constructor(
    private readonly model: ReadModel,
    private readonly asking: Asking,
  ) {}

  runSet(set: SetSql): Plan {
    const { viewer } = this.asking;
    const scope = { viewer, rowOf: this.rowOf.bind(this), visible: this.visible.bind(this) };
    return { ...compile(sql`select (${set(scope)})::text`), argsOf: () => [] };
  }

  run(root: FieldSql): Plan {
    const { parentType, fieldName, fieldNodes } = this.asking.info;
    const scope = this.scope(parentType, fieldName, fieldNodes, { alias: '', properties: {} });
    const { text, parameters } = compile(sql`select (${root(scope)})::text`);
    const argumentsOf = this.argumentsOf;
    return { text, parameters, argsOf: variables => argumentsOf.map(compute => compute(variables)) };
  }

  private scope(
    parent: GraphQLObjectType,
    name: string,
    nodes: readonly FieldNode[],
    row: Row,
    asType?: string,
  ): Scope {
    const definition = parent.getFields()[name]!;
    const place = this.argumentsOf.length;
    this.argumentsOf.push(variables => getArgumentValues(definition, nodes[0]!, variables));
    const args = getArgumentValues(definition, nodes[0]!, this.asking.info.variableValues);
    const { viewer } = this.asking;
    const typeOf = (override?: string) => this.objectType(override ?? asType ?? getNamedType(definition.type).name);

    const scope: Scope = {
      row,
      viewer,
      args,
      locale: (args.locale as Locale | null | undefined) ?? this.asking.locale,
      arg: pick => param(environment => pick(environment.args[place])),
      column: property => columnOf(row, property),
      object: () => this.object(typeOf(), nodes, row),
      one: (entity, where, options) => this.one(entity, nodes, where, options),
      many: (entity, from) => this.many(entity, nodes, from),
      below: fieldName => this.below(typeOf(), nodes, row, fieldName),
      rowOf: entity => this.rowOf(entity),
      visible: (entity, alias) => this.visible(entity, alias),
      on: (other, typeName) => this.scope(parent, name, nodes, other, typeName ?? asType),
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
    return [...fields].filter(([, [node]]) => !node!.name.value.startsWith('__'));
  }

  private object(type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row, typed = false): Sql {
    const pairs = this.selected(type, nodes).map(
      ([key, fieldNodes]) => sql`${literal(key)}, ${this.field(type, fieldNodes, row)}`,
    );
    if (typed) pairs.push(sql`'__typename', ${literal(type.name)}`);
    return jsonObject(pairs);
  }

  private field(type: GraphQLObjectType, nodes: readonly FieldNode[], row: Row): Sql {
    const name = nodes[0]!.name.value;
    const scope = this.scope(type, name, nodes, row);
    const own = this.model.fields.get(type.name)?.get(name);
    if (own) return own(scope);
    const property = row.properties[name];
    if (!property) throw new Error(`${type.name}.${name} has neither a column nor SQL of its own`);
    return propertySql(scope, property);
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
    const alias = `${meta.tableName.replaceAll('_', '')}${this.aliases}`;
    const visible = this.visible(entity, raw(alias));
    return { alias, properties: meta.properties, meta, table: raw(`"${meta.tableName}" as ${alias}`), visible };
  }

  private visible(entity: string, alias: Sql): Sql {
    return VISIBLE[entity]?.(alias, this.asking.viewer) ?? raw('true');
  }

  private one(entity: string, nodes: readonly FieldNode[], where: (alias: Sql) => Sql, { typed = false } = {}): Sql {
    const row = this.rowOf(entity);
    const object = this.object(this.objectType(entity), nodes, row, typed);
    return sql`(select ${object} from ${row.table} where ${where(raw(row.alias))} and ${row.visible})`;
  }

  private many(entity: string, nodes: readonly FieldNode[], from: Parameters<Scope['many']>[1]): Sql {
    const row = this.rowOf(entity);
    const object = this.object(this.objectType(entity), nodes, row);
    const { join: joined, where, orderBy } = from(row.alias);
    return sql`(select coalesce(json_agg(${object} order by ${orderBy}), '[]') from ${row.table} ${joined ?? raw('')} where ${where} and ${row.visible})`;
  }
}
