import { useMemo } from 'react';
import { useQuery } from 'urql';
import { BoardFiguresDocument, type BoardFiguresQuery, type IdeaFilter, type Stage } from '../../gql/graphql';

/** How many ideas a stage has, and what they ask for. */
export type StageFigures = BoardFiguresQuery[keyof BoardFiguresQuery];

/** The figures of each stage, undefined until they are known; all are of one moment. */
export function useFigures(filter: IdeaFilter, waiting: boolean): Partial<Record<Stage, StageFigures>> {
  const variables = useMemo(() => {
    const within = (stage: Stage): IdeaFilter => ({ ...filter, stages: [stage] });
    return {
      concept: within('CONCEPT'),
      consortium: within('CONSORTIUM'),
      application: within('FUNDING_APPLICATION'),
      project: within('PROJECT'),
    };
  }, [filter]);
  const [{ data }] = useQuery({ query: BoardFiguresDocument, variables, pause: waiting });
  return data ?? {};
}

/** How many ideas there are in all stages together. */
export function totalOf(figures: Partial<Record<Stage, StageFigures>>): number | undefined {
  const known = Object.values(figures).filter(one => typeof one === 'object');
  return known.length > 0 ? known.reduce((sum, { total }) => sum + total, 0) : undefined;
}
