import { useQuery } from 'urql';
import { MergeMovesDocument, MergeSharedDocument } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { mergeWords } from './words';

interface MergeMovesProps {
  from: { id: string; slug: string };
  /** The partner chosen to stay, by its id. */
  into: string | undefined;
}

/** What a merge moves, and in which ideas two memberships become one. */
export function MergeMoves({ from, into }: MergeMovesProps) {
  const t = useWords(mergeWords);
  const [{ data }] = useQuery({ query: MergeMovesDocument, variables: { slug: from.slug, locale: useLocale() } });
  const both = { from: [from.id], into: into ? [into] : [] };
  const [{ data: inBoth }] = useQuery({ query: MergeSharedDocument, variables: both, pause: !into });
  if (!data?.partner) return null;
  const { ideas, joinRequests } = data.partner;
  const waiting = joinRequests.filter(({ status }) => status === 'PENDING').length;
  const keys = data.viewer.apiKeys.filter(({ partner, revokedAt }) => partner?.id === from.id && !revokedAt).length;
  const shared = into ? (inBoth?.ideas.nodes ?? []) : [];
  return (
    <section aria-label={t.moves}>
      <h3>{t.moves}</h3>
      <ul>
        <li>
          {t.ideas(ideas.totalCount)}
          {ideas.totalCount > 0 && `: ${ideas.nodes.map(({ code, title }) => `${code} ${title}`).join(', ')}`}
          {ideas.totalCount > ideas.nodes.length && ` ${t.more}`}
        </li>
        {waiting > 0 && <li>{t.requests(waiting)}</li>}
        {keys > 0 && <li>{t.keys(keys)}</li>}
      </ul>
      {shared.length > 0 && <p>{t.shared(shared.map(({ code }) => code).join(', '))}</p>}
    </section>
  );
}
