import { useEffect, useMemo, useRef } from 'react';
import { Provider } from 'urql';
import { asking } from '../client/client';
import { noteBeginning } from '../client/connection';
import { key } from '../client/key';
import { useFollowed } from '../client/stored';
import { language, useLanguage } from '../language/language';
import { MovesProvider } from '../moves/moves-provider';
import { Announcer } from '../parts/announcer';
import { DoubtDialog } from './doubt-dialog';
import { Footer } from './footer';
import { Header } from './header';
import { Live } from './live';
import { LostNotice } from './lost-notice';
import { Pages } from './pages';
import { SkipLink } from './skip-link';

/** The whole front end, for whoever is signed in or for anyone. */
export function App() {
  const secret = useFollowed(key);
  const asked = useMemo(() => asking({ secret, language: language.read }), [secret]);
  useEffect(() => {
    noteBeginning();
    return asked.close;
  }, [asked]);
  useFreshStart(secret);
  const tongue = useLanguage();
  useEffect(() => {
    document.documentElement.lang = tongue;
  }, [tongue]);
  return (
    <Provider value={asked.client} key={secret}>
      <MovesProvider>
        <SkipLink />
        <Header />
        <LostNotice />
        <Pages />
        <Footer />
        <Announcer />
        <DoubtDialog />
        <Live signedIn={secret !== null} refresh={asked.refresh} />
      </MovesProvider>
    </Provider>
  );
}

/** Signing in or out makes another page of it: reading begins anew. */
function useFreshStart(secret: string | null): void {
  const before = useRef(secret);
  useEffect(() => {
    if (before.current !== secret) document.getElementById('main')?.focus();
    before.current = secret;
  }, [secret]);
}
