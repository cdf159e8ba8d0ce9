import { connection } from '../client/connection';
import { turnedAway } from '../client/key';
import { useFollowed } from '../client/stored';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Icon } from '../parts/icon';

const words = {
  lost: { sv: 'Anslutningen bröts', en: 'The connection was lost' },
  turnedAway: {
    sv: 'Du är inte längre inloggad: tjänsten känner inte igen nyckeln. Du ser det som är offentligt.',
    en: 'You are no longer signed in: the service does not know the key. You see what is public.',
  },
  seen: {
    sv: (moment: string) => `Du ser läget ${moment}. Sidan försöker igen av sig själv och tar igen det du missat.`,
    en: (moment: string) =>
      `You see how things stood ${moment}. The page keeps trying and will catch up with what you missed.`,
  },
};

/** Says so when the page can no longer be trusted to be new. */
export function LostNotice() {
  const t = useWords(words);
  const format = useFormat();
  const { state, since } = useFollowed(connection);
  return (
    <div role="status" className="lost-place">
      {useFollowed(turnedAway) && (
        <p className="lost-notice">
          <Icon name="alert" />
          <span>{t.turnedAway}</span>
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
