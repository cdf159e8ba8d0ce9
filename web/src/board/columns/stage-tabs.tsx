import type { KeyboardEvent } from 'react';
import type { Stage } from '../../gql/graphql';
import { STAGE } from '../../language/domain-words';
import { useSay, useWords } from '../../language/language';
import { PATH } from '../../moves/move';
import { boardWords } from '../words';
import type { StageFigures } from './use-figures';

interface StageTabsProps {
  chosen: Stage;
  figures: Partial<Record<Stage, StageFigures>>;
  onChoose: (stage: Stage) => void;
}

/** On a narrow screen the columns stand behind each other: a tab for each, with how many ideas it has. */
export function StageTabs({ chosen, figures, onChoose }: StageTabsProps) {
  const t = useWords(boardWords);
  const say = useSay();
  const walk = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    const to = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!to) return;
    const stage = PATH[(PATH.indexOf(chosen) + to + PATH.length) % PATH.length]!;
    onChoose(stage);
    currentTarget.querySelector<HTMLElement>(`.stage-${stage.toLowerCase()}`)?.focus();
  };
  return (
    <div className="stage-tabs" role="tablist" aria-label={t.jump} onKeyDown={walk}>
      {PATH.map(stage => (
        <button
          key={stage}
          type="button"
          role="tab"
          className={`stage-${stage.toLowerCase()}`}
          aria-selected={stage === chosen}
          aria-controls={stage === chosen ? stage.toLowerCase() : undefined}
          tabIndex={stage === chosen ? 0 : -1}
          onClick={() => onChoose(stage)}
        >
          {say(STAGE, stage)} <b>{figures[stage]?.total ?? '…'}</b>
        </button>
      ))}
    </div>
  );
}
