import type { Scope } from '../reading/scope.js';
import { inFocusAreas } from '../focus-areas/in-focus-area.js';
import { matchesText, relevance, searchAmong } from '../reading/search/search.js';
import { badInput } from '../reading/bad-input.js';
import type { List, Order } from '../reading/connections/connection.js';
import { all, raw, sql, type Sql } from '../reading/sql.js';
import { country } from './numbers.js';

/** All partners that the filter holds for, by name, or the best matches first when there is a text. */
export const PARTNER_LIST: List = { entity: 'Partner', where: partnerFilter, order: partnerOrder };

function partnerOrder(partner: Sql, scope: Scope): Order {
  const search = searchAmong('Partner', partner, scope);
  return search
    ? { name: 'partner RELEVANCE', key: relevance(search), type: 'real', direction: 'DESC' }
    : { name: 'partner NAME', key: sql`${partner}.name collate swedish`, type: 'text', direction: 'ASC' };
}

function partnerFilter(partner: Sql, scope: Scope): Sql {
  const filter = scope.args.filter ?? {};
  const value = (name: string) => scope.arg(args => args.filter[name]);
  const search = searchAmong('Partner', partner, scope);
  return all([
    sql`${partner}.merged_into_id is null`,
    search && matchesText(search),
    filter.sectors != null && sql`${partner}.sector = any(${value('sectors')}::text[])`,
    filter.countries != null &&
      sql`${partner}.country = any(${scope.arg(args => args.filter.countries.map(codeOf))}::text[])`,
    filter.focusAreas != null &&
      sql`exists (select from idea of_partner
      where (of_partner.owner_id = ${partner}.id or exists (
        select from membership m where m.idea_id = of_partner.id and m.partner_id = ${partner}.id and m.left_at is null))
      and ${scope.visible('Idea', raw('of_partner'))} and ${inFocusAreas('idea_focus_area', 'idea_id', raw('of_partner.id'), value('focusAreas'))})`,
  ]);
}

/** The code of a country as it is stored, by which partners are looked for. */
function codeOf(written: string): string {
  const { value, fault } = country(written);
  if (fault) throw badInput(`countries: ${fault.en}`);
  return value;
}
