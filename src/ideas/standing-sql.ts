import { sql, type Sql, VIEWER_PARTNER } from '../reading/sql.js';

/** What the policy needs to know of an idea, as `IdeaStanding`. */
export function standingOf(idea: Sql): Sql {
  return sql`json_build_object('ownerId', ${idea}.owner_id, 'stage', ${idea}.stage, 'state', ${idea}.state,
    'own', (select coalesce(json_agg(mine.what), '[]') from (
      select 'MEMBERSHIP' as what from membership m where m.idea_id = ${idea}.id and m.partner_id = ${VIEWER_PARTNER} and m.left_at is null
      union all select case r.origin when 'IDEA' then 'INVITATION' else 'REQUEST' end from join_request r
      where r.idea_id = ${idea}.id and r.partner_id = ${VIEWER_PARTNER} and r.status = 'PENDING') mine),
    'coordinatorId', (select head.partner_id from membership head where head.idea_id = ${idea}.id and head.left_at is null and head.role = 'COORDINATOR'))`;
}
