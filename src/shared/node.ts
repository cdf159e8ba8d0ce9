import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', {
  description: 'Anything that has a globally unique id and can be read again by it.',
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, {
    description: 'A TypeID: a prefix that tells the type, and a UUIDv7: idea_01kb…, partner_…, call_….',
  })
  id!: string;
}
