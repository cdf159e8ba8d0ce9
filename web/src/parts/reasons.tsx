import { useWords } from '../language/language';
import { Icon } from './icon';

const words = {
  fits: { sv: 'Talar för', en: 'Speaks for' },
  not: { sv: 'Talar emot', en: 'Speaks against' },
  of: {
    sv: (n: number, of: number) => `${n} av ${of} skäl talar för`,
    en: (n: number, of: number) => `${n} of ${of} ${of === 1 ? 'reason speaks' : 'reasons speak'} for it`,
  },
};

interface Reason {
  code: string;
  satisfied: boolean;
  message: string;
}

interface ReasonsProps {
  reasons: readonly Reason[];
  /** Whether the list stands open from the start. */
  open: boolean;
}

/** Why a call suits an idea, and what stands in the way. */
export function Reasons({ reasons, open }: ReasonsProps) {
  const t = useWords(words);
  const speaking = reasons.filter(({ satisfied }) => satisfied).length;
  return (
    <details className="reasons" open={open}>
      <summary>{t.of(speaking, reasons.length)}</summary>
      <ul>
        {reasons.map(({ code, satisfied, message }) => (
          <li key={code} className={satisfied ? 'fits' : 'not'}>
            <Icon name={satisfied ? 'check' : 'cross'} />
            <span className="unseen">{satisfied ? t.fits : t.not}: </span>
            {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
