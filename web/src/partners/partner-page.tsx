import { useQuery } from 'urql';
import { Link } from 'wouter';
import { NotFound } from '../frame/not-found';
import { PartnerPageDocument, type PartnerPageQuery } from '../gql/graphql';
import { SECTOR } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useLocale, useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Paged } from '../parts/paged';
import { Answered } from '../parts/states';
import { PartnerIdeas } from './partner-ideas';
import { partnerWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/partners.css';

type ShownPartner = NonNullable<PartnerPageQuery['partner']>;

/** A partner asks: where do our ideas stand, what blocks each, what is due next? */
export function PartnerPage({ slug }: { slug: string }) {
  const locale = useLocale();
  const [answer, again] = useQuery({ query: PartnerPageDocument, variables: { slug, locale } });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
      {({ partner }) => (partner ? <Shown partner={partner} /> : <NotFound />)}
    </Answered>
  );
}

function Shown({ partner }: { partner: ShownPartner }) {
  return (
    <Page title={partner.name} heading={<Heading partner={partner} />}>
      <Paged>{page => <PartnerIdeas slug={partner.slug} page={page} />}</Paged>
    </Page>
  );
}

function Heading({ partner }: { partner: ShownPartner }) {
  const t = useWords(partnerWords);
  const say = useSay();
  const format = useFormat();
  return (
    <header className="idea-head partner-head">
      <p className="soft">
        {say(SECTOR, partner.sector)} · {format.country(partner.country)}
      </p>
      <h1>{partner.name}</h1>
      {partner.description && <p className="lead">{partner.description}</p>}
      <p className="deeds">
        <Link href={`/?partner=${partner.slug}`} className="button">
          <Icon name="table" />
          {t.onBoard}
        </Link>
        {partner.website && (
          <a href={partner.website} className="button" rel="noreferrer">
            <Icon name="external" />
            {t.website}
          </a>
        )}
      </p>
    </header>
  );
}
