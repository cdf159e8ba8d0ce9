import { store, stored } from '../client/stored';

/** What is written in the explorer; never a key. */
export interface Written {
  query: string;
  variables: string;
}

/** How many documents are remembered. */
const MOST = 20;
const DRAFT = 'explorer-draft';
const EARLIER = 'explorer-earlier';

// Of this tab alone, and gone with it: variables may tell of people.
const here = () => sessionStorage;

function read<T>(name: string, otherwise: T): T {
  try {
    return (JSON.parse(stored(here, name) ?? 'null') as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** What was being written when the page was left. */
export const draft = (): Written | null => read<Written | null>(DRAFT, null);

export const keepDraft = (written: Written): void => store(here, DRAFT, JSON.stringify(written));

/** What was run or put aside before, the newest first. */
export const earlier = (): readonly Written[] => read<readonly Written[]>(EARLIER, []);

/** Remembers it as the newest, once. */
export function remember(written: Written): readonly Written[] {
  const others = earlier().filter(({ query, variables }) => query !== written.query || variables !== written.variables);
  const all = [written, ...others].slice(0, MOST);
  store(here, EARLIER, JSON.stringify(all));
  return all;
}
