import {
  getNamedType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** How many things with an id are asked for below each other. */
const DEPTH = 1;

/** How many things one document may ask for by id. */
const NODES = 100;

/** What fields are asked with, where they must be asked with something, or would be long or slow. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  first: '4',
  from: '"2026-01-01"',
  to: '"2026-11-24"',
  runs: '100',
};

/** Documents that ask for every field of the schema: one for each list at the root, and one for things by their ids. */
export function everything(schema: GraphQLSchema, ids: readonly string[]): string[] {
  const roots = Object.values(schema.getQueryType()!.getFields());
  const lists = roots.filter(({ args }) => !args.some(arg => isRequiredArgument(arg) || arg.name === 'id'));
  const chunks = Array.from({ length: Math.ceil(ids.length / NODES) }, (_, at) =>
    ids.slice(at * NODES, (at + 1) * NODES),
  );
  return [
    ...lists.map(field => `{ ${asked(field, DEPTH).replace('first: 4', 'first: 40')} }`),
    ...chunks.map(each => byId(schema, each)),
  ];
}

/** Aliases keep apart what has the same name in several types. */
function byId(schema: GraphQLSchema, ids: readonly string[]): string {
  const types = schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType);
  const parts = types.map(type => `... on ${type.name} { ${fieldsOf(type, 0, `${type.name}_`)} }`);
  return `{ nodes(ids: ${JSON.stringify(ids)}) { __typename id ${parts.join('\n')} } }`;
}

function fieldsOf(type: GraphQLObjectType, depth: number, prefix = ''): string {
  return Object.values(type.getFields())
    .map(field => ({ field, left: depth - costOf(getNamedType(field.type)) }))
    .filter(({ left }) => left >= 0)
    .map(({ field, left }) => `${prefix && `${prefix}${field.name}: `}${asked(field, left)}`)
    .join(' ');
}

/** What a connection costs, its nodes cost no more; the parts of a project belong to it. */
function costOf(type: GraphQLNamedType): number {
  const isRow = isObjectType(type) && 'id' in type.getFields() && !/^(Milestone|Outcome|Indicator)$/.test(type.name);
  return isRow || /(Connection|^Pipeline)$/.test(type.name) ? 1 : 0;
}

function asked(field: GraphQLField<unknown, unknown>, depth: number): string {
  const args = field.args.filter(({ name }) => name in ARGUMENTS).map(({ name }) => `${name}: ${ARGUMENTS[name]}`);
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection(getNamedType(field.type), depth)}`;
}

function selection(type: GraphQLNamedType, depth: number): string {
  if (isInterfaceType(type)) return ' { __typename id }';
  // The rows themselves are asked for once, as nodes.
  if (type.name.endsWith('Edge')) return ' { cursor node { id } }';
  if (!isObjectType(type)) return '';
  return ` { ${fieldsOf(type, type.name.endsWith('Connection') ? depth + 1 : depth)} }`;
}
