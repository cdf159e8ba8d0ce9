import { useEffect, useState, type RefObject } from 'react';
import { useQuery } from 'urql';
import { useFollowed } from '../../client/stored';
import { MovedCardDocument, type IdeaCardFragment } from '../../gql/graphql';
import { useLocale } from '../../language/language';
import { isFresh, moved, type Moved } from '../../moves/moved';

/** Milliseconds that a card stays lit, and until the list has scrolled to it. */
const LIT = 4_000;
const SETTLED = 100;

/**
 * The rows with the idea that was just moved: where it stands among them, or first when the list hasn't come that far.
 * So it is in view whatever the order, until another list is asked for.
 */
export function useWithMoved<T extends IdeaCardFragment>(
  rows: readonly T[] | undefined,
  { name, asking, belongs }: { name: string; asking: boolean; belongs: (idea: IdeaCardFragment) => boolean },
): readonly T[] | undefined {
  const locale = useLocale();
  const news = useFollowed(moved);
  const [pinned, setPinned] = useState<{ id: string; name: string } | null>(null);
  const missing = news && isFresh(news) && rows && !asking && !rows.some(({ id }) => id === news.idea.id);
  useEffect(() => {
    if (missing && belongs(news.idea)) setPinned({ id: news.idea.id, name });
  }, [missing, news]);
  const wanted = pinned?.name === name ? pinned.id : '';
  const [{ data }] = useQuery({ query: MovedCardDocument, variables: { id: wanted, locale }, pause: !wanted });
  const idea = wanted ? data?.idea : null;
  if (!idea || !rows || !belongs(idea) || rows.some(({ id }) => id === idea.id)) return rows;
  return [idea as T, ...rows];
}

interface Shown {
  rows: readonly { id: string }[];
  asking: boolean;
  /** Whether the idea stands in this list where it is now: where it was, it may still be seen for a moment. */
  belongs: (idea: IdeaCardFragment) => boolean;
  list: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
}

/** The id of the row that is lit: the idea that was just moved, once it has come and been scrolled to. */
export function useArrival({ rows, asking, belongs, list, scrollTo }: Shown): string | undefined {
  const news = useFollowed(moved);
  const [lit, setLit] = useState<Moved | null>(null);
  const here = news && isFresh(news) && !asking && belongs(news.idea);
  const at = here ? rows.findIndex(({ id }) => id === news.idea.id) : -1;
  useEffect(() => {
    if (at < 0) return;
    scrollTo(at);
    setLit(news);
    moved.write(null);
  }, [at, news]);
  useEffect(() => {
    if (!lit) return;
    const timers = [
      window.setTimeout(() => takeFocus(list.current, lit.idea.id), SETTLED),
      window.setTimeout(() => setLit(null), LIT),
    ];
    return () => timers.forEach(timer => window.clearTimeout(timer));
  }, [lit]);
  return lit?.idea.id;
}

/** What had the focus may have gone with the card from its old place: then it goes on where the card is now. */
function takeFocus(list: HTMLElement | null, id: string): void {
  if (!document.activeElement?.matches('body, [tabindex="-1"]')) return;
  list?.querySelector<HTMLElement>(`[data-id="${id}"] a`)?.focus({ preventScroll: true });
}
