import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { useWords } from '../language/language';
import { Page } from '../parts/page';
import { toast } from '../parts/toasts';
import { signedOutFrom } from './signed-out';

const words = {
  title: { sv: 'Sidan finns inte', en: 'There is no such page' },
  more: {
    sv: 'Den kan ha flyttats, eller visa något som bara de inblandade ser.',
    en: 'It may have moved, or show something only those involved may see.',
  },
  hidden: {
    sv: 'Sidan du var på visas bara för inloggade. Här är tavlan i stället.',
    en: 'The page you were on is shown only to those signed in. Here is the board instead.',
  },
  board: { sv: 'Till tavlan', en: 'To the board' },
};

/** An address that leads nowhere, or to something the viewer may not see. */
export function NotFound() {
  const t = useWords(words);
  useLeftBehind();
  return (
    <Page title={t.title}>
      <p>{t.more}</p>
      <p>
        <Link href="/" className="button">
          {t.board}
        </Link>
      </p>
    </Page>
  );
}

/** Whoever signs out from what only those signed in may see goes to the board, and not to where nothing is. */
function useLeftBehind(): void {
  const t = useWords(words);
  const [path, go] = useLocation();
  useEffect(() => {
    if (signedOutFrom.read() !== path) return;
    signedOutFrom.write(null);
    toast({ text: t.hidden });
    go('/', { replace: true });
  }, [path, go, t]);
}
