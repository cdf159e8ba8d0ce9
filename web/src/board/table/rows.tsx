import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useLayoutEffect, useRef, type RefObject } from 'react';
import type { IdeaRowFragment } from '../../gql/graphql';
import { useWords } from '../../language/language';
import type { Filters } from '../filters';
import { MoreRow } from '../list/more-row';
import { useTold } from '../list/use-told';
import { usePlaced } from '../list/use-printing';
import { useArrival } from '../list/use-arrival';
import type { Pages } from '../list/use-pages';
import { measuredOf, useMeasured } from '../list/use-measured';
import { useRange } from '../list/use-range';
import type { Order } from '../order';
import { boardWords } from '../words';
import { FIELDS, type FieldName } from './fields';
import { TableHead } from './table-head';
import { TableRow } from './table-row';

/** Pixels that a row takes before it has been measured, and what the heading covers of the list. */
const GUESS = 62;
const HEADING = 56;
const MENU_WIDTH = 3;

/** The table has ideas of every stage. */
export const ANYWHERE = () => true;

interface RowsProps {
  rows: readonly IdeaRowFragment[];
  pages: Pages<IdeaRowFragment>;
  fields: readonly FieldName[];
  order: Order;
  filters: Filters;
  total: number | undefined;
}

/** The table itself, of which only what is seen is in the page; it tells how many rows there are and which these are. */
export function Rows({ rows, pages, fields, order, filters, total }: RowsProps) {
  const t = useWords(boardWords);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRows(rows, pages, scroller);
  const scrollTo = (index: number) => virtualizer.scrollToIndex(index, { align: 'center' });
  const lit = useArrival({ rows, asking: pages.asking, belongs: ANYWHERE, list: scroller, scrollTo });
  useTold(rows.length, total);
  const items = usePlaced(rows, virtualizer.getVirtualItems);
  return (
    <div
      className="table-scroll"
      ref={scroller}
      role="region"
      aria-label={t.title}
      tabIndex={0}
      {...virtualizer.handlers}
    >
      <table
        className="ideas"
        style={{ minWidth: `${widthOf(fields)}rem` }}
        aria-rowcount={(total ?? rows.length) + 1}
        aria-describedby="table-sorting"
      >
        <Widths fields={fields} />
        <TableHead {...{ fields, order, filters }} />
        <tbody>
          {items.map((item, at) => (
            <Fragment key={item.key}>
              <Gap height={item.start - (items[at - 1]?.end ?? 0)} />
              {rows[item.index] ? (
                <TableRow
                  idea={rows[item.index]!}
                  index={item.index}
                  fields={fields}
                  lit={rows[item.index]!.id === lit ? 'lit' : ''}
                  measure={virtualizer.measureElement}
                />
              ) : (
                <tr ref={virtualizer.measureElement} data-index={item.index} className="more-row">
                  <td colSpan={fields.length + 1}>
                    <MoreRow pages={pages} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
          <Gap height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

function useRows(
  rows: readonly IdeaRowFragment[],
  pages: Pages<IdeaRowFragment>,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const { options, handlers } = useRange(rows, pages.hasNext);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    ...options,
    ...measuredOf(pages.name),
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESS,
    scrollPaddingStart: HEADING,
  });
  useMeasured(pages.name, virtualizer);
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useLayoutEffect(() => pages.look(startIndex, endIndex), [startIndex, endIndex]);
  useLayoutEffect(() => void scroller.current?.scrollTo({ top: 0 }), [pages.name]);
  return Object.assign(virtualizer, { handlers });
}

/** The room of the rows that aren't in the page. */
function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden="true" className="gap" style={{ height }} /> : null;
}

const widthsOf = (fields: readonly FieldName[]) => FIELDS.filter(({ name }) => fields.includes(name));
const widthOf = (fields: readonly FieldName[]) => widthsOf(fields).reduce((sum, { width }) => sum + width, MENU_WIDTH);

function Widths({ fields }: { fields: readonly FieldName[] }) {
  return (
    <colgroup>
      {widthsOf(fields).map(({ name, width }) => (
        <col key={name} style={{ width: `${width}rem` }} />
      ))}
      <col style={{ width: `${MENU_WIDTH}rem` }} />
    </colgroup>
  );
}
