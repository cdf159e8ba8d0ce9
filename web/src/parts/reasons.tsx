import { useWords } from '../language/language';
import { Icon } from './icon';

const words = {
  fits: { sv: 'Passar', en: 'Fits' },
  not: { sv: 'Passar inte', en: "Doesn't fit" },
};

interface Reason {
  code: string;
  satisfied: boolean;
  message: string;
}

/** Why a call suits an idea, and what stands in the way. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useWords(words);
  return (
    <ul className="reasons">
      {reasons.map(({ code, satisfied, message }) => (
        <li key={code} className={satisfied ? 'fits' : 'not'}>
          <Icon name={satisfied ? 'check' : 'cross'} />
          <span className="unseen">{satisfied ? t.fits : t.not}: </span>
          {message}
        </li>
      ))}
    </ul>
  );
}
