import { useEffect, useState } from 'react';
import { useFollowed } from '../../client/stored';
import type { Stage } from '../../gql/graphql';
import { PATH, type Movable } from '../../moves/move';
import { moved } from '../../moves/moved';
import type { Filters } from '../filters';
import { Column, type ColumnsAsk } from './column';
import { StageTabs } from './stage-tabs';
import type { StageFigures } from './use-figures';
import { useNarrow } from './use-narrow';

interface ColumnsProps extends Omit<ColumnsAsk, 'dragged' | 'setDragged'> {
  filters: Filters;
  figures: Partial<Record<Stage, StageFigures>>;
}

/** The stages side by side; one at a time where there is no room for more. */
export function Columns({ filters, figures, ...ask }: ColumnsProps) {
  const [dragged, setDragged] = useState<Movable | null>(null);
  const narrow = useNarrow();
  const chosen = PATH.find(stage => stage.toLowerCase() === filters.value('stage')) ?? 'CONCEPT';
  const choose = (stage: Stage) => filters.change('stage', stage.toLowerCase());
  const news = useFollowed(moved);
  useEffect(() => {
    if (narrow && news && news.idea.stage !== chosen) choose(news.idea.stage);
  }, [news]);
  return (
    <>
      {narrow && <StageTabs chosen={chosen} figures={figures} onChoose={choose} />}
      <div className={dragged ? 'board dragging' : 'board'}>
        {(narrow ? [chosen] : PATH).map(stage => (
          <Column key={stage} {...ask} {...{ stage, narrow, dragged, setDragged }} figures={figures[stage]} />
        ))}
      </div>
    </>
  );
}
