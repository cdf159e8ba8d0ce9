import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { PAGE, type KnownPage, type Told } from './pages';

/** What every list of ideas is asked with. */
export interface Asked {
  filter: object;
  orderBy: object;
}

/** What every list of ideas answers. */
export interface Ideas<T> {
  ideas: { nodes: readonly T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** A list of ideas: its document, and what it is asked with beside where a page begins. */
export interface ListOfIdeas<T> {
  // The variables are as many as there are documents; each list gives its own whole.
  query: TypedDocumentNode<Ideas<T>, never>;
  variables: Asked & Record<string, unknown>;
  waiting: boolean;
}

interface AskPageProps<T> {
  list: ListOfIdeas<T>;
  page: KnownPage<T>;
  onTold: (told: Told<T>) => void;
}

/** Asks for one page while it is mounted, and tells what is answered then and later; shows nothing itself. */
export function AskPage<T>({ list: { query, variables, waiting }, page: { after }, onTold }: AskPageProps<T>) {
  const [{ data, error, fetching, stale, operation }, again] = useQuery<Ideas<T>, Record<string, unknown>>({
    query: query as unknown as TypedDocumentNode<Ideas<T>, Record<string, unknown>>,
    variables: { ...variables, first: PAGE, after },
    pause: waiting,
  });
  // After a change of the cursor the answer is that of the cursor before, until the new one comes.
  const own = operation?.variables['after'] === after;
  useEffect(() => {
    onTold({
      ...(own &&
        data && {
          ideas: data.ideas.nodes,
          endCursor: data.ideas.pageInfo.endCursor,
          hasNext: data.ideas.pageInfo.hasNextPage,
        }),
      asking: fetching || stale,
      error: own ? error : undefined,
      again: () => again({ requestPolicy: 'network-only' }),
    });
  }, [data, error, fetching, stale, own]);
  // Once it has left the page nobody waits for it any more.
  useEffect(() => () => onTold({ asking: false }), []);
  return null;
}
