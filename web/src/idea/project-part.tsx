import { OUTCOME_KIND, OUTCOME_STATUS } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import type { ShownIdea } from './idea-page';
import { ideaWords } from './words';

type Project = NonNullable<ShownIdea['project']>;

/** The project the idea has become, or plans to: time, money, milestones, outcomes, indicators. */
export function ProjectPart({ project }: { project: Project }) {
  const t = useWords(ideaWords);
  const format = useFormat();
  return (
    <section className="panel" aria-labelledby="project">
      <div className="panel-head">
        <h2 id="project">{t.project}</h2>
        <p className="soft">{t.milestonesDone(format.percent(project.progress))}</p>
      </div>
      <dl className="figures">
        <div>
          <dt>{t.period}</dt>
          <dd>
            {format.shortDate(project.startsOn)} – {format.shortDate(project.endsOn)} (
            {t.years(format.number(project.durationYears))})
          </dd>
        </div>
        <div>
          <dt>{t.budget}</dt>
          <dd>{format.money(project.budget)}</dd>
        </div>
      </dl>
      <Milestones milestones={project.milestones} />
      <Outcomes outcomes={project.outcomes} />
      {project.indicators.length > 0 && <Indicators indicators={project.indicators} />}
    </section>
  );
}

function Milestones({ milestones }: Pick<Project, 'milestones'>) {
  const t = useWords(ideaWords);
  const format = useFormat();
  return (
    <>
      <h3>{t.milestones}</h3>
      <ul className="rows">
        {milestones.map(({ id, title, dueOn, completedOn, overdue }) => (
          <li key={id} className={overdue ? 'milestone overdue' : 'milestone'}>
            <Icon name={completedOn ? 'check' : overdue ? 'alert' : 'circle'} />
            <span>{title}</span>
            <span className="soft">
              {completedOn
                ? t.done(format.shortDate(completedOn))
                : (overdue ? t.overdue : t.due)(format.shortDate(dueOn))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Outcomes({ outcomes }: Pick<Project, 'outcomes'>) {
  const t = useWords(ideaWords);
  const say = useSay();
  return (
    <>
      <h3>{t.outcomes}</h3>
      <ul className="rows">
        {outcomes.map(({ id, kind, title, status }) => (
          <li key={id} className="milestone">
            <Icon name={status === 'DELIVERED' ? 'check' : 'circle'} />
            <span>
              <span className="soft">{say(OUTCOME_KIND, kind)}:</span> {title}
            </span>
            <span className="soft">{say(OUTCOME_STATUS, status)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Indicators({ indicators }: Pick<Project, 'indicators'>) {
  const t = useWords(ideaWords);
  const format = useFormat();
  const number = (value: string | null | undefined) => format.number(Number(value ?? 0));
  return (
    <>
      <h3>{t.indicators}</h3>
      <ul className="rows">
        {indicators.map(({ id, code, name, unit, baseline, target, latest }) => (
          <li key={id} className="indicator">
            <span>
              <span className="code">{code}</span> {name}
            </span>
            <meter min={0} max={Number(target)} value={Number(latest ?? baseline ?? 0)} aria-label={name} />
            <span className="soft">{t.ofTarget(number(latest ?? baseline), number(target), unit)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
