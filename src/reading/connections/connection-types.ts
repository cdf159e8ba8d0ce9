import { Field, Int, type ClassType, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', { description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, {
    description: 'Whether there is more after this page. Going backward it is true when before was given.',
  })
  hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether there is more before this page. Going forward it is true when after was given.',
  })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first row of the page, or null when it is empty.',
  })
  startCursor?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last row of the page, or null when it is empty.',
  })
  endCursor?: string | null;
}

/** The connection and edge types of an entity, as the Relay cursor connections specification names them. */
export function connectionTypes<T extends object>(name: string, node: () => ClassType<T>, { counted = true } = {}) {
  @ObjectType(`${name}Edge`, { description: `One place in a list of ${name}.` })
  class Edge {
    @Field(node, { description: 'The row.' })
    node!: T;

    @Field(() => String, { description: 'The place of the row in this list and order; opaque.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `One page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    edges!: Edge[];

    @Field(() => [node()], { description: 'The rows.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    pageInfo!: PageInfo;
  }
  if (counted) {
    Field(() => Int, {
      description: 'How many there are in all that the viewer may see. Costs a count; leave it out when not needed.',
    })(Connection.prototype, 'totalCount');
  }
  return { Edge, Connection };
}
