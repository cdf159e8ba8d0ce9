import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, Info, Int, Query, Resolver } from 'type-graphql';
import { confidentialTo } from '../access/confidential.js';
import type { Context } from '../context/context.js';
import { Idea } from '../ideas/idea.js';
import { connection, type List } from '../reading/connections/connection.js';
import { connectionTypes } from '../reading/connections/connection-types.js';
import { ForwardArgs } from '../reading/connections/page.js';
import { nodeOf } from '../reading/nodes/node-sql.js';
import { SqlField } from '../reading/sql-fields.js';
import type { Scope } from '../reading/scope.js';
import { all, sql, type Sql } from '../reading/sql.js';
import { Node } from '../shared/node.js';
import { Activity, Change } from './activity.js';
import { ActivityKind } from './activity-kind.js';
import { holdsText } from './redaction/holds-text.js';

export const { Connection: ActivityConnection } = connectionTypes('Activity', () => Activity, { counted: false });

@ArgsType()
export class ActivityArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many rows at most, 0 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;

  @Field(() => [ActivityKind], { nullable: true, description: 'Only these kinds; all when left out.' })
  kinds?: ActivityKind[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Only rows after this sequence, the oldest first: what a reader missed. Without it, the newest come first.',
  })
  sinceSequence?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only rows whose reason, actor or free text holds this, in capitals or small letters; at most 200 characters. For administrators, to find what must be redacted.',
  })
  text?: string | null;
}

/** Activity by sequence: what came after a known one in the order it happened, otherwise the newest first. */
function activityList(within: (alias: Sql, scope: Scope) => Sql): List {
  return {
    entity: 'Activity',
    where: within,
    order: (alias, { args }) => {
      const direction = args.sinceSequence == null ? 'DESC' : 'ASC';
      return { name: `activity ${direction}`, key: sql`${alias}.sequence`, type: 'int', direction };
    },
  };
}

const ALL = activityList((alias, scope) =>
  all([
    scope.args.kinds != null && sql`${alias}.kind = any(${scope.arg(args => args.kinds)}::text[])`,
    holdsText(alias, scope),
    scope.args.sinceSequence != null && sql`${alias}.sequence > ${scope.arg(args => args.sinceSequence)}::int`,
  ]),
);

@Resolver(() => Activity)
export class ActivityResolver {
  @Query(() => ActivityConnection, {
    description:
      'What has happened, as far as the viewer may see it; for anonymous nothing. The newest first, or after sinceSequence the oldest first.',
  })
  activity(@Args() _page: ActivityArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return context.read(info, connection(ALL));
  }

  @SqlField(
    () => Node,
    {
      nullable: true,
      description: 'What changed, as it is now; null when the viewer may not see it.',
    },
    scope => nodeOf(scope, scope.column('subjectId')),
  )
  subject!: Node | null;

  @SqlField(
    () => [Change],
    {
      description:
        'Which fields changed. Money and letters of intent are left out when the viewer is not inside the idea.',
    },
    scope => sql`case when ${confidentialTo(scope)} then ${scope.column('changes')} else
    (select coalesce(jsonb_agg(change), '[]') from jsonb_array_elements(${scope.column('changes')}) change
     where change ->> 'field' not in ('requested', 'coFinancing', 'granted', 'commitment', 'letterOfIntent')) end`,
  )
  changes!: Change[];

  @SqlField(
    () => String,
    {
      nullable: true,
      description: 'Why; null when no reason was given, it has been redacted, or the viewer is not inside the idea.',
    },
    scope => sql`case when ${confidentialTo(scope)} then ${scope.column('reason')} end`,
  )
  reason!: string | null;
}

@Resolver(() => Idea)
export class IdeaActivityResolver {
  @SqlField(
    () => ActivityConnection,
    {
      description:
        'What has happened to the idea and all inside it, the newest first. Empty when the viewer is not inside the idea and has no grant for activity.',
    },
    scope => connection(activityList(alias => sql`${alias}.idea_id = ${scope.row.alias}.id`))(scope),
  )
  activity(@Args() _page: ForwardArgs): void {}
}
