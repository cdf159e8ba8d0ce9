import { Component, useEffect, type ReactNode } from 'react';
import { useWords } from '../language/language';
import { Icon } from '../parts/icon';

const words = {
  title: { sv: 'Sidan kunde inte hämtas.', en: 'The page could not be fetched.' },
  more: {
    sv: 'Tjänsten går inte att nå. Sidan hämtas på nytt så snart anslutningen är tillbaka.',
    en: "The service can't be reached. The page is fetched again as soon as the connection is back.",
  },
  again: { sv: 'Försök igen', en: 'Try again' },
};

/** Stands in for a page whose script could not be fetched, or that failed. */
export class Unreachable extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Sorry /> : this.props.children;
  }
}

/** A browser remembers that a script failed, so only a reload asks for it again. */
const reload = () => window.location.reload();

function Sorry() {
  const t = useWords(words);
  useEffect(() => {
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, []);
  return (
    <div className="notice bad" role="alert">
      <Icon name="alert" />
      <div>
        <p>
          <strong>{t.title}</strong>
        </p>
        <p>{t.more}</p>
        <button type="button" onClick={reload}>
          {t.again}
        </button>
      </div>
    </div>
  );
}
