import { useEffect } from 'react';
import { useQuery } from 'urql';
import { BoardColumnDocument, type IdeaFilter, type IdeaOrder } from '../gql/graphql';
import { useLocale, useWords } from '../language/language';
import type { Movable } from '../moves/move';
import { More, type PageOfList } from '../parts/paged';
import { Answered, Empty } from '../parts/states';
import { Card } from './card';
import { boardWords } from './words';

const PAGE = 24;

interface ColumnPageProps {
  filter: IdeaFilter;
  orderBy: IdeaOrder;
  filtered: boolean;
  waiting: boolean;
  page: PageOfList;
  onCount: (count: number) => void;
  setDragged: (idea: Movable | null) => void;
}

/** One page of a column's cards. */
export function ColumnPage({ filter, orderBy, filtered, waiting, page, onCount, setDragged }: ColumnPageProps) {
  const t = useWords(boardWords);
  const locale = useLocale();
  const variables = { filter, orderBy, first: PAGE, after: page.after, locale };
  const [answer, again] = useQuery({ query: BoardColumnDocument, variables, pause: waiting });
  const total = answer.data?.ideas.totalCount;
  useEffect(() => {
    if (total !== undefined) onCount(total);
  });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })}>
      {({ ideas: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && !page.after && (
            <Empty title={t.emptyColumn}>{filtered && <p>{t.emptyFiltered}</p>}</Empty>
          )}
          <ul className="cards">
            {nodes.map(idea => (
              <Card key={idea.id} idea={idea} setDragged={setDragged} />
            ))}
          </ul>
          <More page={page} info={pageInfo} />
        </>
      )}
    </Answered>
  );
}
