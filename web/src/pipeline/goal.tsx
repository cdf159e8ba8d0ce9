import { Link } from 'wouter';
import { Readiness } from '../board/readiness';
import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import type { ShownPipeline } from './pipeline-page';
import { pipelineWords } from './words';

/** What the programme promised, how much of it there is, and which ideas are nearest. */
export function Goal({ goal: { required, projects, met, closest } }: Pick<ShownPipeline, 'goal'>) {
  const t = useWords(pipelineWords);
  const say = useSay();
  return (
    <section className={met ? 'panel goal met' : 'panel goal'} aria-labelledby="goal">
      <div>
        <h2 id="goal">
          <Icon name="flag" /> {t.goal}
        </h2>
        <p className="goal-figure">
          <b>{projects}</b>
          {!met && `/${required}`}
        </p>
        <p>{(met ? t.goalPassed : t.goalOf)(projects, required)}</p>
        <p className="soft">{met ? t.goalMet : t.goalLeft}</p>
      </div>
      {closest.length > 0 && (
        <div>
          <h3>{t.closest}</h3>
          <ol className="rows">
            {closest.map(({ id, code, title, stage, readiness }) => (
              <li key={id} className="closest">
                <Readiness readiness={readiness} />
                <span>
                  <Link href={`/ideas/${code}`}>{title}</Link>
                  <br />
                  <span className="code">{code}</span> <span className="soft">{say(STAGE, stage)}</span>
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
