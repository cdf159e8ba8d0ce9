import { useEffect, useState, type DragEvent } from 'react';
import type { Stage } from '../../gql/graphql';
import { moveTo, useMove, type Movable } from '../../moves/move';

/** What is dragged over the board, and the way to say so. */
export interface Dragging {
  dragged: Movable | null;
  setDragged: (idea: Movable | null) => void;
}

/** Lets a card that may come to the stage be dropped on its column. */
export function useDrop(stage: Stage, { dragged, setDragged }: Dragging) {
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
