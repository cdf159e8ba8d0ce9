import { boardWords } from '../board/words';
import type { Stage } from '../gql/graphql';
import { STAGE } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { PATH } from '../moves/move';
import { Icon } from '../parts/icon';
import { ideaWords } from './words';

interface PathRailProps {
  stage: Stage;
  entered: Partial<Record<Stage, string>>;
  daysInStage: number;
}

/** The path with its four stages: behind, here, ahead. */
export function PathRail({ stage, entered, daysInStage }: PathRailProps) {
  const t = useWords(ideaWords);
  const here = PATH.indexOf(stage);
  return (
    <ol className="rail" aria-label={t.stands}>
      {PATH.map((one, index) => (
        <Stop
          key={one}
          stage={one}
          place={index < here ? 'behind' : index === here ? 'here' : 'ahead'}
          since={entered[one]}
          daysInStage={daysInStage}
        />
      ))}
    </ol>
  );
}

interface StopProps {
  stage: Stage;
  place: 'behind' | 'here' | 'ahead';
  since: string | undefined;
  daysInStage: number;
}

function Stop({ stage, place, since, daysInStage }: StopProps) {
  const t = useWords(ideaWords);
  const { daysInStage: days } = useWords(boardWords);
  const say = useSay();
  const format = useFormat();
  const told = { behind: since ? format.shortDate(since) : '', here: days(daysInStage), ahead: t.ahead }[place];
  return (
    <li className={`stop ${place} stage-${stage.toLowerCase()}`} aria-current={place === 'here' ? 'step' : undefined}>
      <span className="stop-mark">{place === 'behind' && <Icon name="check" />}</span>
      <span className="stop-name">{say(STAGE, stage)}</span>
      <span className="stop-told">{told}</span>
    </li>
  );
}
