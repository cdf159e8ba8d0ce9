import { useQuery } from 'urql';
import { Link } from 'wouter';
import { ViewerDocument } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { mayCreateIdeas } from './may-create';
import { newIdeaWords } from './words';

/** The way to a new idea, of a partner where one is given, for those who may create it. */
export function NewIdeaLink({ owner }: { owner?: string }) {
  const t = useWords(newIdeaWords);
  const [{ data }] = useQuery({ query: ViewerDocument });
  if (!data || !mayCreateIdeas(data.viewer, owner)) return null;
  return (
    <Link href={owner ? `/ideas/new?owner=${encodeURIComponent(owner)}` : '/ideas/new'} className="button">
      <Icon name="plus" />
      {t.title}
    </Link>
  );
}
