import { Fragment, useState, type ReactNode } from 'react';
import { useWords } from '../language/language';

const words = { more: { sv: 'Visa fler', en: 'Show more' } };

/** Where one page of a list begins, whether it is the last that shows, and the way to the next. */
export interface PageOfList {
  after: string | null;
  last: boolean;
  onMore: (cursor: string) => void;
}

/** A list page by page, each asked for when the one before has been read. */
export function Paged({ children }: { children: (page: PageOfList) => ReactNode }) {
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  return cursors.map((after, index) => (
    <Fragment key={after ?? ''}>
      {children({
        after,
        last: index === cursors.length - 1,
        onMore: cursor => setCursors([...cursors, cursor]),
      })}
    </Fragment>
  ));
}

interface MoreProps {
  page: PageOfList;
  info: { hasNextPage: boolean; endCursor?: string | null };
}

/** The way to the next page, under the last that shows. */
export function More({ page, info: { hasNextPage, endCursor } }: MoreProps) {
  const t = useWords(words);
  if (!page.last || !hasNextPage || !endCursor) return null;
  return (
    <button type="button" className="more" onClick={() => page.onMore(endCursor)}>
      {t.more}
    </button>
  );
}
