import { Args, ArgsType, Field, Int, Resolver } from 'type-graphql';
import { insideIdea } from '../access/visibility.js';
import { Idea } from '../ideas/idea.js';
import { connection, type List } from '../reading/connections/connection.js';
import { connectionTypes } from '../reading/connections/connection-types.js';
import type { Scope } from '../reading/scope.js';
import { SqlField } from '../reading/sql-fields.js';
import { sql, type Sql } from '../reading/sql.js';
import { Health } from './health.js';
import { ofNewestStatus } from './newest-status.js';
import { StatusUpdate } from './status-update.js';

export const { Connection: StatusUpdateConnection } = connectionTypes('StatusUpdate', () => StatusUpdate);

@ArgsType()
export class StatusUpdateArgs {
  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'How many rows at most, 0 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

/** A column of the idea's newest status update, for those inside the idea. */
function ofNewest(scope: Scope, column: 'health' | 'at'): Sql {
  const id = sql`${scope.row.alias}.id`;
  return sql`case when ${insideIdea(id, scope.viewer)} then ${ofNewestStatus(id, column)} end`;
}

const OF_IDEA = (idea: Sql): List => ({
  entity: 'StatusUpdate',
  where: alias => sql`${alias}.idea_id = ${idea}.id`,
  order: alias => ({ name: 'status updates', key: sql`${alias}.at`, type: 'timestamptz', direction: 'DESC' }),
});

@Resolver(() => Idea)
export class StatusUpdatesOfIdeaResolver {
  @SqlField(
    () => Health,
    {
      nullable: true,
      description:
        'How it goes, by its newest status update; null before the first, or when the viewer is not inside the idea.',
    },
    scope => ofNewest(scope, 'health'),
  )
  health!: Health | null;

  @SqlField(
    () => Date,
    {
      nullable: true,
      description:
        'When its newest status update was told, UTC; null before the first, or when the viewer is not inside the idea.',
    },
    scope => ofNewest(scope, 'at'),
  )
  statusUpdatedAt!: string | null;

  @SqlField(
    () => StatusUpdateConnection,
    { description: 'How it has gone, the newest first. Empty when the viewer is not inside the idea.' },
    scope => connection(OF_IDEA(scope.row.alias))(scope),
  )
  statusUpdates(@Args() _page: StatusUpdateArgs): void {}
}
