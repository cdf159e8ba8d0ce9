import { Link } from 'wouter';
import { APPLICATION_STATUS } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Empty } from '../parts/states';
import type { ShownIdea } from './idea-page';
import { ideaWords } from './words';

type Application = ShownIdea['applications'][number];

/** What has been applied for, and how it went. */
export function Applications({ idea: { applications } }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  return (
    <section className="panel" aria-labelledby="applications">
      <h2 id="applications">{t.applications}</h2>
      {applications.length === 0 && <Empty title={t.noApplications} />}
      <ul className="rows">
        {applications.map(application => (
          <ApplicationRow key={application.id} application={application} />
        ))}
      </ul>
    </section>
  );
}

function ApplicationRow({ application: { call, status, ...rest } }: { application: Application }) {
  const say = useSay();
  return (
    <li className="application">
      <div>
        <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
        <p className="code">{call.identifier}</p>
      </div>
      <span className={`pill application-${status.toLowerCase()}`}>{say(APPLICATION_STATUS, status)}</span>
      <Figures {...rest} />
    </li>
  );
}

function Figures({
  deadline,
  requested,
  granted,
  decidedAt,
}: Pick<Application, 'deadline' | 'requested' | 'granted' | 'decidedAt'>) {
  const t = useWords(ideaWords);
  const format = useFormat();
  const figures = [
    [t.deadline, !decidedAt && deadline && format.shortDate(deadline)],
    [t.decided, decidedAt && format.shortDate(decidedAt)],
    [t.requested, requested && format.money(requested)],
    [t.granted, granted && format.money(granted)],
  ];
  return (
    <dl className="figures">
      {figures.map(
        ([name, value]) =>
          value && (
            <div key={name as string}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
