import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A field, an input's field or a value of an enum, as its line shows it. */
export interface Part {
  name: string;
  description: string;
  deprecated: string;
  /** Nothing for the value of an enum. */
  type: GraphQLOutputType | GraphQLInputType | null;
  args: readonly GraphQLArgument[];
  defaultValue: unknown;
}

interface Member {
  name: string;
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
  type?: GraphQLOutputType | GraphQLInputType;
  args?: readonly GraphQLArgument[];
  defaultValue?: unknown;
}

const partOf = ({ name, description, deprecationReason, type, args, defaultValue }: Member): Part => ({
  name,
  description: description ?? '',
  deprecated: deprecationReason ?? '',
  type: type ?? null,
  args: args ?? [],
  defaultValue,
});

/** What a type consists of, in the order of the schema. */
export function partsOf(type: GraphQLNamedType): readonly Part[] {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    return Object.values(type.getFields()).map(partOf);
  return isEnumType(type) ? type.getValues().map(({ value: _, ...rest }) => partOf(rest)) : [];
}

/** The types that people meet, by name; the language's own stay away. */
export function typesOf(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Where a word was found: a type, or a part of one. */
export interface Hit {
  type: string;
  field?: string;
  description: string;
}

/** Types and fields of that name first, then those whose description has it. */
export function findIn(schema: GraphQLSchema, words: string): readonly Hit[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  const all = typesOf(schema).flatMap((type): Hit[] => [
    { type: type.name, description: type.description ?? '' },
    ...partsOf(type).map(({ name, description }) => ({ type: type.name, field: name, description })),
  ]);
  return all
    .map(hit => ({ hit, rank: rankOf(hit, wanted) }))
    .filter(({ rank }) => rank < 4)
    .sort((one, other) => one.rank - other.rank)
    .map(({ hit }) => hit);
}

function rankOf({ type, field, description }: Hit, wanted: string): number {
  const name = (field ?? type).toLowerCase();
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted) || `${type}.${field}`.toLowerCase().includes(wanted)) return 2;
  return description.toLowerCase().includes(wanted) ? 3 : 4;
}

/** The type that a field leads to. */
export const nameOfType = (type: GraphQLOutputType | GraphQLInputType): string => getNamedType(type).name;
