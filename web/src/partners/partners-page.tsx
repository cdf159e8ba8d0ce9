import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useFilters } from '../board/filters';
import { SearchBox } from '../board/search-box';
import { PartnerListDocument } from '../gql/graphql';
import { SECTOR } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useLocale, useSay, useWords } from '../language/language';
import { Page } from '../parts/page';
import { More, Paged, type PageOfList } from '../parts/paged';
import { Answered, Empty } from '../parts/states';
import { partnerWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/partners.css';

const PAGE = 50;

/** The organisations, each with the way to its page. */
export function PartnersPage() {
  const t = useWords(partnerWords);
  const filters = useFilters();
  const text = filters.value('q');
  return (
    <Page title={t.title}>
      <p className="lead">{t.lead}</p>
      <search className="filters">
        <SearchBox filters={filters} label={t.search} />
      </search>
      <Paged key={text}>{page => <PartnerPageOfList text={text} page={page} />}</Paged>
    </Page>
  );
}

interface PartnerPageOfListProps {
  text: string;
  page: PageOfList;
}

function PartnerPageOfList({ text, page }: PartnerPageOfListProps) {
  const t = useWords(partnerWords);
  const say = useSay();
  const format = useFormat();
  const locale = useLocale();
  const variables = { first: PAGE, after: page.after, locale, filter: text ? { text } : undefined };
  const [answer, again] = useQuery({ query: PartnerListDocument, variables });
  return (
    <Answered answer={answer} again={again} lines={4}>
      {({ partners: { nodes, pageInfo } }) => (
        <>
          {nodes.length === 0 && <Empty title={text ? t.noneNamed : t.none} />}
          <ul className="partner-list">
            {nodes.map(({ id, slug, name, sector, country, description }) => (
              <li key={id} className="panel">
                <h2>
                  <Link href={`/partners/${slug}`}>{name}</Link>
                </h2>
                <p className="soft">
                  {say(SECTOR, sector)}
                  {country !== 'SE' && ` · ${format.country(country)}`}
                </p>
                {description && <p>{description}</p>}
              </li>
            ))}
          </ul>
          <More page={page} info={pageInfo} />
        </>
      )}
    </Answered>
  );
}
