import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';

const words = {
  eligible: { sv: 'Uppfyller kraven', en: 'Eligible' },
  not: { sv: 'Uppfyller inte kraven', en: 'Not eligible' },
  fit: { sv: (share: string) => `${share} matchning`, en: (share: string) => `${share} match` },
};

/** Whether the hard rules hold, and how well the rest fits. */
export function Fit({ score, eligible }: { score: number; eligible: boolean }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <p className="fit">
      <span className={eligible ? 'pill good' : 'pill'}>{eligible ? t.eligible : t.not}</span>
      <span className="soft">{t.fit(format.percent(score))}</span>
    </p>
  );
}
