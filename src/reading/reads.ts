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

const places = new WeakMap<object, Map<string, number>>();

/** What the statement brought for this field. */
export function Brought(): ParameterDecorator {
  const take = createParameterDecorator(({ root, info }) => (root as Record<string, unknown>)[info.path.key]);
  return (prototype, method, place) => {
    const known = places.get(prototype) ?? new Map<string, number>();
    places.set(prototype, known.set(String(method), place));
    take(prototype, method!, place);
  };
}

const PROBES: readonly unknown[] = [null, 0, 1, '', 'text', false, true, [], {}];

/** Whether a method gives back whatever was brought, of every kind, so that it need not be called at all. */
function passesOn(prototype: object, method: string): boolean {
  const place = places.get(prototype)?.get(method);
  if (place === undefined) return false;
  const call = (prototype as Record<string, (...parameters: unknown[]) => unknown>)[method]!;
  const answers = (probe: unknown) => {
    const answer = call.call(prototype, ...Array<unknown>(place), probe);
    // An asynchronous method that misses its context says so later, to nobody.
    if (answer instanceof Promise) answer.catch(() => undefined);
    return answer;
  };
  try {
    return PROBES.every(probe => answers(probe) === probe);
  } catch {
    return false;
  }
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
  readonly passesOn: boolean;
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
      passesOn: passesOn(target.prototype, methodName),
      fieldSql: registered.get(target.prototype)?.get(methodName),
    }));
}

/** The SQL that `@Reads` has registered, by type and field. */
export function registeredFields(): Map<string, Map<string, FieldSql>> {
  const byType = new Map<string, Map<string, FieldSql>>();
  for (const { type, field, fieldSql } of externalResolvers()) {
    if (fieldSql) byType.set(type, (byType.get(type) ?? new Map<string, FieldSql>()).set(field, fieldSql));
  }
  return byType;
}

/** The fields that a resolver class answers with a method, by type; those left out that only pass on what was brought. */
export function resolvedFields(): Map<string, Set<string>> {
  const byType = new Map<string, Set<string>>();
  for (const { type, field, passesOn: only } of externalResolvers())
    if (!only) byType.set(type, (byType.get(type) ?? new Set<string>()).add(field));
  return byType;
}
