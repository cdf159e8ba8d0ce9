import { useQuery } from 'urql';
import { useSignedIn } from '../../client/session';
import { ViewerDocument } from '../../gql/graphql';
import { AGENDA_PLACE, opensWithAgenda, PLACES } from './places';

/** The pages of the menu, for whoever is signed in. */
export function usePlaces(): readonly (typeof AGENDA_PLACE | (typeof PLACES)[number])[] {
  const [{ data }] = useQuery({ query: ViewerDocument, pause: !useSignedIn() });
  return opensWithAgenda(data?.viewer.role) ? [AGENDA_PLACE, ...PLACES] : PLACES;
}
