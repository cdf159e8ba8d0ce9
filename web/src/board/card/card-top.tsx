import { Link } from 'wouter';
import type { IdeaCardFragment } from '../../gql/graphql';
import { HEALTH, STATE } from '../../language/domain-words';
import { useSay } from '../../language/language';
import { Readiness } from '../readiness';
import { MoveMenu } from './move-menu';

/** Which idea it is, how ready it is, and the way to move it. */
export function CardTop({ idea }: { idea: IdeaCardFragment }) {
  const say = useSay();
  return (
    <div className="card-top">
      <div>
        <p className="card-line">
          <span className="code">{idea.code}</span>
          {idea.state !== 'ACTIVE' && (
            <span className={`state ${idea.state.toLowerCase()}`}>{say(STATE, idea.state)}</span>
          )}
          {idea.health && idea.health !== 'ON_TRACK' && (
            <span className={`health ${idea.health.toLowerCase()}`}>{say(HEALTH, idea.health)}</span>
          )}
        </p>
        <h3>
          <Link href={`/ideas/${idea.code}`} draggable={false} title={idea.title} className="clamped">
            {idea.title}
          </Link>
        </h3>
      </div>
      <Readiness readiness={idea.readiness} />
      <MoveMenu idea={idea} />
    </div>
  );
}
