import type { MatchReasonRowFragment } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Icon } from '../icon';

const words = {
  rules: { sv: 'Krav', en: 'Rules' },
  fit: { sv: 'Matchning', en: 'Match' },
  fits: { sv: 'Talar för', en: 'Speaks for' },
  not: { sv: 'Talar emot', en: 'Speaks against' },
  met: { sv: 'Uppfyllt', en: 'Met' },
  unmet: { sv: 'Inte uppfyllt', en: 'Not met' },
  neutral: { sv: 'Varken för eller emot', en: 'Neither for nor against' },
  metOf: {
    sv: (n: number, of: number) => `${n} av ${of} krav ${of === 1 ? 'uppfyllt' : 'uppfyllda'}`,
    en: (n: number, of: number) => `${n} of ${of} ${of === 1 ? 'rule' : 'rules'} met`,
  },
  noRules: { sv: 'Utlysningen ställer inga krav', en: 'The call has no rules' },
  forOf: {
    sv: (n: number, of: number) => `${n} av ${of} skäl talar för`,
    en: (n: number, of: number) => `${n} of ${of} ${of === 1 ? 'reason speaks' : 'reasons speak'} for it`,
  },
  noReasons: { sv: 'inga skäl för eller emot', en: 'no reasons for or against' },
} as const;

interface ReasonsProps {
  reasons: readonly MatchReasonRowFragment[];
  /** Whether the list stands open from the start. */
  open: boolean;
}

/** The call's rules, and apart from them how well it suits the idea; what says nothing counts as no reason. */
export function Reasons({ reasons, open }: ReasonsProps) {
  const t = useWords(words);
  const of = (kind: MatchReasonRowFragment['kind']) => reasons.filter(reason => reason.kind === kind);
  const [rules, fit] = [of('RULE'), of('FIT')];
  const [asked, said] = [speaking(rules), speaking(fit)];
  const summary = [
    asked.length > 0 ? t.metOf(holding(asked), asked.length) : t.noRules,
    said.length > 0 ? t.forOf(holding(said), said.length) : t.noReasons,
  ];
  return (
    <details className="reasons" open={open}>
      <summary>{summary.join(' · ')}</summary>
      <ReasonGroup name={t.rules} reasons={rules} yes={t.met} no={t.unmet} />
      <ReasonGroup name={t.fit} reasons={fit} yes={t.fits} no={t.not} />
    </details>
  );
}

type Group = readonly MatchReasonRowFragment[];

const speaking = (group: Group) => group.filter(({ neutral }) => !neutral);
const holding = (group: Group) => group.filter(({ satisfied }) => satisfied).length;

interface GroupProps {
  name: string;
  reasons: Group;
  yes: string;
  no: string;
}

/** What speaks stands first. */
function ReasonGroup({ name, reasons, yes, no }: GroupProps) {
  const t = useWords(words);
  const inOrder = reasons.toSorted((one, other) => Number(one.neutral) - Number(other.neutral));
  return (
    <>
      <p className="reasons-name">{name}</p>
      <ul aria-label={name}>
        {inOrder.map(({ code, satisfied, neutral, message }) => (
          <li key={code} className={neutral ? 'neutral' : satisfied ? 'fits' : 'not'}>
            <Icon name={neutral ? 'circle' : satisfied ? 'check' : 'cross'} />
            <span>
              <span className="unseen">{neutral ? t.neutral : satisfied ? yes : no}: </span>
              {message}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
