import { useQuery } from 'urql';
import {
  CallListDocument,
  CallListIdeasDocument,
  type CallListIdeasQuery,
  type FundingCallFilter,
} from '../gql/graphql';
import { useLocale, useWords } from '../language/language';
import { More, type PageOfList } from '../parts/paged';
import { Answered, Empty } from '../parts/states';
import { CallRow } from './call-row';
import { callWords } from './words';

/** The ideas a call could carry, as its row names them. */
export type RowIdeas = CallListIdeasQuery['fundingCalls']['nodes'][number]['ideaMatches'];

const PAGE = 20;

interface CallListPageProps {
  filter: FundingCallFilter;
  page: PageOfList;
}

/** One page of calls, nearest deadline first. */
export function CallListPage({ filter, page }: CallListPageProps) {
  const t = useWords(callWords);
  const locale = useLocale();
  const order = {
    field: filter.text ? 'RELEVANCE' : 'NEXT_DEADLINE',
    direction: filter.text ? 'DESC' : 'ASC',
  } as const;
  const variables = { filter, orderBy: order, first: PAGE, after: page.after, locale };
  const [answer, again] = useQuery({ query: CallListDocument, variables });
  const [{ data: carried, error }] = useQuery({ query: CallListIdeasDocument, variables });
  const ideasOf = (id: string) =>
    carried?.fundingCalls.nodes.find(call => call.id === id)?.ideaMatches ?? (error ? null : undefined);
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={5}>
      {({ fundingCalls: { nodes, totalCount, pageInfo } }) => (
        <>
          {!page.after &&
            (nodes.length === 0 ? (
              <Empty title={filter.text ? t.noneFits : t.none} />
            ) : (
              <p className="soft found">{t.found(totalCount)}</p>
            ))}
          <ul className="call-list">
            {nodes.map(call => (
              <CallRow key={call.id} call={call} ideas={ideasOf(call.id)} />
            ))}
          </ul>
          <More page={page} info={pageInfo} />
        </>
      )}
    </Answered>
  );
}
