import type { EntityMetadata } from '@mikro-orm/core';
import { type GraphQLField, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { takeTextsInOneForm } from './arguments.js';
import { isWholeValue } from './columns.js';
import type { ReadModel } from './plan.js';
import type { ReadPolicy } from './policy.js';
import { codedFields, registeredFields } from './sql-fields.js';
import type { FieldSql } from './scope.js';
import { given, sql } from './sql.js';
import type { Untyped } from '../shared/untyped.js';

/** What a resolver may ask of the request's context to read an entity it knows by id. */
interface Reading {
  read(info: unknown, root: FieldSql, given?: Record<string, unknown>): Promise<unknown>;
}

/** Joins the schema to the statements: fields take what was brought under their own key in the answer. */
export function attachReads(
  schema: GraphQLSchema,
  entities: ReadonlyMap<string, EntityMetadata>,
  policy: ReadPolicy,
): ReadModel {
  const fields = registeredFields();
  const coded = codedFields();
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    type.isTypeOf = undefined;
    const own = coded.get(type.name);
    for (const field of Object.values(type.getFields())) {
      if (own?.has(field.name)) continue;
      if (isPayload(type)) readBack(field, entities);
      else if (isRead(type.name, entities, fields)) takeBrought(field);
    }
  }
  takeTextsInOneForm(schema);
  return { schema, entities, policy, fields, coded };
}

function isRead(
  name: string,
  entities: ReadonlyMap<string, EntityMetadata>,
  fields: ReadonlyMap<string, unknown>,
): boolean {
  if (isWholeValue(name)) return false;
  return entities.has(name) || fields.has(name) || /(Connection|Edge|PageInfo)$/.test(name);
}

function takeBrought(field: GraphQLField<Untyped, unknown>): void {
  field.resolve = (root, _args, _context, info) => root[info.path.key];
}

function isPayload(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'MutationPayload');
}

/** A payload holds entities that a mutation changed; what is answered is read back as any other answer. */
function readBack(field: GraphQLField<Untyped, Untyped>, entities: ReadonlyMap<string, EntityMetadata>): void {
  const { name } = getNamedType(field.type);
  if (!entities.has(name)) return;
  const one: FieldSql = scope => scope.one(name, alias => sql`${alias}.id = ${given('id')}`);
  const many: FieldSql = scope =>
    scope.many(name, alias => ({
      where: sql`${alias}.id = any(${given('ids')}::text[])`,
      orderBy: sql`array_position(${given('ids')}::text[], ${alias}.id)`,
    }));
  field.resolve = (root, _args, context: Reading, info) => {
    const changed = root[field.name] as { id: string } | { id: string }[] | null | undefined;
    if (Array.isArray(changed)) return context.read(info, many, { ids: changed.map(({ id }) => id) });
    return changed ? context.read(info, one, { id: changed.id }) : null;
  };
}
