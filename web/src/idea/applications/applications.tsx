import { useWords } from '../../language/language';
import { useReachedBy } from '../../parts/opened-by';
import { Empty } from '../../parts/states';
import type { ShownIdea } from '../idea-page';
import { useStanding } from '../use-standing';
import { ApplicationRow } from './application-row';
import { applicationWords } from './application-words';
import { StartAnyApplication } from './start/start-application';

/** What has been applied for, how far it has come, and what can be done about it. */
export function Applications({ idea }: { idea: ShownIdea }) {
  const t = useWords(applicationWords);
  const { applications } = idea;
  const heading = useReachedBy<HTMLHeadingElement>('applications');
  const mayManage = idea.viewerCan.includes('MANAGE_APPLICATIONS');
  return (
    <section className="panel" aria-labelledby="applications">
      <div className="panel-head">
        <h2 id="applications" ref={heading} tabIndex={-1}>
          {t.applications}
        </h2>
        {mayManage && <StartAnyApplication idea={idea} />}
      </div>
      {applications.length === 0 && <Empty title={t.none}>{mayManage && <p>{t.noneMore}</p>}</Empty>}
      {applications.length > 0 && <Withheld idea={idea} />}
      <ul className="rows">
        {applications.map(application => (
          <ApplicationRow key={application.id} application={application} mayManage={mayManage} code={idea.code} />
        ))}
      </ul>
    </section>
  );
}

/** Amounts that are left out are said to be, and not taken for none. */
function Withheld({ idea }: { idea: ShownIdea }) {
  const t = useWords(applicationWords);
  const { inside } = useStanding(idea);
  const shown = idea.applications.some(({ requested, coFinancing, granted }) => requested ?? coFinancing ?? granted);
  return inside || shown ? null : <p className="soft">{t.withheld}</p>;
}
