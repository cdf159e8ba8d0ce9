import { doubts } from '../client/doubts';
import { useFollowed } from '../client/stored';
import { useWords } from '../language/language';
import { Dialog } from '../parts/dialog';

const words = {
  title: { sv: 'Vi vet inte om ändringen gick igenom', en: 'We do not know whether the change went through' },
  lost: {
    sv: 'Ändringen skickades, men inget svar kom tillbaka. Den kan vara sparad.',
    en: 'The change was sent, but no answer came back. It may have been saved.',
  },
  safe: {
    sv: 'Ta reda på vad som hände: är ändringen redan sparad visas svaret, annars sparas den nu. Den görs aldrig två gånger.',
    en: 'Find out what happened: if the change has been saved you see the answer, otherwise it is saved now. It is never made twice.',
  },
  find: { sv: 'Ta reda på vad som hände', en: 'Find out what happened' },
  leave: { sv: 'Stäng', en: 'Close' },
  asking: { sv: 'Frågar tjänsten igen …', en: 'Asking the service again …' },
};

/** Says so when the answer to a change was lost, and finds out what became of it when the person wants to know. */
export function DoubtDialog() {
  const t = useWords(words);
  const [doubt] = useFollowed(doubts);
  if (!doubt) return null;
  const { asking, findOut, leave } = doubt;
  return (
    <Dialog title={t.title} onClose={leave}>
      <p>{t.lost}</p>
      <p role="status">{asking ? t.asking : t.safe}</p>
      <div className="dialog-end">
        <button type="button" onClick={leave}>
          {t.leave}
        </button>
        {!asking && (
          <button type="button" className="main-deed" onClick={findOut} autoFocus>
            {t.find}
          </button>
        )}
      </div>
    </Dialog>
  );
}
