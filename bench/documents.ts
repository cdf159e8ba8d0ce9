import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { CONTENDERS, type ContenderName, type Operation } from './operation.js';

const read = new Map<string, string>();

/** The document that asks a contender for an operation. */
export function documentOf({ folder, document }: Operation, name: 'service' | 'postgraphile'): string {
  const path = name === 'service' && document ? document : `bench/operations/${folder}/${name}.graphql`;
  const known = read.get(path) ?? readFileSync(path, 'utf8');
  read.set(path, known);
  return known;
}

/** Who can be asked for an operation: the service always, the others when it is written down for them. */
export function contendersFor({ folder }: Operation): ContenderName[] {
  const file = { service: '', postgraphile: 'postgraphile.graphql', limit: 'limit.sql' };
  return CONTENDERS.filter(name => name === 'service' || existsSync(`bench/operations/${folder}/${file[name]}`));
}

/** Whether the API has what the operation asks for. */
export function isPossible({ needs }: Operation): boolean {
  if (!needs) return true;
  const [type = '', field = ''] = needs.split('.');
  const found = buildSchema(readFileSync('schema/schema.graphql', 'utf8')).getType(type);
  return isObjectType(found) && field in found.getFields();
}
