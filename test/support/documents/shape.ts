import { getNamedType, type GraphQLNamedType, type GraphQLOutputType, isObjectType } from 'graphql';

/** Whether a type is a part of a list and no thing of its own. */
export const isPart = ({ name }: GraphQLNamedType) => /(Connection|Edge|PageInfo)$/.test(name);

/** Whether two fields may share an alias: leaves of one type, or objects, in the same lists and as surely there. */
export function isOneShape(one: GraphQLOutputType, other: GraphQLOutputType): boolean {
  const [named, another] = [getNamedType(one), getNamedType(other)];
  const shape = (type: GraphQLOutputType) => String(type).replace(/\w+/, '');
  return shape(one) === shape(other) && (named === another || (isObjectType(named) && isObjectType(another)));
}
