import type { ShownApplicationFragment } from '../../gql/graphql';
import { APPLICATION_STATUS } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { applicationWords } from './application-words';

type Application = Pick<ShownApplicationFragment, 'status' | 'callStage' | 'submittedAt' | 'invitedAt' | 'decidedAt'>;

/** The way to a decision; in the second stage of a call it begins with the invitation. */
const waysOf = ({ callStage }: Application) =>
  [callStage === 2 ? 'INVITED' : 'DRAFT', 'SUBMITTED', 'UNDER_REVIEW'] as const;

/** How many steps lie behind; one that was withdrawn tells only whether it was handed in. */
function stepsBehind(application: Application): number {
  const { status } = application;
  const ways = waysOf(application);
  if (status === 'GRANTED' || status === 'REJECTED') return ways.length;
  if (status === 'WITHDRAWN') return submittedHere(application) ? 2 : 1;
  return ways.findIndex(one => one === status);
}

/** When it was handed in for the stage it is in. */
function submittedHere({ submittedAt, invitedAt }: Application) {
  return submittedAt && invitedAt && submittedAt < invitedAt ? undefined : submittedAt;
}

/** The way from draft to decision: behind, here, ahead. */
export function StatusPath({ application }: { application: Application }) {
  const t = useWords(applicationWords);
  const say = useSay();
  const { status, invitedAt, decidedAt } = application;
  const ways = waysOf(application);
  const behind = stepsBehind(application);
  const isOver = !ways.some(one => one === status);
  const here = isOver ? ways.length : behind;
  const end = isOver ? say(APPLICATION_STATUS, status) : t.decision;
  const steps = [...ways.map(one => say(APPLICATION_STATUS, one)), end];
  const days = [invitedAt, submittedHere(application), undefined, decidedAt];
  return (
    <ol className={`steps application-${status.toLowerCase()}`} aria-label={t.path}>
      {steps.map((name, index) => (
        <Step
          key={name}
          name={name}
          day={days[index]}
          place={index === here ? 'here' : index < behind ? 'behind' : 'ahead'}
        />
      ))}
    </ol>
  );
}

interface StepProps {
  name: string;
  day: string | null | undefined;
  place: 'behind' | 'here' | 'ahead';
}

function Step({ name, day, place }: StepProps) {
  const format = useFormat();
  return (
    <li className={place} aria-current={place === 'here' ? 'step' : undefined}>
      <span className="step-mark">{place === 'behind' && <Icon name="check" />}</span>
      {name}
      {day && <time dateTime={day}>{format.shortDate(day)}</time>}
    </li>
  );
}
