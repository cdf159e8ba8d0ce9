import { memo, type DragEvent } from 'react';
import type { IdeaCardFragment } from '../../gql/graphql';
import { useWords } from '../../language/language';
import type { Movable } from '../../moves/move';
import { Deadline } from '../../parts/deadline';
import { Icon } from '../../parts/icon';
import type { CardSize } from '../view';
import { boardWords } from '../words';
import { CardTop } from './card-top';
import { People } from './people';

interface CardProps {
  idea: IdeaCardFragment;
  size: CardSize;
  /** Whether it was just moved here, and is pointed out. */
  lit: 'lit' | '';
  setDragged: (idea: Movable | null) => void;
}

/** An idea at a glance. It can be dragged by those who may move it; its menu does the same. */
export const Card = memo(function Card({ idea, size, lit, setDragged }: CardProps) {
  const movable = idea.viewerCan.includes('ADVANCE') || idea.viewerCan.includes('RETURN');
  const lift = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', idea.code);
    setDragged(idea);
  };
  return (
    <article
      className={`card ${movable ? 'movable' : ''} ${lit}`}
      draggable={movable}
      onDragStart={lift}
      onDragEnd={() => setDragged(null)}
      data-code={idea.code}
    >
      <CardTop idea={idea} />
      {size === 'full' && <Areas idea={idea} />}
      <People idea={idea} size={size} />
      <CardFoot idea={idea} />
    </article>
  );
});

function Areas({ idea }: { idea: IdeaCardFragment }) {
  return (
    <ul className="areas">
      {idea.focusAreas.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}

function CardFoot({ idea }: { idea: IdeaCardFragment }) {
  const t = useWords(boardWords);
  return (
    <div className="card-foot">
      <span>
        <Icon name="clock" />
        {t.daysInStage(idea.daysInStage)}
      </span>
      {idea.nextDeadline && <Deadline at={idea.nextDeadline} />}
    </div>
  );
}
