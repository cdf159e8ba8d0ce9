import { useEffect, useState, type DragEvent } from 'react';
import type { IdeaFilter, IdeaOrder, Stage } from '../gql/graphql';
import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { moveTo, useMove, type Movable } from '../moves/move';
import { Paged } from '../parts/paged';
import { ColumnPage } from './column-page';
import { boardWords } from './words';

interface ColumnProps {
  stage: Stage;
  filter: IdeaFilter;
  orderBy: IdeaOrder;
  filtered: boolean;
  /** The filters aren't known yet, so asking would answer another question. */
  waiting: boolean;
  dragged: Movable | null;
  setDragged: (idea: Movable | null) => void;
  onCount: (count: number) => void;
}

/** The ideas of one stage; a card that may come here can be dropped on it. */
export function Column({ stage, filter, orderBy, filtered, waiting, dragged, setDragged, onCount }: ColumnProps) {
  const say = useSay();
  const [count, setCount] = useState<number>();
  const drop = useDrop(stage, dragged, setDragged);
  const counted = (n: number) => (setCount(n), onCount(n));
  const asked = { filter: { ...filter, stages: [stage] }, orderBy, waiting, filtered };
  return (
    <section
      className={`column stage-${stage.toLowerCase()} ${drop.look}`}
      aria-labelledby={`stage-${stage}`}
      id={stage.toLowerCase()}
      {...drop.handlers}
    >
      <h2 id={`stage-${stage}`}>
        <span className="stage-dot" aria-hidden="true" />
        {say(STAGE, stage)}
        <span className="count">{count ?? '…'}</span>
      </h2>
      <Paged key={JSON.stringify([asked.filter, orderBy])}>
        {page => <ColumnPage {...asked} page={page} setDragged={setDragged} onCount={counted} />}
      </Paged>
      {drop.look === 'welcome' && <DropHint />}
    </section>
  );
}

function DropHint() {
  const t = useWords(boardWords);
  return <p className="drop-hint">{t.dropHere}</p>;
}

function useDrop(stage: Stage, dragged: Movable | null, setDragged: (idea: Movable | null) => void) {
  const move = useMove();
  const [over, setOver] = useState(false);
  useEffect(() => setOver(false), [dragged]);
  const wish = dragged ? moveTo(dragged, stage) : undefined;
  const handlers = {
    onDragOver: (event: DragEvent) => wish && (event.preventDefault(), setOver(true)),
    onDragLeave: (event: DragEvent<HTMLElement>) =>
      event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDragged(null);
      if (wish) move(wish);
    },
  };
  const look = wish ? (over ? 'welcome over' : 'welcome') : dragged && dragged.stage !== stage ? 'closed' : '';
  return { handlers, look };
}
