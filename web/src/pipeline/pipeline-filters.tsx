import { useMemo } from 'react';
import { Choice } from '../board/choice';
import { useFilters } from '../board/filters';
import type { Offered } from '../board/unknown';
import { boardWords } from '../board/words';
import { ExportMenu } from '../exports/export-menu';
import type { EnvironmentalObjective, FilterChoicesQuery, IdeaFilter } from '../gql/graphql';
import { useWords } from '../language/language';

/** The address as the pipeline's filter; it waits where a partner's id isn't known yet. */
export function usePipelineFilter(choices: FilterChoicesQuery | undefined): {
  filter: IdeaFilter | undefined;
  waiting: boolean;
} {
  const filters = useFilters();
  const [area, slug, objective] = [filters.value('area'), filters.value('partner'), filters.value('objective')];
  const programme = filters.value('programme');
  const partner = choices?.partners.nodes.find(one => one.slug === slug)?.id;
  const filter = useMemo(
    () =>
      area || partner || objective || programme
        ? {
            focusAreas: area ? [area] : undefined,
            partners: partner ? [partner] : undefined,
            environmentalObjectives: objective ? [objective as EnvironmentalObjective] : undefined,
            programmes: programme ? [programme] : undefined,
          }
        : undefined,
    [area, partner, objective, programme],
  );
  return { filter, waiting: Boolean(slug) && !choices };
}

/** What the pipeline is narrowed to. */
export function PipelineFilters({ offered }: { offered: readonly Offered[] }) {
  const t = useWords(boardWords);
  const filters = useFilters();
  return (
    <search className="filters" aria-label={t.filters}>
      {offered.map(one => (
        <Choice key={one.name} {...one} filters={filters} />
      ))}
      <ExportMenu
        table="pipeline"
        conditions={{
          focusArea: filters.value('area'),
          partner: filters.value('partner'),
          environmentalObjective: filters.value('objective'),
          programme: filters.value('programme'),
        }}
      />
    </search>
  );
}
