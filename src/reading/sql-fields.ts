import { createParameterDecorator, FieldResolver, getMetadataStorage } from 'type-graphql';
import type { FieldSql } from './scope.js';

const registered = new WeakMap<object, Map<string, FieldSql>>();
const ready = new WeakMap<object, Set<string>>();

/** Says which SQL brings what a field resolver needs. The method gets it by `@SqlResult()`, under any alias. */
export function NeedsSql(fieldSql: FieldSql): MethodDecorator {
  return (prototype, method) => {
    const methods = registered.get(prototype) ?? new Map<string, FieldSql>();
    registered.set(prototype, methods.set(String(method), fieldSql));
  };
}

/** A field that the statement brings ready for the answer: no code stands between its SQL and who asks. */
export function SqlField(
  ...[type, options, fieldSql]: [...Parameters<typeof FieldResolver>, FieldSql]
): PropertyDecorator & MethodDecorator {
  return (prototype: object, name: string | symbol) => {
    (FieldResolver(type, options) as PropertyDecorator)(prototype, name);
    (NeedsSql(fieldSql) as PropertyDecorator)(prototype, name);
    ready.set(prototype, (ready.get(prototype) ?? new Set<string>()).add(String(name)));
  };
}

/** What the statement brought for this field. */
export function SqlResult() {
  return createParameterDecorator(({ root, info }) => (root as Record<string, unknown>)[info.path.key]);
}

interface ResolverMetadata {
  kind: string;
  target: { prototype: object };
  methodName: string;
  schemaName: string;
  getObjectType: () => object;
}

interface ExternalResolver {
  readonly type: string;
  readonly field: string;
  readonly fieldSql: FieldSql | undefined;
  readonly ready: boolean;
}

function externalResolvers(): ExternalResolver[] {
  const storage = getMetadataStorage() as unknown as {
    fieldResolvers: ResolverMetadata[];
    objectTypes: { target: object; name: string }[];
  };
  const typeNames = new Map(storage.objectTypes.map(({ target, name }) => [target, name]));
  return storage.fieldResolvers
    .filter(({ kind }) => kind === 'external')
    .map(({ target, methodName, schemaName, getObjectType }) => ({
      type: typeNames.get(getObjectType())!,
      field: schemaName,
      fieldSql: registered.get(target.prototype)?.get(methodName),
      ready: ready.get(target.prototype)?.has(methodName) ?? false,
    }));
}

/** The SQL that `@NeedsSql` has registered, by type and field. */
export function registeredFields(): Map<string, Map<string, FieldSql>> {
  const byType = new Map<string, Map<string, FieldSql>>();
  for (const { type, field, fieldSql } of externalResolvers()) {
    if (fieldSql) byType.set(type, (byType.get(type) ?? new Map<string, FieldSql>()).set(field, fieldSql));
  }
  return byType;
}

/** The fields that code has a say in: a resolver class answers them with a method. By type. */
export function codedFields(): Map<string, Set<string>> {
  const byType = new Map<string, Set<string>>();
  for (const { type, field } of externalResolvers().filter(each => !each.ready))
    byType.set(type, (byType.get(type) ?? new Set<string>()).add(field));
  return byType;
}
