import { inFocusAreas } from '../../focus-areas/in-focus-area.js';
import { standingFor } from '../../partners/merged-partners.js';
import type { Scope } from '../../reading/scope.js';
import { sql, type Sql, VIEWER_PARTNER } from '../../reading/sql.js';

/** The viewer's partner as a list. */
export const OWN = sql`array[${VIEWER_PARTNER}]`;

/** Ideas that one of the partners owns or is a current member of. */
export function ofPartners(idea: Sql, partnerIds: Sql): Sql {
  return heldBy(sql`${idea}.id`, partnerIds);
}

/** The same for an idea that is known by its id; a union, so that both ways in are index scans. */
function heldBy(ideaId: Sql, partnerIds: Sql): Sql {
  return sql`${ideaId} in (select owned.id from idea owned where owned.owner_id = any(${partnerIds}::text[]) union all
    select taking.idea_id from membership taking where taking.partner_id = any(${partnerIds}::text[]) and taking.left_at is null)`;
}

/** What filters of what lies inside ideas say of the idea: programmes, partners, focus areas and whether it is one's own. */
export function ofSuchIdeas(ideaId: Sql, scope: Scope): (Sql | false)[] {
  const filter = scope.args.filter ?? {};
  const value = (name: string) => scope.arg(args => args.filter[name]);
  const given = (name: string) => filter[name] != null;
  return [
    given('programmes') &&
      sql`${ideaId} in (select running.id from idea running join programme p on p.id = running.programme_id
        where p.code_prefix = any(${value('programmes')}::text[]))`,
    given('partners') && heldBy(ideaId, standingFor(value('partners'))),
    given('focusAreas') && inFocusAreas('idea_focus_area', 'idea_id', ideaId, value('focusAreas')),
    filter.mine === true && heldBy(ideaId, OWN),
    filter.mine === false && sql`not coalesce(${heldBy(ideaId, OWN)}, false)`,
  ];
}
