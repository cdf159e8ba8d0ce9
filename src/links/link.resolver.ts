import { Resolver } from 'type-graphql';
import { Idea } from '../ideas/idea.js';
import { nodeOf } from '../reading/nodes/node-sql.js';
import { SqlField } from '../reading/sql-fields.js';
import { sql } from '../reading/sql.js';
import { Node } from '../shared/node.js';
import { Link } from './link.js';

@Resolver(() => Idea)
export class LinksOfIdeaResolver {
  @SqlField(
    () => [Link],
    {
      description:
        'Documents where they lie, in the order they were added; at most 200. Empty when the viewer is not inside the idea.',
    },
    scope =>
      scope.many('Link', alias => ({
        where: sql`${alias}.idea_id = ${scope.row.alias}.id and ${alias}.removed_at is null`,
        orderBy: sql`${alias}.added_at, ${alias}.id`,
      })),
  )
  links!: Link[];
}

@Resolver(() => Link)
export class LinkResolver {
  @SqlField(
    () => Node,
    {
      nullable: true,
      description:
        'The part of the idea that it is about: a membership, an application, the project, a milestone or an outcome; null when it is about the idea as a whole.',
    },
    scope => nodeOf(scope, scope.column('aboutId')),
  )
  about!: Node | null;
}
