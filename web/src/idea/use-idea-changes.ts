import { useSubscription } from 'urql';
import { key } from '../client/key';
import { useFollowed } from '../client/stored';
import { IdeaChangedDocument } from '../gql/graphql';

/** Anyone who may see an idea hears that it changed; those signed in hear it from the activity already. */
export function useIdeaChanges(id: string | undefined): void {
  const signedIn = useFollowed(key) !== null;
  useSubscription({ query: IdeaChangedDocument, variables: { id: id ?? '' }, pause: signedIn || !id });
}
