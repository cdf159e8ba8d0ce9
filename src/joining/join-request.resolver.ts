import { Resolver } from 'type-graphql';
import { seesEverything } from '../access/visibility.js';
import { Consortium } from '../consortia/consortium.js';
import { Idea } from '../ideas/idea.js';
import { Partner } from '../partners/partner.js';
import type { Scope } from '../reading/scope.js';
import { SqlField } from '../reading/sql-fields.js';
import { NOW, raw, sql, type Sql, VIEWER_PARTNER } from '../reading/sql.js';
import { JoinRequest } from './join-request.js';

/** What waits for an answer first, then what was answered lately, the newest first. */
function requests(scope: Scope, of: (request: Sql) => Sql): Sql {
  return scope.many('JoinRequest', request => ({
    where: sql`${of(request)} and (${request}.answered_at is null or ${request}.answered_at > ${NOW} - interval '90 days')`,
    orderBy: sql`${request}.status <> 'PENDING', ${request}.created_at desc, ${request}.id desc`,
  }));
}

@Resolver(() => Consortium)
export class JoinRequestsOfConsortiumResolver {
  @SqlField(
    () => [JoinRequest],
    {
      description:
        "Who asks to join and who is invited, and what was answered in the last 90 days; what waits comes first. When the viewer is not inside the idea, its own partner's alone.",
    },
    scope => requests(scope, request => sql`${request}.idea_id = ${scope.row.alias}.id`),
  )
  joinRequests!: JoinRequest[];
}

@Resolver(() => Partner)
export class JoinRequestsOfPartnerResolver {
  @SqlField(
    () => [JoinRequest],
    {
      description:
        'Where the partner asks to join or is invited, and what was answered in the last 90 days; what waits comes first. For the partner itself and administrators; empty for others.',
    },
    scope => {
      const own = seesEverything(scope.viewer) ? raw('true') : sql`${scope.row.alias}.id = ${VIEWER_PARTNER}`;
      return requests(scope, request => sql`${request}.partner_id = ${scope.row.alias}.id and ${own}`);
    },
  )
  joinRequests!: JoinRequest[];
}

@Resolver(() => JoinRequest)
export class JoinRequestResolver {
  @SqlField(
    () => Idea,
    { nullable: true, description: 'The idea; null when the viewer may no longer see it.' },
    scope => scope.one('Idea', idea => sql`${idea}.id = ${scope.column('idea')}`),
  )
  idea!: Idea | null;
}
