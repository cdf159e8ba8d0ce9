import { Field, ID, InterfaceType } from 'type-graphql';

/** Where a row says of which type it is, for a field that can be of several: a key that no alias can take. */
export const TYPE = '@type';

/** The field of a thing's id, for whoever must say where it stands among the others. */
export const IdField = () =>
  Field(() => ID, {
    description: 'A TypeID: a prefix that tells the type, and a UUIDv7: idea_01kb…, partner_…, call_….',
  });

@InterfaceType('Node', {
  description: 'Anything that has a globally unique id and can be read again by it.',
  resolveType: (value: { [TYPE]?: string }) => value[TYPE],
})
export abstract class Node {
  @IdField()
  id!: string;
}
