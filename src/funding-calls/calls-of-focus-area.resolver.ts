import { Args, Resolver } from 'type-graphql';
import { FocusArea } from '../focus-areas/focus-area.js';
import { inFocusAreas } from '../focus-areas/in-focus-area.js';
import { connection } from '../reading/connections/connection.js';
import { SqlField } from '../reading/sql-fields.js';
import { sql } from '../reading/sql.js';
import { FundingCallForwardArgs } from './funding-call-args.js';
import { fundingCallList } from './funding-call-list.js';
import { FundingCallConnection } from './funding-call-types.js';

@Resolver(() => FocusArea)
export class CallsOfFocusAreaResolver {
  @SqlField(
    () => FundingCallConnection,
    { description: 'Funding calls that suit the area or one of its parts.' },
    scope =>
      connection(
        fundingCallList(alias =>
          inFocusAreas(
            'funding_call_focus_area',
            'funding_call_id',
            sql`${alias}.id`,
            sql`array[${scope.row.alias}.code]`,
          ),
        ),
      )(scope),
  )
  fundingCalls(@Args() _page: FundingCallForwardArgs): void {}
}
