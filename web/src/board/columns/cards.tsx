import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { IdeaCardFragment } from '../../gql/graphql';
import { Card } from '../card/card';
import { MoreRow } from '../list/more-row';
import { useTold } from '../list/use-told';
import { usePlaced } from '../list/use-printing';
import { useArrival } from '../list/use-arrival';
import type { Pages } from '../list/use-pages';
import { measuredOf, useMeasured } from '../list/use-measured';
import { useRange } from '../list/use-range';
import type { CardSize } from '../view';
import type { Dragging } from './use-drop';

/** Pixels that a card takes before it has been measured. */
const GUESS: Record<CardSize, number> = { full: 190, compact: 92 };

interface CardsProps extends Dragging {
  rows: readonly IdeaCardFragment[];
  pages: Pages<IdeaCardFragment>;
  size: CardSize;
  total: number | undefined;
  narrow: boolean;
  belongs: (idea: IdeaCardFragment) => boolean;
}

/** The cards of a column. They scroll by themselves; where one column fills the screen, the page scrolls instead. */
export function Cards(props: CardsProps) {
  return props.narrow ? <PageOfCards {...props} /> : <ScrolledCards {...props} />;
}

function ScrolledCards(props: CardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const name = `${props.size} ${props.pages.name}`;
  const { options, handlers } = useRange(props.rows, props.pages.hasNext, props.dragged);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    ...options,
    ...measuredOf(name),
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESS[props.size],
  });
  useMeasured(name, virtualizer);
  useLayoutEffect(() => void scroller.current?.scrollTo(0, 0), [props.pages.name]);
  return (
    <div className="column-scroll" ref={scroller} {...handlers}>
      <List {...props} {...{ virtualizer, list }} />
    </div>
  );
}

function PageOfCards(props: CardsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [scrollMargin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [props.rows]);
  const name = `narrow ${props.size} ${props.pages.name}`;
  const { options, handlers } = useRange(props.rows, props.pages.hasNext);
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    ...options,
    ...measuredOf(name),
    scrollMargin,
    estimateSize: () => GUESS[props.size],
  });
  useMeasured(name, virtualizer);
  return (
    <div {...handlers}>
      <List {...props} {...{ virtualizer, list }} />
    </div>
  );
}

interface ListProps<S extends Element | Window> extends CardsProps {
  virtualizer: Virtualizer<S, HTMLElement>;
  list: RefObject<HTMLUListElement | null>;
}

function List<S extends Element | Window>({
  virtualizer,
  list,
  rows,
  pages,
  total,
  size,
  belongs,
  setDragged,
}: ListProps<S>) {
  const scrollTo = (index: number) => virtualizer.scrollToIndex(index, { align: 'center' });
  const lit = useArrival({ rows, asking: pages.asking, belongs, list, scrollTo });
  const { scrollMargin } = virtualizer.options;
  const placed = usePlaced(rows, virtualizer.getVirtualItems);
  useLook(virtualizer, pages);
  useTold(rows.length, total);
  return (
    <ul className={`cards ${size}`} ref={list} style={{ height: virtualizer.getTotalSize() }}>
      {placed.map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          data-id={rows[index]?.id}
          style={{ top: start - scrollMargin }}
          aria-setsize={rows[index] && (total ?? -1)}
          aria-posinset={rows[index] && index + 1}
        >
          {rows[index] ? (
            <Card idea={rows[index]} size={size} setDragged={setDragged} lit={rows[index].id === lit ? 'lit' : ''} />
          ) : (
            <MoreRow pages={pages} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is looked at is kept fresh. */
function useLook<S extends Element | Window>(virtualizer: Virtualizer<S, HTMLElement>, pages: Pages<IdeaCardFragment>) {
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useLayoutEffect(() => pages.look(startIndex, endIndex), [startIndex, endIndex]);
}
