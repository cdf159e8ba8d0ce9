import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { connection, noteUnreachable } from '../client/connection';
import type { Refresh } from '../client/refresh';
import { ended } from '../client/session';
import { followed, useFollowed } from '../client/stored';
import {
  CallPublishedDocument,
  IdeasChangedDocument,
  LiveActivityDocument,
  type LiveActivitySubscription,
} from '../gql/graphql';
import { useLocale } from '../language/language';

/** Milliseconds between questions: where nothing comes through, where not every change is told, and where all are. */
const SOONER = 10_000;
const MINUTE = 60_000;
/** Days go by and deadlines pass without a change. */
const NOW_AND_THEN = 10 * MINUTE;

/** The newest change that arrived while the page was open. */
export type LiveChange = LiveActivitySubscription['activity'];
const newest = followed<LiveChange | null>(null);

/** The newest change, for a page to tell of. */
export function useNewestChange(): LiveChange | null {
  return useFollowed(newest);
}

/** Hears of changes: by subscription, and by asking for what none tells. */
export function Live({ signedIn, refresh }: { signedIn: boolean; refresh: Refresh }) {
  useChanges(signedIn);
  usePolling(refresh, signedIn ? NOW_AND_THEN : MINUTE);
  useEffect(() => {
    window.addEventListener('offline', noteUnreachable);
    return () => window.removeEventListener('offline', noteUnreachable);
  }, []);
  return null;
}

function usePolling(refresh: Refresh, whenLive: number): void {
  const { state } = useFollowed(connection);
  useEffect(() => {
    const ask = () => document.visibilityState === 'visible' && !ended.read() && refresh();
    const timer = window.setInterval(ask, state === 'LOST' ? SOONER : state === 'LIVE' ? whenLive : MINUTE);
    window.addEventListener('online', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [state, whenLive, refresh]);
}

/** Everyone is told of ideas; of the rest those signed in hear from the activity, and anyone when a call is published. */
function useChanges(signedIn: boolean): void {
  const locale = useLocale();
  useSubscription({ query: IdeasChangedDocument });
  useSubscription({ query: CallPublishedDocument, pause: signedIn });
  useSubscription({ query: LiveActivityDocument, variables: { locale }, pause: !signedIn }, (_, answer) => {
    newest.write(answer.activity);
    return answer;
  });
}
