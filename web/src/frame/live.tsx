import { useEffect } from 'react';
import { useSubscription } from 'urql';
import { connection, noteUnreachable } from '../client/connection';
import type { Refresh } from '../client/refresh';
import { followed, useFollowed } from '../client/stored';
import { LiveActivityDocument, type LiveActivitySubscription } from '../gql/graphql';
import { useLocale } from '../language/language';

/** Milliseconds between questions where changes don't arrive by themselves, and where nothing comes through. */
const MINUTE = 60_000;
const SOONER = 10_000;

/** The newest change that arrived while the page was open. */
export type LiveChange = LiveActivitySubscription['activity'];
const newest = followed<LiveChange | null>(null);

/** The newest change, for a page to tell of. */
export function useNewestChange(): LiveChange | null {
  return useFollowed(newest);
}

/** Hears of changes: by subscription for those signed in, by asking each minute for anyone. */
export function Live({ signedIn, refresh }: { signedIn: boolean; refresh: Refresh }) {
  useActivity(signedIn);
  usePolling(refresh);
  useEffect(() => {
    window.addEventListener('offline', noteUnreachable);
    return () => window.removeEventListener('offline', noteUnreachable);
  }, []);
  return null;
}

function usePolling(refresh: Refresh): void {
  const { state } = useFollowed(connection);
  useEffect(() => {
    if (state === 'LIVE') return;
    const ask = () => document.visibilityState === 'visible' && refresh();
    const timer = window.setInterval(ask, state === 'LOST' ? SOONER : MINUTE);
    window.addEventListener('online', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [state, refresh]);
}

function useActivity(signedIn: boolean): void {
  const locale = useLocale();
  useSubscription({ query: LiveActivityDocument, variables: { locale }, pause: !signedIn }, (_, answer) => {
    newest.write(answer.activity);
    return answer;
  });
}
