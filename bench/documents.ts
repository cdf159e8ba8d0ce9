import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { CONTENDERS, type ContenderName, type Operation, type Request } from './operation.js';

/** The file of an operation's folder that a contender is asked with: the first that is there. */
const FILES: Readonly<Record<ContenderName, readonly string[]>> = {
  service: ['service.graphql'],
  postgraphile: ['postgraphile.graphql'],
  like: ['like.graphql', 'postgraphile.graphql'],
  manual: ['service.graphql'],
  limit: ['limit.sql'],
};

const read = new Map<string, string>();

/** The document that asks a contender for an operation. */
function documentOf(operation: Operation, name: ContenderName): string {
  const path = fileOf(operation, name)!;
  const known = read.get(path) ?? readFileSync(path, 'utf8');
  read.set(path, known);
  return known;
}

/** Who speaks the service's schema is asked with the document that consumers run, where there is one. */
function fileOf({ folder, document }: Operation, name: ContenderName): string | undefined {
  if (document && (name === 'service' || name === 'manual')) return document;
  return FILES[name].map(file => `bench/operations/${folder}/${file}`).find(path => existsSync(path));
}

/** The body that asks a contender for an operation. */
export function bodyOf(operation: Operation, name: ContenderName, request: Request): object {
  if (name === 'limit') return request.limit;
  const { service, postgraphile, like = postgraphile } = request;
  const variables = { service, postgraphile, like, manual: service }[name];
  return { query: documentOf(operation, name), variables };
}

/** Who can be asked for an operation: the service always, the others where PostGraphile has words for it. */
export function contendersFor(operation: Operation): ContenderName[] {
  const others = fileOf(operation, 'postgraphile') !== undefined;
  return CONTENDERS.filter(name => name === 'service' || others);
}

/** Whether the API has what the operation asks for. */
export function isPossible({ needs }: Operation): boolean {
  if (!needs) return true;
  const [type = '', field = ''] = needs.split('.');
  const found = buildSchema(readFileSync('schema/schema.graphql', 'utf8')).getType(type);
  return isObjectType(found) && field in found.getFields();
}
