import { useEffect } from 'react';
import { useQuery } from 'urql';
import { CallListDocument, CallListIdeasDocument, type FundingCallFilter } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { More, type PageOfList } from '../../parts/paged';
import { Answered, Empty } from '../../parts/states';
import { callWords } from '../words';
import { CallRow } from './call-row';
import type { OurMatches } from './our-matches';

const PAGE = 25;

interface CallListPageProps {
  filter: FundingCallFilter;
  page: PageOfList;
  ours: OurMatches;
  /** Hears how many there are in all. */
  onFound: (total: number) => void;
}

/** One page of calls, nearest deadline first. */
export function CallListPage({ filter, page, ours, onFound }: CallListPageProps) {
  const t = useWords(callWords);
  const locale = useLocale();
  const order = {
    field: filter.text ? 'RELEVANCE' : 'NEXT_DEADLINE',
    direction: filter.text ? 'DESC' : 'ASC',
  } as const;
  const asked = { filter, orderBy: order, first: PAGE, after: page.after };
  const [answer, again] = useQuery({ query: CallListDocument, variables: { ...asked, locale } });
  // Whoever has ideas of their own is told of those.
  const [{ data: carried }] = useQuery({ query: CallListIdeasDocument, variables: asked, pause: ours !== null });
  const total = answer.data?.fundingCalls.totalCount;
  useEffect(() => {
    if (total !== undefined) onFound(total);
  }, [total, onFound]);
  const carriedBy = (id: string) => carried?.fundingCalls.nodes.find(call => call.id === id)?.ideaMatches.length;
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={5}>
      {({ fundingCalls: { nodes, pageInfo } }) => (
        <>
          {!page.after && nodes.length === 0 && <Empty title={t.noneFits} />}
          <ul className="call-list">
            {nodes.map(call => (
              <CallRow
                key={call.id}
                call={call}
                ours={ours ? (ours.get(call.id) ?? null) : undefined}
                carried={carriedBy(call.id)}
              />
            ))}
          </ul>
          <More page={page} info={pageInfo} />
        </>
      )}
    </Answered>
  );
}
