import { useEffect } from 'react';
import { useQuery } from 'urql';
import { Redirect } from 'wouter';
import { Board } from '../board/board';
import { useSignedIn } from '../client/session';
import { useFollowed } from '../client/stored';
import { ViewerDocument } from '../gql/graphql';
import { Loading } from '../parts/states';
import { arrival } from './arrival';
import { opensWithAgenda } from './places/places';

/** The board; whoever has just come and has something to do is led to that first. */
export function Home() {
  const [signedIn, hasJustCome] = [useSignedIn(), useFollowed(arrival)];
  const [{ data, error }] = useQuery({ query: ViewerDocument, pause: !signedIn || !hasJustCome });
  const isAsked = signedIn && hasJustCome && !error;
  const isLed = isAsked && opensWithAgenda(data?.viewer.role);
  const stays = !isAsked || (data && !isLed);
  // Led or not, it is once: whoever chooses the board afterwards stays there.
  useEffect(() => {
    if (stays || isLed) arrival.write(false);
  }, [stays, isLed]);
  if (isLed) return <Redirect to="/agenda" replace />;
  return isAsked && !data ? <Loading lines={6} /> : <Board />;
}
