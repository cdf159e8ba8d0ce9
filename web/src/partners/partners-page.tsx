import { Link } from 'wouter';
import { Choice } from '../board/choice';
import { useFilters } from '../board/filters';
import { SearchBox } from '../board/search-box';
import { Unknown, unknownIn, type Offered } from '../board/unknown';
import { useAdmin } from '../calls/use-admin';
import { ExportMenu } from '../exports/export-menu';
import type { PartnerFilter, Sector } from '../gql/graphql';
import { useCountries } from '../language/countries';
import { SECTOR } from '../language/domain-words';
import { useLanguage, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Paged } from '../parts/paged';
import { PartnerListPage } from './partner-list-page';
import { partnerWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/partners.css';

/** The organisations, each with the way to its page. */
export function PartnersPage() {
  const t = useWords(partnerWords);
  const filters = useFilters();
  const offered = useOfferedPartners();
  const unknown = unknownIn(filters, offered);
  const [text, sector, country] = [filters.value('q'), filters.value('sector'), filters.value('country')];
  const filter: PartnerFilter = {
    ...(text && { text }),
    ...(sector && { sectors: [sector as Sector] }),
    ...(country && { countries: [country] }),
  };
  return (
    <Page title={t.title} heading={<Heading conditions={{ text, sector, country }} />}>
      <search className="filters">
        <SearchBox filters={filters} label={t.search} />
        {offered.map(one => (
          <Choice key={one.name} {...one} filters={filters} />
        ))}
      </search>
      {unknown.length > 0 ? (
        <Unknown unknown={unknown} filters={filters} />
      ) : (
        <Paged key={JSON.stringify(filter)}>{page => <PartnerListPage filter={filter} page={page} />}</Paged>
      )}
    </Page>
  );
}

/** What the list can be narrowed to. */
function useOfferedPartners(): Offered[] {
  const t = useWords(partnerWords);
  const tongue = useLanguage();
  const countries = useCountries();
  const sectors = Object.entries(SECTOR).map(([code, name]) => [code, name[tongue]] as const);
  return [
    { name: 'sector', label: t.sector, first: t.all, choices: sectors },
    { name: 'country', label: t.country, first: t.all, choices: countries },
  ];
}

function Heading({ conditions }: { conditions: Readonly<Record<string, string>> }) {
  const t = useWords(partnerWords);
  const admin = useAdmin();
  return (
    <div className="board-heading">
      <div>
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
      </div>
      <div className="deeds">
        {admin && (
          <Link href="/partners/import" className="button">
            {t.import}
          </Link>
        )}
        {admin && (
          <Link href="/partners/new" className="button main-deed">
            <Icon name="plus" />
            {t.add}
          </Link>
        )}
        <ExportMenu table="partners" conditions={conditions} />
      </div>
    </div>
  );
}
