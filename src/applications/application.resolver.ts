import { Int, Resolver } from 'type-graphql';
import { confidentialMoney } from '../access/confidential.js';
import { SqlField } from '../reading/sql-fields.js';
import { sql } from '../reading/sql.js';
import { Money } from '../shared/money.js';
import { Application } from './application.js';

@Resolver(() => Application)
export class ApplicationResolver {
  @SqlField(
    () => Int,
    {
      description: 'Which stage of its call it answers: 1, or 2 once invited to the second stage of a TWO_STAGE call.',
    },
    scope => sql`case when ${scope.column('invitedAt')} is null then 1 else 2 end`,
  )
  callStage!: number;

  @SqlField(
    () => Date,
    {
      nullable: true,
      description: 'When it was withdrawn, UTC; null before, and where an import did not tell.',
    },
    scope => sql`case when ${scope.column('status')} = 'WITHDRAWN' then (select told.at from activity told
      where told.subject_id = ${scope.column('id')} and told.kind = 'APPLICATION_WITHDRAWN' order by told.sequence desc limit 1) end`,
  )
  withdrawnAt!: Date | null;

  @SqlField(
    () => Money,
    {
      nullable: true,
      description: 'What is asked for; null while unknown, or when the viewer is not inside the idea.',
    },
    scope => confidentialMoney(scope, 'requested'),
  )
  requested!: Money | null;

  @SqlField(
    () => Money,
    {
      nullable: true,
      description: "The applicants' own share; null while unknown, or when the viewer is not inside the idea.",
    },
    scope => confidentialMoney(scope, 'coFinancing'),
  )
  coFinancing!: Money | null;

  @SqlField(
    () => Money,
    {
      nullable: true,
      description: 'What was granted; null unless granted, or when the viewer is not inside the idea.',
    },
    scope => confidentialMoney(scope, 'granted'),
  )
  granted!: Money | null;
}
