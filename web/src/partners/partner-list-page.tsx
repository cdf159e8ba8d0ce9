import { useQuery } from 'urql';
import { Link } from 'wouter';
import { PartnerListDocument, type PartnerFilter } from '../gql/graphql';
import { SECTOR } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useLocale, useSay, useWords } from '../language/language';
import { More, type PageOfList } from '../parts/paged';
import { Answered, Empty } from '../parts/states';
import { partnerWords } from './words';

const PAGE = 50;

interface PartnerListPageProps {
  filter: PartnerFilter;
  page: PageOfList;
}

/** One page of partners, by name or, sought, with what fits best first. */
export function PartnerListPage({ filter, page }: PartnerListPageProps) {
  const t = useWords(partnerWords);
  const say = useSay();
  const format = useFormat();
  const locale = useLocale();
  const narrowed = Object.keys(filter).length > 0;
  const variables = { first: PAGE, after: page.after, locale, filter: narrowed ? filter : undefined };
  const [answer, again] = useQuery({ query: PartnerListDocument, variables });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
      {({ partners: { nodes, totalCount, pageInfo } }) => (
        <>
          {!page.after &&
            (nodes.length === 0 ? (
              <Empty title={narrowed ? t.noneFits : t.none} />
            ) : (
              <p className="soft found">{t.found(totalCount)}</p>
            ))}
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
                {description && <p className="about">{description}</p>}
              </li>
            ))}
          </ul>
          <More page={page} info={pageInfo} />
        </>
      )}
    </Answered>
  );
}
