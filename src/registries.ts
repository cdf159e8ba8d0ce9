import { type EntityMetadata, ReferenceKind } from '@mikro-orm/core';
import { type GraphQLInterfaceType, type GraphQLSchema, isObjectType } from 'graphql';
import { TAKEN_BACK } from './activity/as-of.js';
import { Audited } from './activity/audited.js';
import { type Noun, NOUNS } from './nouns.js';

/**
 * Holds every registry against what is stored and what the API has. What one has forgotten would be public, kept too
 * long or logged with its secrets: such a service does not start.
 */
export function requireWhole(schema: GraphQLSchema, entities: ReadonlyMap<string, EntityMetadata>): void {
  const stored = [...entities.values()].filter(({ embeddable, pivotTable }) => !embeddable && !pivotTable);
  const names = stored.map(({ className }) => className);
  const nouns = Object.values(NOUNS);
  const nodes = schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType).map(({ name }) => name);
  const faults = [
    ...differences('a place among the nouns', names, namesOf(nouns)),
    ...differences('a way to the past', namesOf(nouns.filter(({ past }) => past === 'THEN')), TAKEN_BACK),
    ...differences('a way to be read by its id', nodes, namesOf(nouns.filter(({ isNode }) => isNode))),
    ...stored.flatMap(meta => unshown(schema, meta).map(name => `${name} is no field: say whether the log tells it`)),
  ];
  if (faults.length > 0) throw new Error(`The registries are not whole:\n${faults.join('\n')}`);
}

const namesOf = (nouns: readonly Noun[]) => nouns.map(({ entity }) => entity.name);

function differences(what: string, wanted: readonly string[], named: readonly string[]): string[] {
  return [
    ...wanted.filter(name => !named.includes(name)).map(name => `${name} lacks ${what}`),
    ...named.filter(name => !wanted.includes(name)).map(name => `${name} has ${what}, and is not there`),
  ];
}

/** The properties of a noun that the log would tell and the API does not show. */
function unshown(schema: GraphQLSchema, { className, class: noun, properties }: EntityMetadata): string[] {
  if (!(noun.prototype instanceof Audited)) return [];
  const type = schema.getType(className);
  const { unlogged, loggedBeside } = noun as unknown as typeof Audited;
  const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
  return Object.values(properties)
    .filter(({ kind, embedded, formula }) => !embedded && !formula && kind !== ReferenceKind.MANY_TO_MANY)
    .map(({ name }) => name)
    .filter(name => !fields.includes(name) && !unlogged.has(name) && !loggedBeside.has(name))
    .map(name => `${className}.${name}`);
}
