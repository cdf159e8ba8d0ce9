import type { DragEvent } from 'react';
import { Link } from 'wouter';
import type { IdeaCardFragment } from '../gql/graphql';
import { STATE } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { useMissingSectors } from '../language/sectors';
import { useMoveItems } from '../moves/menu-items';
import type { Movable } from '../moves/move';
import { Deadline } from '../parts/deadline';
import { Icon } from '../parts/icon';
import { Menu } from '../parts/menu';
import { Readiness } from './readiness';
import { boardWords } from './words';

interface CardProps {
  idea: IdeaCardFragment;
  setDragged: (idea: Movable | null) => void;
}

/** An idea at a glance. It can be dragged by those who may move it; its menu does the same. */
export function Card({ idea, setDragged }: CardProps) {
  const movable = idea.viewerCan.includes('ADVANCE') || idea.viewerCan.includes('RETURN');
  const lift = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', idea.code);
    setDragged(idea);
  };
  return (
    <li>
      <article
        className={movable ? 'card movable' : 'card'}
        draggable={movable}
        onDragStart={lift}
        onDragEnd={() => setDragged(null)}
        data-code={idea.code}
      >
        <CardTop idea={idea} />
        <Areas idea={idea} />
        <People idea={idea} />
        <CardFoot idea={idea} />
      </article>
    </li>
  );
}

function CardTop({ idea }: { idea: IdeaCardFragment }) {
  const t = useWords(boardWords);
  const say = useSay();
  const items = useMoveItems(idea);
  return (
    <div className="card-top">
      <div>
        <p className="card-line">
          <span className="code">{idea.code}</span>
          {idea.state !== 'ACTIVE' && (
            <span className={`state ${idea.state.toLowerCase()}`}>{say(STATE, idea.state)}</span>
          )}
        </p>
        <h3>
          <Link href={`/ideas/${idea.code}`} draggable={false}>
            {idea.title}
          </Link>
        </h3>
      </div>
      <Readiness readiness={idea.readiness} />
      {items.length > 0 && <Menu label={t.menu(idea.code)} icon={<Icon name="more" />} items={items} />}
    </div>
  );
}

function Areas({ idea }: { idea: IdeaCardFragment }) {
  return (
    <ul className="areas">
      {idea.focusAreas.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}

const NAMED = 3;

/** The owner first, then who else is in, then which sector isn't. */
function People({ idea }: { idea: IdeaCardFragment }) {
  const t = useWords(boardWords);
  const named = useMissingSectors();
  const format = useFormat();
  const current = idea.consortium.memberships.filter(({ leftAt }) => !leftAt);
  const names = [...new Set([idea.owner.name, ...current.map(({ partner }) => partner.name)])];
  const rest = names.length - NAMED;
  const missing = idea.stage === 'CONSORTIUM' ? idea.consortium.missingSectors : [];
  return (
    <div className="people">
      <p title={names.join(', ')}>
        {names.slice(0, NAMED).join(', ')}
        {rest > 0 && <span className="others"> {t.others(rest)}</span>}
      </p>
      {missing.length > 0 && (
        <p className="missing">
          {t.missing}: {format.list(named(missing).map(sector => sector.toLowerCase()))}
        </p>
      )}
    </div>
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
