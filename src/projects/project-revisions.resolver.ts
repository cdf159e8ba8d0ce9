import { Field, Int, ObjectType, Resolver } from 'type-graphql';
import { Actor } from '../access/actor.js';
import { insideIdea } from '../access/visibility.js';
import { Change } from '../activity/activity.js';
import { propertySql } from '../reading/columns.js';
import type { Scope } from '../reading/scope.js';
import { SqlField } from '../reading/sql-fields.js';
import { literal, sql, type Sql } from '../reading/sql.js';
import { DateOnly } from '../shared/values/scalars.js';
import { Project } from './project.js';

/** One row of the log: amendments are told there, and nowhere twice. */
@ObjectType('ProjectRevision', { description: 'One amendment of the plan of a project under way (ändring).' })
export class ProjectRevision {
  @Field(() => Date, { description: 'When the plan was amended, UTC.' })
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why; null where an idea was sent back and its plan made anew, which asks for no reason.',
  })
  reason?: string | null;
}

@Resolver(() => Project)
export class ProjectRevisionsResolver {
  @SqlField(
    () => [ProjectRevision],
    {
      description:
        'Every change of the plan since the idea became a project, the oldest first. Empty when the viewer is not inside the idea.',
    },
    scope => {
      const row = scope.rowOf('Activity');
      return sql`(select coalesce(json_agg(${scope.on(row).object()} order by ${row.alias}.sequence), '[]') from ${row.table}
        where ${amends(row.alias)} and ${row.alias}.subject_id = ${scope.row.alias}.id and ${insideIdea(scope.column('idea'), scope.viewer)})`;
    },
  )
  revisions!: ProjectRevision[];
}

const amends = (activity: Sql) => sql`${activity}.kind = 'PROJECT_REVISED'`;

@Resolver(() => ProjectRevision)
export class ProjectRevisionResolver {
  @SqlField(
    () => Int,
    { description: 'Counts from 1.' },
    ({ row: { alias } }) => sql`(select count(*) from activity earlier
      where ${amends(sql`earlier`)} and earlier.subject_id = ${alias}.subject_id and earlier.sequence <= ${alias}.sequence)`,
  )
  number!: number;

  @SqlField(() => Actor, { description: 'Who amended it.' }, scope => propertySql(scope, scope.row.properties.actor!))
  by!: Actor;

  @SqlField(
    () => String,
    { nullable: true, description: "The reference number of the funder's decision on it, where there is one." },
    scope => said(scope, 'reference'),
  )
  reference!: string | null;

  @SqlField(() => DateOnly, { nullable: true, description: 'The day the funder decided on it.' }, scope =>
    said(scope, 'decidedOn'),
  )
  decidedOn!: string | null;

  @SqlField(
    () => [Change],
    {
      description:
        'What changed: startsOn, endsOn, budget, and each list of parts that did, whole before and after; waiveDuration where an administrator let the dates pass.',
    },
    scope => sql`(select coalesce(jsonb_agg(change order by place), '[]') from jsonb_array_elements(${scope.column('changes')})
      with ordinality as told(change, place) where change ->> 'field' not in ('reference', 'decidedOn'))`,
  )
  changes!: Change[];
}

function said(scope: Scope, field: string): Sql {
  return sql`(select change ->> 'after' from jsonb_array_elements(${scope.column('changes')}) as told(change)
    where change ->> 'field' = ${literal(field)})`;
}
