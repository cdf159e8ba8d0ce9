import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { AskPage, type ListOfIdeas } from './ask-page';
import { inView, placed, rowsOf, type KnownPage, type Told } from './pages';

/** A list that is fetched as one scrolls. */
export interface Pages<T> {
  /** Undefined until the first answer. */
  rows: readonly T[] | undefined;
  hasNext: boolean;
  asking: boolean;
  /** A page that could not be fetched. */
  failed: KnownPage<T> | undefined;
  /** Changes when another list is asked for. */
  name: string;
  more: () => void;
  look: (from: number, to: number) => void;
  /** What asks; it stands anywhere on the page and shows nothing. */
  asker: ReactNode;
}

/** Fetches a list page by page. When another is asked for, what was shown stays until the answer is there. */
export function usePages<T extends { id: string }>(list: ListOfIdeas<T>): Pages<T> {
  const name = JSON.stringify(list.variables);
  const [state, setState] = useState(() => ({ name, pages: [FIRST] as readonly KnownPage<T>[] }));
  const [[from, to], setSeen] = useState<readonly [number, number]>([0, 0]);
  if (state.name !== name) {
    const old = rowsOf(state.pages);
    setState({ name, pages: [{ ...FIRST, ...(state.pages[0]?.ideas && { ideas: old }) }] });
  }
  const told = useCallback(
    (index: number, what: Told<T>) =>
      setState(before => (before.name === name ? { name, pages: placed(before.pages, index, what) } : before)),
    [name],
  );
  const more = useCallback(() => setState(before => ({ ...before, pages: withNext(before.pages) })), []);
  const look = useCallback(
    (first: number, last: number) =>
      setSeen(before => (before[0] === first && before[1] === last ? before : [first, last])),
    [],
  );
  const { pages } = state;
  const rows = useMemo(() => rowsOf(pages), [pages]);
  return {
    rows: pages[0]?.ideas ? rows : undefined,
    hasNext: pages.at(-1)?.hasNext ?? false,
    asking: pages.some(page => page.asking),
    failed: pages.find(page => page.error && !page.asking),
    name,
    more,
    look,
    asker: inView(pages, from, to).map(index => (
      <AskPage key={`${name} ${index}`} list={list} page={pages[index]!} onTold={what => told(index, what)} />
    )),
  };
}

const FIRST: KnownPage<never> = { after: null, asking: true };

function withNext<T>(pages: readonly KnownPage<T>[]): readonly KnownPage<T>[] {
  const last = pages.at(-1);
  return last?.hasNext && last.endCursor ? [...pages, { after: last.endCursor, asking: true }] : pages;
}
