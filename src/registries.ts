import { type EntityMetadata, ReferenceKind } from '@mikro-orm/core';
import { type GraphQLInterfaceType, type GraphQLSchema, isObjectType } from 'graphql';
import { VISIBLE } from './access/visibility.js';
import { TAKEN_BACK } from './activity/as-it-was.js';
import { Audited } from './activity/audited.js';
import { TOLD_WHOLE } from './activity/told-whole.js';
import { UNTOLD } from './activity/activity-writer.js';
import { NODES } from './reading/node-sql.js';

/** What the log tells of a noun though the API has no field of that name: what it is a part of, and columns behind fields. */
const TOLD_BESIDE: ReadonlySet<string> = new Set([
  'project',
  'indicator',
  'memberships',
  'deadlineLabels',
  'publishedAt',
  'cancelledAt',
  'parent',
]);

/** What is shown as it is now, also where the past is asked for. */
const AS_NOW: readonly string[] = ['Programme', 'FocusArea', 'ApiKey', 'Webhook', 'WebhookDelivery'];

/**
 * Holds every registry against what is stored and what the API has. What one has forgotten would be public, kept too
 * long or logged with its secrets: such a service does not start.
 */
export function requireWhole(schema: GraphQLSchema, entities: ReadonlyMap<string, EntityMetadata>): void {
  const stored = [...entities.values()].filter(({ embeddable, pivotTable }) => !embeddable && !pivotTable);
  const names = stored.map(({ className }) => className);
  const nodes = schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType).map(({ name }) => name);
  const faults = [
    ...differences('a rule of visibility', names, [...VISIBLE.keys()]),
    ...differences('whether the log tells it whole', names, [...TOLD_WHOLE.keys()]),
    ...differences('whether the past is told of it', names, [...TAKEN_BACK, ...AS_NOW]),
    ...differences('a way to be read by its id', nodes, Object.values(NODES)),
    ...stored.flatMap(meta => unshown(schema, meta).map(name => `${name} is no field: say whether the log tells it`)),
  ];
  if (faults.length > 0) throw new Error(`The registries are not whole:\n${faults.join('\n')}`);
}

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
  const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
  return Object.values(properties)
    .filter(({ kind, embedded, formula }) => !embedded && !formula && kind !== ReferenceKind.MANY_TO_MANY)
    .map(({ name }) => name)
    .filter(name => !fields.includes(name) && !UNTOLD.has(name) && !TOLD_BESIDE.has(name))
    .map(name => `${className}.${name}`);
}
