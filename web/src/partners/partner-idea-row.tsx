import { Link } from 'wouter';
import { Readiness } from '../board/readiness';
import { boardWords } from '../board/words';
import { REQUIREMENT, STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Deadline } from '../parts/deadline';
import type { PartnerIdea } from './partner-ideas';
import { partnerWords } from './words';

/** Where one idea stands, what blocks it, what is due next and what would suit it. */
export function PartnerIdeaRow({ idea }: { idea: PartnerIdea }) {
  const say = useSay();
  const { daysInStage } = useWords(boardWords);
  return (
    <li className={`panel partner-idea stage-${idea.stage.toLowerCase()}`}>
      <Readiness readiness={idea.readiness} />
      <div>
        <p className="card-line">
          <span className="code">{idea.code}</span>
          <span className="stage-name">
            <span className="stage-dot" aria-hidden="true" /> {say(STAGE, idea.stage)}
          </span>
          <span className="soft">{daysInStage(idea.daysInStage)}</span>
        </p>
        <h3>
          <Link href={`/ideas/${idea.code}`}>{idea.title}</Link>
        </h3>
        <Blocked readiness={idea.readiness} />
      </div>
      <NextUp idea={idea} />
    </li>
  );
}

function Blocked({ readiness }: Pick<PartnerIdea, 'readiness'>) {
  const t = useWords(partnerWords);
  const say = useSay();
  if (!readiness) return <p className="soft">{t.arrived}</p>;
  const unmet = readiness.requirements.filter(({ met }) => !met);
  if (unmet.length === 0)
    return readiness.ready ? <p className="clear">{t.nothing}</p> : <p className="soft">{t.shownMet}</p>;
  return (
    <>
      <p className="soft">{t.blocked}</p>
      <ul className="blocked">
        {unmet.map(({ code, message }) => (
          <li key={code} title={message}>
            {say(REQUIREMENT, code)}
          </li>
        ))}
      </ul>
    </>
  );
}

type Application = PartnerIdea['applications'][number];
const AWAITING = new Set<Application['status']>(['SUBMITTED', 'UNDER_REVIEW']);

/** What is due next, or awaited; where nothing is, a call that would suit. */
function NextUp({ idea: { stage, nextDeadline, applications, callMatches } }: { idea: PartnerIdea }) {
  const t = useWords(partnerWords);
  const due = applications.find(({ status }) => status === 'DRAFT');
  const awaited = applications.find(({ status }) => AWAITING.has(status));
  const match = due || awaited || stage === 'PROJECT' ? undefined : callMatches[0];
  return (
    <div className="next-up">
      <p className="soft">{t.next}</p>
      <p>{nextDeadline ? <Deadline at={nextDeadline} /> : !awaited && t.noDeadline}</p>
      {due && <CallLink call={due.call} />}
      {awaited && <CallLink call={awaited.call} about={t.waiting} />}
      {match && <CallLink call={match.call} about={t.suits} />}
    </div>
  );
}

function CallLink({ call, about }: { call: Application['call']; about?: string }) {
  return (
    <p>
      {about && <span className="soft">{about}: </span>}
      <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
    </p>
  );
}
