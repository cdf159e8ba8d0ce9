import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { PATH } from '../moves/move';
import { boardWords } from './words';

/** On a narrow screen the columns stand one under the other: this leads to each. */
export function StageJump({ counts }: { counts: Readonly<Record<string, number>> }) {
  const t = useWords(boardWords);
  const say = useSay();
  return (
    <nav className="stage-jump" aria-label={t.jump}>
      {PATH.map(stage => (
        <a key={stage} href={`#${stage.toLowerCase()}`} className={`stage-${stage.toLowerCase()}`}>
          {say(STAGE, stage)} <b>{counts[stage] ?? '…'}</b>
        </a>
      ))}
    </nav>
  );
}
