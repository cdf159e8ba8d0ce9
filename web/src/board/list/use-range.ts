import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback, useRef, type FocusEvent } from 'react';

/** How many rows before and after what is seen are there too, so that scrolling doesn't show gaps. */
const OVERSCAN = 4;

interface Listed {
  id: string;
}

/**
 * Which rows of a list are in the page: those that are seen, and wherever they are, the one that has the focus with
 * its neighbours, so that the Tab key goes on from it, and the one that is dragged, so that it can be dropped.
 */
export function useRange(rows: readonly Listed[], hasNext: boolean, dragged?: Listed | null) {
  const focused = useRef<string | null>(null);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const wanted = new Set(defaultRangeExtractor(range));
      const keep = (id: string | null | undefined, around: number) => {
        const at = id ? rows.findIndex(row => row.id === id) : -1;
        for (let index = at - around; at >= 0 && index <= at + around; index++)
          if (index >= 0 && index < range.count) wanted.add(index);
      };
      keep(focused.current, 1);
      keep(dragged?.id, 0);
      return [...wanted].sort((one, other) => one - other);
    },
    [rows, dragged],
  );
  return {
    options: {
      count: rows.length + (hasNext ? 1 : 0),
      overscan: OVERSCAN,
      rangeExtractor,
      getItemKey: useCallback((index: number) => rows[index]?.id ?? MORE, [rows]),
      useFlushSync: false,
    },
    handlers: {
      onFocus: ({ target }: FocusEvent<HTMLElement>) =>
        (focused.current = target.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null),
      onBlur: () => (focused.current = null),
    },
  };
}

/** The row after the last: where more is fetched. */
const MORE = 'more';
