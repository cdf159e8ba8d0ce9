import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import type { MenuItem } from '../parts/menu';
import { stageAfter, stagesBefore, useMove, type Deed, type Movable } from './move';
import { moveWords } from './words';

/** What leads on, before the way back to earlier stages; and what ends the idea, after it. */
const ON = [
  ['RESUME', 'play'],
  ['COMPLETE', 'flag'],
  ['PAUSE', 'pause'],
] as const;
const OFF = [['DISCONTINUE', 'stop']] as const;

/** Every move the viewer may make with the idea, what leads on first: the same as dragging, for those who don't drag. */
export function useMoveItems(idea: Movable): MenuItem[] {
  const t = useWords(moveWords);
  const say = useSay();
  const move = useMove();
  const may = (deed: Deed) => idea.viewerCan.includes(deed);
  const ahead = may('ADVANCE') ? stageAfter(idea.stage) : undefined;
  const behind = may('RETURN') ? stagesBefore(idea.stage) : [];
  const those = (deeds: typeof ON | typeof OFF) =>
    deeds
      .filter(([deed]) => may(deed))
      .map(([deed, icon]) => ({ name: t[deed], icon: <Icon name={icon} />, choose: () => move({ deed, idea }) }));
  return [
    ...(ahead
      ? [
          {
            name: t.advanceTo(say(STAGE, ahead)),
            icon: <Icon name="forward" />,
            choose: () => move({ deed: 'ADVANCE', idea, to: ahead }),
          },
        ]
      : []),
    ...those(ON),
    ...behind.map(to => ({
      name: t.returnTo(say(STAGE, to)),
      icon: <Icon name="back" />,
      choose: () => move({ deed: 'RETURN', idea, to }),
    })),
    ...those(OFF),
  ];
}
