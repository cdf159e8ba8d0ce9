import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { Link, useLocation } from 'wouter';
import { useAdmin, useOwnPartner } from '../calls/use-admin';
import { NotFound } from '../frame/not-found';
import { PartnerPageDocument, type PartnerPageQuery } from '../gql/graphql';
import { SECTOR } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useLocale, useSay, useWords } from '../language/language';
import { NewIdeaLink } from '../idea/new-idea/new-idea-link';
import { Icon } from '../parts/icon';
import { Page } from '../parts/page';
import { Paged } from '../parts/paged';
import { Answered } from '../parts/states';
import { MergeDialog } from './merge/merge-dialog';
import { mergeWords } from './merge/words';
import { OwnRequests } from './own-requests';
import { PartnerIdeas } from './partner-ideas';
import { partnerWords } from './words';
import '../styles/board.css';
import '../styles/idea.css';
import '../styles/partners.css';
import '../styles/idea/told.css';

type ShownPartner = NonNullable<PartnerPageQuery['partner']>;

/** A partner asks: where do our ideas stand, what blocks each, what is due next? */
export function PartnerPage({ slug }: { slug: string }) {
  const locale = useLocale();
  const [answer, again] = useQuery({ query: PartnerPageDocument, variables: { slug, locale } });
  return (
    <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={4}>
      {({ partner }) => (partner ? <Shown partner={partner} asked={slug} /> : <NotFound />)}
    </Answered>
  );
}

function Shown({ partner, asked }: { partner: ShownPartner; asked: string }) {
  const [, go] = useLocation();
  // The address of a partner that has been merged leads to the one it is part of now.
  useEffect(() => {
    if (partner.slug !== asked) go(`/partners/${partner.slug}`, { replace: true });
  }, [partner.slug, asked, go]);
  return (
    <Page title={partner.name} heading={<Heading partner={partner} />}>
      <OwnRequests slug={partner.slug} />
      <Paged>{page => <PartnerIdeas slug={partner.slug} page={page} />}</Paged>
    </Page>
  );
}

function Heading({ partner }: { partner: ShownPartner }) {
  const t = useWords(partnerWords);
  const m = useWords(mergeWords);
  const say = useSay();
  const format = useFormat();
  const admin = useAdmin();
  const own = useOwnPartner() === partner.id;
  const [merging, setMerging] = useState(false);
  const { organisationNumber, pic, nutsCode } = partner;
  const numbers = [organisationNumber && `${t.organisationNumber} ${organisationNumber}`, pic && `PIC ${pic}`];
  return (
    <header className="idea-head partner-head">
      <p className="soft">
        {say(SECTOR, partner.sector)} · {format.country(partner.country)}
        {nutsCode && ` (${nutsCode})`}
      </p>
      <h1>{partner.name}</h1>
      {partner.description && <p className="lead">{partner.description}</p>}
      {numbers.some(Boolean) && <p className="soft">{numbers.filter(Boolean).join(' · ')}</p>}
      <p className="deeds">
        {(admin || own) && (
          <Link href={`/partners/${partner.slug}/edit`} className="button">
            <Icon name="pen" />
            {t.edit}
          </Link>
        )}
        {admin && (
          <button type="button" onClick={() => setMerging(true)}>
            {m.open}
          </button>
        )}
        <Link href={`/?partner=${partner.slug}`} className="button">
          <Icon name="table" />
          {t.onBoard}
        </Link>
        <NewIdeaLink owner={partner.slug} />
        {partner.contactEmail && (
          <a href={`mailto:${partner.contactEmail}`} className="button">
            {partner.contactEmail}
          </a>
        )}
        {partner.website && (
          <a href={partner.website} className="button" rel="noreferrer">
            <Icon name="external" />
            {t.website}
          </a>
        )}
      </p>
      {merging && <MergeDialog partner={partner} onClose={() => setMerging(false)} />}
    </header>
  );
}
