import { Resolver } from 'type-graphql';
import { SqlField } from '../reading/sql-fields.js';
import type { Scope } from '../reading/scope.js';
import { literal, sql, type Sql } from '../reading/sql.js';
import { Actor, ORGANISATIONS } from './actor.js';
import { insideIdea } from './visibility.js';

@Resolver(() => Actor)
export class ActorResolver {
  @SqlField(
    () => String,
    {
      description:
        'The name of the key that acted; for a token the organisation and its subject, or a person where the service is set so. Of what happens in an idea, viewers who are not inside it are told the organisation; so is everybody where the name has been redacted.',
    },
    scope => {
      const idea = sql`${scope.row.alias}.idea_id`;
      return sql`coalesce(case when ${idea} is null or ${insideIdea(idea, scope.viewer)} then ${scope.column('name')} end, ${organisation(scope)})`;
    },
  )
  name!: string;
}

/** The partner, or in words the role of who has none. */
function organisation(scope: Scope): Sql {
  const partner = sql`(select of_actor.name from partner of_actor where of_actor.id = ${scope.column('partner')})`;
  const word = (role: keyof typeof ORGANISATIONS) => literal(ORGANISATIONS[role][scope.locale === 'EN' ? 'en' : 'sv']);
  return sql`coalesce(${partner}, case ${scope.column('role')} when 'ADMIN' then ${word('ADMIN')} when 'PARTNER' then ${word('PARTNER')} else ${word('INTEGRATOR')} end)`;
}
