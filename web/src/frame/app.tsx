import { useEffect, useMemo, useRef } from 'react';
import { Provider } from 'urql';
import { asking } from '../client/client';
import { noteBeginning } from '../client/connection';
import { ended, who } from '../client/session';
import { useFollowed } from '../client/stored';
import { language, useLanguage, useWords } from '../language/language';
import { MovesProvider } from '../moves/moves-provider';
import { Announcer } from '../parts/announcer';
import { forgetToasts, toast, Toasts } from '../parts/toasts';
import { arrival, isFrontPage } from './arrival';
import { DoubtDialog } from './doubt-dialog';
import { Footer } from './footer';
import { Header } from './header';
import { Live } from './live';
import { LostNotice } from './lost-notice';
import { Pages } from './pages';
import { SignInAgain } from './sign-in/sign-in-again';
import { signedOutFrom } from './signed-out';
import { SkipLink } from './skip-link';

const words = { signedOut: { sv: 'Du är utloggad.', en: 'You are signed out.' } };

/** The whole front end, for whoever is signed in or for anyone. */
export function App() {
  const mark = useFollowed(who);
  const asked = useMemo(() => asking({ mark, language: language.read }), [mark]);
  useEffect(() => {
    noteBeginning();
    return asked.close;
  }, [asked]);
  useEffect(() => ended.follow(() => ended.read() || asked.renew()), [asked]);
  useFreshStart(mark);
  const tongue = useLanguage();
  useEffect(() => {
    document.documentElement.lang = tongue;
  }, [tongue]);
  return (
    <Provider value={asked.client} key={mark}>
      <MovesProvider>
        <SkipLink />
        <Header />
        <LostNotice />
        <Pages />
        <Footer />
        <Announcer />
        <Toasts />
        <DoubtDialog />
        <SignInAgain />
        <Live signedIn={mark !== null} refresh={asked.refresh} />
      </MovesProvider>
    </Provider>
  );
}

/** Signing in or out makes another page of it: reading begins anew. */
function useFreshStart(mark: string | null): void {
  const t = useWords(words);
  const before = useRef(mark);
  useEffect(() => {
    if (before.current !== mark) {
      document.getElementById('main')?.focus();
      forgetToasts();
      if (mark === null) toast({ text: t.signedOut });
      else if (isFrontPage(window.location)) arrival.write(true);
      signedOutFrom.write(mark === null ? window.location.pathname : null);
    }
    before.current = mark;
  }, [mark, t]);
}
