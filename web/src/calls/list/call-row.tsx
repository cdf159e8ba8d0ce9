import { Link } from 'wouter';
import type { CallRowFragment } from '../../gql/graphql';
import { CALL_STATUS } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useKnownName } from '../../language/known-names';
import { useSay, useWords } from '../../language/language';
import { useGrant } from '../grant';
import { When } from '../when';
import { callWords } from '../words';
import type { OurCount } from './our-matches';

interface CallRowProps {
  call: CallRowFragment;
  /** How it matches the viewer's own ideas: null where it matches none, undefined where there are none or it isn't known. */
  ours: OurCount | null | undefined;
  /** How many ideas could apply, for whoever has none of their own. */
  carried: number | undefined;
}

/** A call on a line: what, from whom, when it closes, how much it grants and which of our ideas it matches. */
export function CallRow({ call, ours, carried }: CallRowProps) {
  const say = useSay();
  const known = useKnownName();
  const about = [known(call.funder), known(call.programme), call.focusAreas.map(({ name }) => name).join(', ')];
  return (
    <li className="call-row">
      <div className="call-told">
        <h2>
          <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
          {call.status !== 'OPEN' && (
            <span className={`pill call-${call.status.toLowerCase()}`}>{say(CALL_STATUS, call.status)}</span>
          )}
        </h2>
        <p className="soft">{about.filter(Boolean).join(' · ')}</p>
      </div>
      <When call={call} />
      <Grant call={call} />
      <Matches identifier={call.identifier} ours={ours} carried={carried} />
    </li>
  );
}

/** How much one application can be granted; where the call doesn't say, what there is in all. */
function Grant({ call }: Pick<CallRowProps, 'call'>) {
  const t = useWords(callWords);
  const { bigMoney } = useFormat();
  const grant = useGrant(call);
  const whole = call.budget && t.budgetOf(bigMoney(call.budget));
  return (
    <p className="grant">
      {grant ?? whole}
      {grant && whole && <span className="soft"> {whole}</span>}
    </p>
  );
}

function Matches({ identifier, ours, carried }: Omit<CallRowProps, 'call'> & { identifier: string }) {
  const t = useWords(callWords);
  const told = ours ? t.ofOurs(ours.matching, ours.eligible) : ours === null ? t.noneOfOurs : undefined;
  const others = carried === undefined ? undefined : carried === 0 ? t.noneCould : t.couldApply(carried);
  const text = told ?? others;
  if (!text) return <p className="matches" />;
  return (
    <p className={ours || carried ? 'matches' : 'matches soft'}>
      {ours || carried ? <Link href={`/calls/${encodeURIComponent(identifier)}#ideas`}>{text}</Link> : text}
    </p>
  );
}
