import type { CombinedError } from '@urql/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/language';
import { Icon } from './icon';

const words = {
  loading: { sv: 'Hämtar …', en: 'Loading …' },
  offline: { sv: 'Tjänsten går inte att nå.', en: "The service can't be reached." },
  offlineMore: {
    sv: 'Kontrollera uppkopplingen. Sidan hämtas på nytt så snart den är tillbaka.',
    en: 'Check the connection. The page is fetched again as soon as it is back.',
  },
  failed: { sv: 'Något gick fel hos tjänsten.', en: 'Something went wrong at the service.' },
  again: { sv: 'Försök igen', en: 'Try again' },
};

/** Waiting for an answer: grey shapes where the answer will stand. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const t = useWords(words);
  return (
    <div className="loading">
      <p className="unseen">{t.loading}</p>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="skeleton" />
      ))}
    </div>
  );
}

/** What went wrong, in words, and the way on. */
export function Failed({ error, again }: { error: CombinedError; again: () => void }) {
  const t = useWords(words);
  const unreachable = error.networkError && !error.response;
  return (
    <div className="notice bad" role="alert">
      <Icon name="alert" />
      <div>
        <p>
          <strong>{unreachable ? t.offline : t.failed}</strong>
        </p>
        <p>
          {unreachable ? t.offlineMore : error.graphQLErrors.map(({ message }) => message).join(' ') || error.message}
        </p>
        <button type="button" onClick={again}>
          {t.again}
        </button>
      </div>
    </div>
  );
}

/** Nothing to show, why, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}

interface Answer<T> {
  data?: T | undefined;
  error?: CombinedError | undefined;
}

/** Shows the answer once there is one; before that that it is coming, or that it failed. */
export function Answered<T>({
  answer,
  again,
  lines,
  children,
}: {
  answer: Answer<T>;
  again: () => void;
  lines?: number;
  children: (data: T) => ReactNode;
}) {
  if (answer.data) return <>{children(answer.data)}</>;
  if (answer.error) return <Failed error={answer.error} again={again} />;
  return <Loading lines={lines} />;
}
