import { useQuery } from 'urql';
import { PartnerIdeasDocument, type PartnerIdeasQuery } from '../gql/graphql';
import { useLocale, useWords } from '../language/language';
import { More, type PageOfList } from '../parts/paged';
import { Answered, Empty } from '../parts/states';
import { PartnerIdeaRow } from './partner-idea-row';
import { partnerWords } from './words';

/** An idea as its partner's page shows it. */
export type PartnerIdea = NonNullable<PartnerIdeasQuery['partner']>['ideas']['nodes'][number];

const PAGE = 20;

interface PartnerIdeasProps {
  slug: string;
  page: PageOfList;
}

/** One page of a partner's ideas, nearest deadline first. */
export function PartnerIdeas({ slug, page }: PartnerIdeasProps) {
  const locale = useLocale();
  const [answer, again] = useQuery({
    query: PartnerIdeasDocument,
    variables: { slug, first: PAGE, after: page.after, locale },
  });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
      {({ partner }) => {
        const { nodes, totalCount, pageInfo } = partner!.ideas;
        return (
          <>
            {!page.after && <Count count={totalCount} />}
            <ul className="call-list">
              {nodes.map(idea => (
                <PartnerIdeaRow key={idea.id} idea={idea} />
              ))}
            </ul>
            <More page={page} info={pageInfo} />
          </>
        );
      }}
    </Answered>
  );
}

function Count({ count }: { count: number }) {
  const t = useWords(partnerWords);
  if (count > 0) return <h2 className="partner-ideas">{t.ideas(count)}</h2>;
  return (
    <Empty title={t.noIdeas}>
      <p>{t.noIdeasMore}</p>
    </Empty>
  );
}
