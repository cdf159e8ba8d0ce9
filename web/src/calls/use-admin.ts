import { useQuery } from 'urql';
import { ViewerDocument } from '../gql/graphql';

/** Whether the viewer owns the programme, and so keeps the calls; undefined until known. */
export function useAdmin(): boolean | undefined {
  const [{ data }] = useQuery({ query: ViewerDocument });
  return data && data.viewer.role === 'ADMIN';
}
