import { Resolver } from 'type-graphql';
import { SqlField } from '../../reading/sql-fields.js';
import { NOW, raw, sql, type Sql, VIEWER_SESSION } from '../../reading/sql.js';
import { ViewerType } from '../viewer-type.js';
import { endsUnused, Session } from './session.js';

@Resolver(() => ViewerType)
export class SessionsOfViewerResolver {
  @SqlField(
    () => [Session],
    {
      description:
        'Where the key or subject that asks is signed in, the last used first; each sees its own alone. Empty for anonymous.',
    },
    scope =>
      scope.many('Session', alias => ({
        where: sql`${endOf(alias)} > ${NOW}`,
        orderBy: sql`${alias}.last_used_at desc, ${alias}.id desc`,
      })),
  )
  sessions!: Session[];
}

@Resolver(() => Session)
export class SessionResolver {
  @SqlField(
    () => Boolean,
    { description: 'Whether it is the one that asks.' },
    scope => sql`coalesce(${scope.column('id')} = ${VIEWER_SESSION}, false)`,
  )
  isCurrent!: boolean;

  @SqlField(() => Date, { description: 'When it ends if it is not used before, UTC; never after `endsAt`.' }, scope =>
    endOf(scope.row.alias),
  )
  endsUnusedAt!: Date;
}

const endOf = ({ parts: [alias] }: Sql) => raw(endsUnused(String(alias)));
