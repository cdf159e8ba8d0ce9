import { connection } from '../client/connection';
import { useFollowed } from '../client/stored';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Icon } from '../parts/icon';

const words = {
  lost: { sv: 'Anslutningen bröts', en: 'The connection was lost' },
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
      {state === 'LOST' && (
        <p className="lost">
          <Icon name="alert" />
          <span>
            <strong>{t.lost}.</strong> {t.seen(format.moment(since.toISOString()))}
          </span>
        </p>
      )}
    </div>
  );
}
