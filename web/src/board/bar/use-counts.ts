import { useMemo } from 'react';
import { useQuery } from 'urql';
import {
  ChoiceCountsDocument,
  type ChoiceCountsQuery,
  type EnvironmentalObjective,
  type IdeaFilter,
} from '../../gql/graphql';
import { midnightIn, type FilterName } from '../filters';

const OBJECTIVES = [
  'CLIMATE_CHANGE_MITIGATION',
  'CLIMATE_CHANGE_ADAPTATION',
  'WATER_AND_MARINE_RESOURCES',
  'CIRCULAR_ECONOMY',
  'POLLUTION_PREVENTION',
  'BIODIVERSITY_AND_ECOSYSTEMS',
] as const satisfies readonly EnvironmentalObjective[];

/** How many ideas each choice of a filter would give; '' where nothing is chosen. */
export type Counts = Partial<Record<FilterName, ReadonlyMap<string, number>>>;

/**
 * Counts what each choice would give, the other filters being as they are, all in one question. Partners and the parts
 * of a focus area aren't counted: there may be a hundred of them, each a count of its own.
 */
export function useCounts(filter: IdeaFilter, wanted: boolean): Counts {
  const variables = useMemo(() => variablesOf(filter), [filter]);
  const [{ data }] = useQuery({ query: ChoiceCountsDocument, variables, pause: !wanted });
  return useMemo(() => (data ? countsOf(data) : {}), [data]);
}

function variablesOf(filter: IdeaFilter) {
  const towards = (objective: EnvironmentalObjective) => ({ ...filter, environmentalObjectives: [objective] });
  const within = (days: number) => ({ ...filter, deadlineBefore: midnightIn(days) });
  return {
    areas: { ...filter, focusAreas: undefined },
    states: { ...filter, states: undefined },
    mitigation: towards('CLIMATE_CHANGE_MITIGATION'),
    adaptation: towards('CLIMATE_CHANGE_ADAPTATION'),
    water: towards('WATER_AND_MARINE_RESOURCES'),
    circular: towards('CIRCULAR_ECONOMY'),
    pollution: towards('POLLUTION_PREVENTION'),
    biodiversity: towards('BIODIVERSITY_AND_ECOSYSTEMS'),
    within14: within(14),
    within30: within(30),
    within90: within(90),
  };
}

function countsOf(data: ChoiceCountsQuery): Counts {
  const areas = new Map<string, number>();
  for (const { count, focusArea } of data.areas.matrix)
    areas.set(focusArea.code, (areas.get(focusArea.code) ?? 0) + count);
  const of = new Map(data.states.states.map(({ state, count }) => [state, count]));
  const [active, paused] = [of.get('ACTIVE') ?? 0, of.get('PAUSED') ?? 0];
  const ended = (of.get('COMPLETED') ?? 0) + (of.get('DISCONTINUED') ?? 0);
  return {
    area: areas,
    state: new Map([
      ['', active + paused],
      ['active', active],
      ['paused', paused],
      ['ended', ended],
      ['all', active + paused + ended],
    ]),
    objective: new Map(OBJECTIVES.map(objective => [objective, data[objective].total])),
    due: new Map([
      ['14', data.within14.total],
      ['30', data.within30.total],
      ['90', data.within90.total],
    ]),
  };
}
