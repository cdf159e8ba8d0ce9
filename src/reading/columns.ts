import { type FieldNode, getNamedType, type GraphQLField, isCompositeType, Kind } from 'graphql';
import { type EntityMetadata, type EntityProperty, ReferenceKind } from '@mikro-orm/core';
import { join, literal, raw, sql, type Sql } from './sql.js';
import type { Row, Scope } from './scope.js';

const quoted = (name: string) => `"${name}"`;

/** A column of the row; amounts and other exact numbers leave as text, so that JSON keeps every digit. */
export function columnOf(row: Row, name: string): Sql {
  const [first = '', second] = name.split('.');
  const outer = row.properties[first];
  const property = second ? outer?.embeddedProps[second] : outer;
  if (!property) throw new Error(`there is no column for ${name}`);
  return storedIn(row, property);
}

function storedIn({ alias }: Row, { fieldNames }: EntityProperty): Sql {
  return sql`${alias}.${raw(quoted(fieldNames[0]!))}`;
}

function jsonOf(property: EntityProperty, column: Sql): Sql {
  return property.columnTypes[0]!.startsWith('numeric') ? sql`${column}::text` : column;
}

/** The SQL of a field that is a property of the entity by the same name. */
export function propertySql(scope: Scope, property: EntityProperty): Sql {
  switch (property.kind) {
    case ReferenceKind.SCALAR:
      return jsonOf(property, storedIn(scope.row, property));
    case ReferenceKind.EMBEDDED:
      return embeddedSql(scope, property);
    case ReferenceKind.MANY_TO_ONE:
    case ReferenceKind.ONE_TO_ONE:
      return toOneSql(scope, property);
    default:
      return toManySql(scope, property);
  }
}

/** An amount of a row as JSON, its digits exact; null where there is none. */
export function moneyOf(row: Sql, column: string): Sql {
  const [amount, currency] = ['amount', 'currency'].map(part => sql`${row}.${raw(`${column}_${part}`)}`) as [Sql, Sql];
  return moneyIf(sql`${amount} is not null`, amount, currency);
}

/** The same under a condition of its own. */
export function moneyIf(condition: Sql, amount: Sql, currency: Sql): Sql {
  return sql`case when ${condition} then json_build_object('amount', ${amount}::text, 'currency', ${currency}) end`;
}

/** A moment as the API writes it. https://scalars.graphql.org/andimarek/date-time.html */
export function instant(value: Sql): Sql {
  return sql`to_char((${value})::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Small value objects that a statement brings whole, whatever is asked of them, with their fields in order. */
const WHOLE_VALUES: ReadonlyMap<string, string> = new Map([['Money', 'amount,currency']]);

export const isWholeValue = (type: string) => WHOLE_VALUES.has(type);

/** Whether a field brings just what is asked of it, without a look at its selection: no object, or such a value whole. */
export function isAskedWhole(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): boolean {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return true;
  if (nodes.length > 1) return false;
  const names = nodes[0]!.selectionSet!.selections.map(each =>
    each.kind === Kind.FIELD && !each.alias && !each.directives!.length ? each.name.value : '',
  );
  return names.join() === WHOLE_VALUES.get(type.name);
}

function embeddedSql(scope: Scope, property: EntityProperty): Sql {
  if (property.type === 'LocalizedText') return localized(scope, property.name);
  const object = isWholeValue(property.type) ? wholeValue(scope, property) : partsOf(scope, property);
  if (!property.nullable) return object;
  const [first] = Object.values(property.embeddedProps);
  return sql`case when ${storedIn(scope.row, first!)} is not null then ${object} end`;
}

/** Those parts of an embedded object that the field asks for. */
function partsOf(scope: Scope, property: EntityProperty): Sql {
  return scope.on({ alias: scope.row.alias, properties: property.embeddedProps }).object();
}

function wholeValue({ row }: Scope, property: EntityProperty): Sql {
  const parts = Object.entries(property.embeddedProps).map(
    ([name, column]) => sql`${literal(name)}, ${jsonOf(column, storedIn(row, column))}`,
  );
  return sql`json_build_object(${join(parts, ', ')})`;
}

/** A text in the language asked for, else in the other. */
export function localized({ row, locale }: Scope, name: string): Sql {
  const [sv, en] = [columnOf(row, `${name}.sv`), columnOf(row, `${name}.en`)];
  return locale === 'EN' ? sql`coalesce(${en}, ${sv})` : sql`coalesce(${sv}, ${en})`;
}

function toOneSql(scope: Scope, property: EntityProperty): Sql {
  const target = property.targetMeta!.className;
  if (property.owner) {
    const key = storedIn(scope.row, property);
    return scope.one(target, alias => sql`${alias}.id = ${key}`);
  }
  const back = property.targetMeta!.properties[property.mappedBy as never] as EntityProperty;
  return scope.one(target, alias => sql`${alias}.${raw(quoted(back.fieldNames[0]!))} = ${scope.row.alias}.id`);
}

function toManySql(scope: Scope, property: EntityProperty): Sql {
  const target = property.targetMeta!;
  return scope.many(target.className, alias => {
    const orderBy = orderOf(property, target, alias);
    if (property.kind === ReferenceKind.MANY_TO_MANY) {
      const pivot = sql`${alias}_of`;
      return {
        join: sql`join ${raw(quoted(property.pivotTable))} as ${pivot} on ${pivot}.${raw(quoted(property.inverseJoinColumns[0]!))} = ${alias}.id`,
        where: sql`${pivot}.${raw(quoted(property.joinColumns[0]!))} = ${scope.row.alias}.id`,
        orderBy,
      };
    }
    const back = target.properties[property.mappedBy as never] as EntityProperty;
    return { where: sql`${alias}.${raw(quoted(back.fieldNames[0]!))} = ${scope.row.alias}.id`, orderBy };
  });
}

function orderOf(property: EntityProperty, target: EntityMetadata, alias: Sql): Sql {
  const order = Object.entries((property.orderBy ?? { id: 'asc' }) as Record<string, string>);
  const keys = order.map(([name, direction]) => {
    const { fieldNames } = target.properties[name as never] as EntityProperty;
    return sql`${alias}.${raw(`${quoted(fieldNames[0]!)} ${direction}`)}`;
  });
  return join(keys, ', ');
}
