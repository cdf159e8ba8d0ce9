import { Resolver } from 'type-graphql';
import { confidentialTo } from '../../access/confidential.js';
import { seesEverything } from '../../access/visibility.js';
import { instant } from '../../reading/columns.js';
import type { Scope } from '../../reading/scope.js';
import { SqlField } from '../../reading/sql-fields.js';
import { raw, sql, type Sql } from '../../reading/sql.js';
import { Activity } from '../activity.js';

@Resolver(() => Activity)
export class RedactedResolver {
  @SqlField(
    () => Date,
    {
      nullable: true,
      description:
        'When a value of it was last redacted, UTC; null when none was, or none that the viewer would have seen. The chain of hashes holds all the same.',
    },
    scope => sql`(select ${instant(sql`max(redaction.at)`)} from public.activity redaction
      where redaction.subject_id = ${scope.row.alias}.id and redaction.kind = 'ACTIVITY_REDACTED' and exists (
        select from jsonb_array_elements(redaction.changes) told(change) where ${shown(scope, sql`told.change ->> 'field'`)}))`,
  )
  redactedAt!: Date | null;

  @SqlField(
    () => [String],
    {
      description:
        'Which of its values have been redacted: reason, actor (it reads as its organisation or role), and of a change its field with .before or .after (null).',
    },
    scope =>
      names(sql`${scope.row.alias}.digests`, sql`not ${scope.row.alias}.salts ? name and ${shown(scope, sql`name`)}`),
  )
  redactedFields!: string[];

  @SqlField(
    () => [String],
    { description: 'Which of its values redactActivity may take away; empty for others than administrators.' },
    scope => (seesEverything(scope.viewer) ? names(sql`${scope.row.alias}.salts`, raw('true')) : raw("'[]'::jsonb")),
  )
  redactable!: string[];
}

function names(object: Sql, condition: Sql): Sql {
  return sql`(select coalesce(jsonb_agg(name order by name collate "C"), '[]') from jsonb_object_keys(${object}) name where ${condition})`;
}

/** Outside the idea nobody has seen the reason, nor the name. */
function shown(scope: Scope, name: Sql): Sql {
  return sql`(${confidentialTo(scope)} or ${name} not in ('reason', 'actor'))`;
}
