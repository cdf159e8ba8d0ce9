import { useQuery } from 'urql';
import { ViewerDocument } from '../gql/graphql';

/** Whether the viewer owns the programme, and so keeps the calls; undefined until known. */
export function useAdmin(): boolean | undefined {
  const [{ data }] = useQuery({ query: ViewerDocument });
  return data && data.viewer.role === 'ADMIN';
}

/** The partner whose own the viewer acts for, as partner; undefined until known, and for others. */
export function useOwnPartner(): string | undefined {
  const [{ data }] = useQuery({ query: ViewerDocument });
  return data?.viewer.role === 'PARTNER' ? data.viewer.partner?.id : undefined;
}
