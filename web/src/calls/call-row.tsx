import { Link } from 'wouter';
import type { CallRowFragment } from '../gql/graphql';
import { CALL_STATUS } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Deadline } from '../parts/deadline';
import type { RowIdeas } from './call-list-page';
import { callWords } from './words';

interface CallRowProps {
  call: CallRowFragment;
  /** Undefined until they have come, null when they could not be had. */
  ideas: RowIdeas | null | undefined;
}

/** A call at a glance, with the ideas it could carry. */
export function CallRow({ call, ideas }: CallRowProps) {
  const say = useSay();
  return (
    <li className="panel call-row">
      <div className="call-told">
        <p className="card-line">
          <span className={`pill call-${call.status.toLowerCase()}`}>{say(CALL_STATUS, call.status)}</span>
          <span className="code">{call.identifier}</span>
        </p>
        <h2>
          <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
        </h2>
        <p className="soft">
          {call.funder} · {call.programme}
        </p>
        <When call={call} />
        <CallFigures call={call} />
      </div>
      <RowOfIdeas ideas={ideas} />
    </li>
  );
}

/** When the call opens and closes. */
export function When({ call: { status, deadlineModel, nextDeadline, opensAt } }: { call: CallRowFragment }) {
  const t = useWords(callWords);
  const format = useFormat();
  return (
    <p className="when">
      {nextDeadline && <Deadline at={nextDeadline} />}
      {deadlineModel === 'CONTINUOUS' && t.continuous}
      {status === 'FORTHCOMING' && opensAt && (
        <span className="soft">
          {t.opens} {format.shortDate(opensAt)}
        </span>
      )}
    </p>
  );
}

/** The money of a call. */
export function CallFigures({
  call: { budget, grantMax, fundingRate },
}: {
  call: Pick<CallRowFragment, 'budget' | 'grantMax' | 'fundingRate'>;
}) {
  const t = useWords(callWords);
  const format = useFormat();
  const figures = [
    [t.budget, budget && format.bigMoney(budget)],
    [t.grantMax, grantMax && format.bigMoney(grantMax)],
    [t.rate, fundingRate != null && format.percent(fundingRate / 100)],
  ] as const;
  if (!figures.some(([, value]) => value)) return null;
  return (
    <dl className="figures">
      {figures.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function RowOfIdeas({ ideas }: Pick<CallRowProps, 'ideas'>) {
  const t = useWords(callWords);
  const format = useFormat();
  if (ideas === null) return null;
  if (!ideas) return <p className="carries soft">…</p>;
  if (ideas.length === 0) return <p className="carries soft">{t.noIdeas}</p>;
  return (
    <div className="carries">
      <h3>{t.ideas}</h3>
      <ul>
        {ideas.map(({ idea, score }) => (
          <li key={idea.id}>
            <Link href={`/ideas/${idea.code}`}>
              <span className="code">{idea.code}</span> {idea.title}
            </Link>
            <span className="soft">{format.percent(score)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
