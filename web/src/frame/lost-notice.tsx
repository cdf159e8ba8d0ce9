import { connection } from '../client/connection';
import { outside } from '../client/session';
import { useFollowed } from '../client/stored';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { outsideWords } from './sign-in/outside-words';

const words = {
  lost: { sv: 'Anslutningen bröts', en: 'The connection was lost' },
  seen: {
    sv: (moment: string) => `Du ser läget ${moment}. Sidan försöker igen av sig själv och tar igen det du missat.`,
    en: (moment: string) =>
      `You see how things stood ${moment}. The page keeps trying and will catch up with what you missed.`,
  },
};

/** Says so when the page can no longer be trusted to be new, and why nobody is signed in any more. */
export function LostNotice() {
  const t = useWords(words);
  const format = useFormat();
  const why = useWords(outsideWords);
  const { state, since } = useFollowed(connection);
  const reason = useFollowed(outside);
  return (
    <div role="status" className="lost-place">
      {reason && (
        <p className="lost-notice">
          <Icon name="alert" />
          <span>{why[reason]}</span>
        </p>
      )}
      {state === 'LOST' && (
        <p className="lost-notice">
          <Icon name="alert" />
          <span>
            <strong>{t.lost}.</strong> {t.seen(format.moment(since.toISOString()))}
          </span>
        </p>
      )}
    </div>
  );
}
