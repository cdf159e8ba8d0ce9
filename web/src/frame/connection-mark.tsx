import { connection } from '../client/connection';
import { useFollowed } from '../client/stored';
import { useWords } from '../language/language';

const words = {
  CONNECTING: { sv: 'Ansluter', en: 'Connecting' },
  LIVE: { sv: 'Direkt', en: 'Live' },
  POLLING: { sv: 'Varje minut', en: 'Every minute' },
  LOST: { sv: 'Avbrott', en: 'Lost' },
  about: {
    sv: {
      CONNECTING: 'Ansluter till tjänsten.',
      LIVE: 'Ändringar syns direkt.',
      POLLING: 'Sidan hämtas på nytt varje minut.',
      LOST: 'Anslutningen är bruten.',
    },
    en: {
      CONNECTING: 'Connecting to the service.',
      LIVE: 'Changes show at once.',
      POLLING: 'The page is fetched again every minute.',
      LOST: 'The connection is lost.',
    },
  },
};

/** A mark that tells whether the page is up to date. */
export function ConnectionMark() {
  const t = useWords(words);
  const { state } = useFollowed(connection);
  return (
    <span className={`connection ${state.toLowerCase()}`} title={t.about[state]} data-state={state}>
      <span className="connection-dot" aria-hidden="true" />
      {t[state]}
      <span className="unseen"> {t.about[state]}</span>
    </span>
  );
}
