import { Args, Resolver } from 'type-graphql';
import { FocusArea } from '../../focus-areas/focus-area.js';
import { inFocusAreas } from '../../focus-areas/in-focus-area.js';
import { Partner } from '../../partners/partner.js';
import { Programme } from '../../programmes/programme.js';
import { connection } from '../../reading/connections/connection.js';
import { SqlField } from '../../reading/sql-fields.js';
import { sql } from '../../reading/sql.js';
import { IdeaForwardArgs } from './idea-args.js';
import { ofPartners } from './of-partners.js';
import { ideaList } from './idea-list.js';
import { IdeaConnection } from './idea-types.js';

@Resolver(() => Partner)
export class IdeasOfPartnerResolver {
  @SqlField(
    () => IdeaConnection,
    { description: 'Ideas it owns or is a current member of, as far as the viewer may see them.' },
    scope => connection(ideaList(alias => ofPartners(alias, sql`array[${scope.row.alias}.id]`)))(scope),
  )
  ideas(@Args() _page: IdeaForwardArgs): void {}
}

@Resolver(() => FocusArea)
export class IdeasOfFocusAreaResolver {
  @SqlField(
    () => IdeaConnection,
    { description: 'Ideas in the area or one of its parts, as far as the viewer may see them.' },
    scope =>
      connection(
        ideaList(alias =>
          inFocusAreas('idea_focus_area', 'idea_id', sql`${alias}.id`, sql`array[${scope.row.alias}.code]`),
        ),
      )(scope),
  )
  ideas(@Args() _page: IdeaForwardArgs): void {}
}

@Resolver(() => Programme)
export class IdeasOfProgrammeResolver {
  @SqlField(
    () => IdeaConnection,
    { description: 'Ideas that belong to it, as far as the viewer may see them.' },
    scope => connection(ideaList(alias => sql`${alias}.programme_id = ${scope.row.alias}.id`))(scope),
  )
  ideas(@Args() _page: IdeaForwardArgs): void {}
}
