import { Link } from 'wouter';
import { RISK } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useLanguage, useSay, useWords } from '../language/language';
import { NextStep } from '../moves/next-step';
import { Icon } from '../parts/icon';
import { type ShownItem, wayTo } from './remedies';
import { agendaWords } from './words';

/** One thing that waits: by when, what it is about, why, and the way to where it is met. */
export function AgendaRow({ item }: { item: ShownItem }) {
  const say = useSay();
  return (
    <li className="task">
      <div className="task-when">
        <When item={item} />
        {item.risk && <span className={`pill risk-${item.risk.toLowerCase()}`}>{say(RISK, item.risk)}</span>}
      </div>
      <div className="task-what">
        <p className="task-about">
          <About item={item} />
        </p>
        <p>{item.message}</p>
        <Ways item={item} />
      </div>
    </li>
  );
}

function When({ item: { dueOn, daysLeft } }: { item: ShownItem }) {
  const t = useWords(agendaWords);
  const format = useFormat();
  if (dueOn == null || daysLeft == null) return null;
  const near: Readonly<Record<number, string>> = { [-1]: t.yesterday, 0: t.today, 1: t.tomorrow };
  const left = near[daysLeft] ?? (daysLeft < 0 ? t.daysAgo(-daysLeft) : t.inDays(daysLeft));
  return (
    <time dateTime={dueOn} className={daysLeft < 0 ? 'over' : undefined}>
      {format.shortDate(dueOn)} <span className="soft">({left})</span>
    </time>
  );
}

function About({ item: { idea, fundingCall } }: { item: ShownItem }) {
  if (idea)
    return (
      <Link href={`/ideas/${idea.code}`}>
        {idea.code} {idea.title}
      </Link>
    );
  return fundingCall ? (
    <Link href={`/calls/${encodeURIComponent(fundingCall.identifier)}`}>{fundingCall.title}</Link>
  ) : null;
}

/** The ways that the idea's own page has, too. */
function Ways({ item }: { item: ShownItem }) {
  const tongue = useLanguage();
  const { kind, idea, requirements } = item;
  if (kind === 'REQUIREMENT_UNMET' && idea)
    return (
      <p className="task-ways">
        {requirements.map(code => (
          <NextStep key={code} code={code} idea={idea} />
        ))}
      </p>
    );
  const way = wayTo(item);
  if (!way) return null;
  return (
    <p className="task-ways">
      <Link href={way.href} className="next-step">
        {way.deed[tongue]}
        {idea && <span className="unseen"> {idea.code}</span>}
        <Icon name="forward" />
      </Link>
    </p>
  );
}
