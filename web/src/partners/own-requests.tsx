import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useOwnPartner } from '../calls/use-admin';
import { RequestsOfPartnerDocument } from '../gql/graphql';
import { RequestRow } from '../idea/joining/request-row';
import { joiningWords } from '../idea/joining/words';
import { useLocale, useWords } from '../language/language';

/** Where the partner asks to join or is invited, for itself and the administration; others are told of none. */
export function OwnRequests({ slug }: { slug: string }) {
  const t = useWords(joiningWords);
  const locale = useLocale();
  const [{ data }] = useQuery({ query: RequestsOfPartnerDocument, variables: { slug, locale } });
  const own = useOwnPartner();
  const waiting = data?.partner?.joinRequests.filter(({ status }) => status === 'PENDING') ?? [];
  if (waiting.length === 0) return null;
  const isOwn = data?.partner?.id === own;
  return (
    <section className="panel" aria-labelledby="requests">
      <h2 id="requests">{t.requests}</h2>
      <ul className="requests">
        {waiting.map(({ idea, ...request }) => (
          <RequestRow key={request.id} request={request} isOwn={isOwn} leads={false}>
            {idea && (
              <Link href={`/ideas/${idea.code}`}>
                {idea.code} {idea.title}
              </Link>
            )}
          </RequestRow>
        ))}
      </ul>
    </section>
  );
}
