import { useFilters } from '../board/filters';
import type { IdeaFilter } from '../gql/graphql';
import { ExportMenu } from './export-menu';

/** The ideas that the board shows, to take away. A partner stands in the address by its slug, as the export takes it. */
export function IdeasExport({ filter }: { filter: IdeaFilter }) {
  const partner = useFilters().value('partner');
  const { text, focusAreas, environmentalObjectives, states, deadlineBefore, mine, programmes, missing } = filter;
  return (
    <ExportMenu
      table="ideas"
      conditions={{
        text: text ?? undefined,
        focusArea: focusAreas?.[0],
        partner,
        environmentalObjective: environmentalObjectives?.[0],
        state: states ?? undefined,
        deadlineBefore: deadlineBefore ?? undefined,
        mine: mine ? 'true' : undefined,
        programme: programmes?.[0],
        missing: missing ?? undefined,
        quietLongerThan: filter.quietLongerThan ?? undefined,
        inStageLongerThan: filter.inStageLongerThan ?? undefined,
      }}
    />
  );
}
