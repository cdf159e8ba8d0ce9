import { STATE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { useMoveItems } from '../moves/menu-items';
import type { Stage } from '../gql/graphql';
import { Deadline } from '../parts/deadline';
import { Editable } from './describing/editable';
import type { ShownIdea } from './idea-page';
import { PathRail } from './path-rail';
import { ideaWords } from './words';

/** The idea's name, how far it has come, and what the viewer can do about it. */
export function Heading({ idea }: { idea: ShownIdea }) {
  const say = useSay();
  return (
    <header className={`idea-head stage-${idea.stage.toLowerCase()}`}>
      <p className="card-line">
        <span className="code">{idea.code}</span>
        <span className={`state ${idea.state.toLowerCase()}`}>{say(STATE, idea.state)}</span>
        {idea.nextDeadline && <Deadline at={idea.nextDeadline} />}
      </p>
      <Editable idea={idea} part="title" stays>
        <h1>{idea.title}</h1>
      </Editable>
      <Editable idea={idea} part="summary">
        <p className="lead">{idea.summary}</p>
      </Editable>
      <PathRail stage={idea.stage} entered={enteredAt(idea)} daysInStage={idea.daysInStage} />
      <Deeds idea={idea} />
    </header>
  );
}

/** When the idea last came into each stage it has been through. */
function enteredAt(idea: ShownIdea): Partial<Record<Stage, string>> {
  const moves = idea.transitions.filter(({ from, to }) => from !== to).toSorted((a, b) => a.at.localeCompare(b.at));
  return { ...Object.fromEntries(moves.map(({ to, at }) => [to, at])), [idea.stage]: idea.enteredStageAt };
}

/** What makes the first of the deeds the one to do next. */
const LEAD_ON = ['ADVANCE', 'RESUME', 'COMPLETE'] as const;

function Deeds({ idea }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  const items = useMoveItems(idea);
  if (items.length === 0) return null;
  return (
    <div className="deeds" role="group" aria-label={t.deeds}>
      {items.map(({ name, icon, choose }, index) => (
        <button
          key={name}
          type="button"
          className={index === 0 && LEAD_ON.some(deed => idea.viewerCan.includes(deed)) ? 'main-deed' : ''}
          onClick={choose}
        >
          {icon}
          {name}
        </button>
      ))}
    </div>
  );
}
