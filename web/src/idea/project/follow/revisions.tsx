import { useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { Changes } from '../../history/changes';
import type { ShownProject } from '../project-part';
import { projectWords } from '../project-words';

/** Every amendment since the project began: what it changed, why, and what the funder decided on it. */
export function Revisions({ project: { revisions } }: { project: ShownProject }) {
  const t = useWords(projectWords);
  if (revisions.length === 0) return null;
  return (
    <details className="revisions">
      <summary>{t.revisions(revisions.length)}</summary>
      <ol className="timeline">
        {revisions.toReversed().map(revision => (
          <Revision key={revision.number} revision={revision} />
        ))}
      </ol>
    </details>
  );
}

function Revision({ revision }: { revision: ShownProject['revisions'][number] }) {
  const t = useWords(projectWords);
  const format = useFormat();
  const { number, at, by, reason, reference, decidedOn, changes } = revision;
  const decision = [reference, decidedOn && format.shortDate(decidedOn)].filter(Boolean).join(', ');
  return (
    <li className="entry">
      <p>{t.revision(number, format.shortDate(at))}</p>
      <Changes changes={changes} />
      <p className="soft">
        {by.name}
        {decision && ` · ${t.decision}: ${decision}`}
      </p>
      {reason && <blockquote>{reason}</blockquote>}
    </li>
  );
}
