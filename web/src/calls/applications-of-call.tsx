import { Link } from 'wouter';
import { APPLICATION_STATUS } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Empty } from '../parts/states';
import type { ShownCall } from './call-page';
import { callWords } from './words';

/** The ideas that apply to the call, or have. */
export function ApplicationsOfCall({ call: { applications } }: { call: ShownCall }) {
  const t = useWords(callWords);
  const say = useSay();
  return (
    <section className="panel" aria-labelledby="applications">
      <h2 id="applications">{t.applications}</h2>
      {applications.length === 0 && <Empty title={t.noApplications} />}
      <ul className="rows">
        {applications.map(({ id, status, idea }) => (
          <li key={id} className="application">
            <Link href={`/ideas/${idea.code}`}>
              <span className="code">{idea.code}</span> {idea.title}
            </Link>
            <span className={`pill application-${status.toLowerCase()}`}>{say(APPLICATION_STATUS, status)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
