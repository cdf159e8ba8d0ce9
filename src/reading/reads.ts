import { createParameterDecorator, getMetadataStorage } from 'type-graphql';
import type { FieldSql } from './scope.js';

const registered = new WeakMap<object, Map<string, FieldSql>>();

/** Says which SQL brings what a field resolver needs. The method gets it by `@Brought()`, under any alias. */
export function Reads(fieldSql: FieldSql): MethodDecorator {
  return (prototype, method) => {
    const methods = registered.get(prototype) ?? new Map<string, FieldSql>();
    registered.set(prototype, methods.set(String(method), fieldSql));
  };
}

/** What the statement brought for this field. */
export function Brought(): ParameterDecorator {
  return createParameterDecorator(({ root, info }) => (root as Record<string, unknown>)[info.path.key]);
}

/** The SQL that `@Reads` has registered, by type and field. */
export function registeredFields(): Map<string, Map<string, FieldSql>> {
  const byType = new Map<string, Map<string, FieldSql>>();
  const storage = getMetadataStorage() as unknown as {
    fieldResolvers: { kind: string; target: { prototype: object }; methodName: string; schemaName: string; getObjectType(): object }[];
    objectTypes: { target: object; name: string }[];
  };
  for (const { target, methodName, schemaName, getObjectType, kind } of storage.fieldResolvers) {
    const fieldSql = registered.get(target.prototype)?.get(methodName);
    if (!fieldSql || kind !== 'external') continue;
    const owner = storage.objectTypes.find(type => type.target === getObjectType());
    if (!owner) throw new Error(`the type of ${methodName} is not known`);
    byType.set(owner.name, (byType.get(owner.name) ?? new Map<string, FieldSql>()).set(schemaName, fieldSql));
  }
  return byType;
}
