import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';

/** What matches worse is no suggestion, unless one asks to see it. */
export const LEAST_SCORE = 0.3;

const words = {
  calls: {
    sv: (n: number, share: string) =>
      n === 1 ? `1 utlysning till matchar sämre än ${share}.` : `${n} utlysningar till matchar sämre än ${share}.`,
    en: (n: number, share: string) =>
      n === 1 ? `1 more call matches less than ${share}.` : `${n} more calls match less than ${share}.`,
  },
  ideas: {
    sv: (n: number, share: string) =>
      n === 1 ? `1 idé till matchar sämre än ${share}.` : `${n} idéer till matchar sämre än ${share}.`,
    en: (n: number, share: string) =>
      n === 1 ? `1 more idea matches less than ${share}.` : `${n} more ideas match less than ${share}.`,
  },
  show: {
    sv: (n: number) => (n === 1 ? 'Visa även den' : 'Visa även dem'),
    en: (n: number) => (n === 1 ? 'Show it too' : 'Show those too'),
  },
} as const;

interface LeftOutProps {
  what: 'calls' | 'ideas';
  count: number;
  onShow: () => void;
}

/** How many are left out of the suggestions, and the way to see them. */
export function LeftOut({ what, count, onShow }: LeftOutProps) {
  const t = useWords(words);
  const format = useFormat();
  if (count === 0) return null;
  return (
    <p className="soft left-out">
      {t[what](count, format.percent(LEAST_SCORE))}{' '}
      <button type="button" className="quiet" onClick={onShow}>
        {t.show(count)}
      </button>
    </p>
  );
}
