import { useMemo } from 'react';
import { Choice } from '../board/choice';
import { useFilters } from '../board/filters';
import type { Offered } from '../board/unknown';
import { boardWords } from '../board/words';
import type { EnvironmentalObjective, FilterChoicesQuery, IdeaFilter } from '../gql/graphql';
import { useWords } from '../language/language';

/** The address as the pipeline's filter; it waits where a partner's id isn't known yet. */
export function usePipelineFilter(choices: FilterChoicesQuery | undefined): {
  filter: IdeaFilter | undefined;
  waiting: boolean;
} {
  const filters = useFilters();
  const [area, slug, objective] = [filters.value('area'), filters.value('partner'), filters.value('objective')];
  const partner = choices?.partners.nodes.find(one => one.slug === slug)?.id;
  const filter = useMemo(
    () =>
      area || partner || objective
        ? {
            focusAreas: area ? [area] : undefined,
            partners: partner ? [partner] : undefined,
            environmentalObjectives: objective ? [objective as EnvironmentalObjective] : undefined,
          }
        : undefined,
    [area, partner, objective],
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
    </search>
  );
}
