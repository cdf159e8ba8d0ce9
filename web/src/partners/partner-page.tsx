import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { NotFound } from '../frame/not-found';
import { PartnerPageDocument, type PartnerPageQuery } from '../gql/graphql';
import { SECTOR } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useLocale, useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Answered, Empty } from '../parts/states';
import { PartnerIdeaRow } from './partner-idea-row';
import { partnerWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/partners.css';

type ShownPartner = NonNullable<PartnerPageQuery['partner']>;
/** An idea as its partner's page shows it. */
export type PartnerIdea = ShownPartner['ideas']['nodes'][number];

const PAGE = 20;

/** A partner asks: where do our ideas stand, what blocks each, what is due next? */
export function PartnerPage({ slug }: { slug: string }) {
  const locale = useLocale();
  const [first, setFirst] = useState(PAGE);
  const [answer, again] = useQuery({
    query: PartnerPageDocument,
    variables: { slug, first, states: ['ACTIVE' as const], locale },
  });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
      {({ partner }) => (partner ? <Shown partner={partner} more={() => setFirst(first + PAGE)} /> : <NotFound />)}
    </Answered>
  );
}

function Shown({ partner, more }: { partner: ShownPartner; more: () => void }) {
  const t = useWords(partnerWords);
  const { nodes, totalCount, pageInfo } = partner.ideas;
  return (
    <Page title={partner.name} heading={<Heading partner={partner} />}>
      <section aria-labelledby="ideas">
        <h2 id="ideas" className="partner-ideas">
          {totalCount > 0 ? t.ideas(totalCount) : t.noIdeas}
        </h2>
        {totalCount === 0 && (
          <Empty title={t.noIdeas}>
            <p>{t.noIdeasMore}</p>
          </Empty>
        )}
        <ul className="call-list">
          {nodes.map(idea => (
            <PartnerIdeaRow key={idea.id} idea={idea} />
          ))}
        </ul>
        {pageInfo.hasNextPage && (
          <button type="button" className="more" onClick={more}>
            {t.more}
          </button>
        )}
      </section>
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
