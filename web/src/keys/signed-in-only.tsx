import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { ViewerDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { Empty, Loading } from '../parts/states';

const words = {
  title: { sv: 'Sidan visas för den som är inloggad', en: 'This page is for those who have signed in' },
  more: { sv: 'Logga in uppe till höger.', en: 'Sign in at the top right.' },
};

/** What is shown to nobody who has not signed in; the service decides, this only says so. */
export function SignedInOnly({ children }: { children: ReactNode }) {
  const t = useWords(words);
  const [{ data }] = useQuery({ query: ViewerDocument });
  if (!data) return <Loading />;
  if (data.viewer.role) return <>{children}</>;
  return (
    <Empty title={t.title}>
      <p>{t.more}</p>
    </Empty>
  );
}
