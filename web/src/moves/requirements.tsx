import type { ReactNode } from 'react';
import type { RequirementCode, RequirementRowFragment } from '../gql/graphql';
import { REQUIREMENT } from '../language/domain-words';
import { useFormat, type Format } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { moveWords } from './words';

const words = {
  met: { sv: 'Uppfyllt', en: 'Met' },
  unmet: { sv: 'Saknas', en: 'Missing' },
  withheld: {
    sv: 'Visas bara för dem som deltar i idén.',
    en: 'Shown only to those who take part in the idea.',
  },
};

/** What is counted stands beside what it takes; what is named, or takes nothing yet, is told well enough by the message. */
const isCounted = (required: string) => Number(required) > 0;

/** What the message says better than a number beside another. */
const TOLD_BY_MESSAGE = new Set<RequirementCode>(['DESCRIBED', 'CALL_RULES_MET']);

/** Numbers in a text of the service, written as the language does. */
const written = (text: string, { number }: Format) => text.replaceAll(/\d+(\.\d+)?/g, one => number(Number(one)));

interface RequirementsProps {
  requirements: readonly RequirementRowFragment[];
  /** Those whose answer the reader may not see. */
  withheld?: readonly string[];
  /** What can be done about one that isn't met. */
  remedy: (code: RequirementCode) => ReactNode;
}

/** The requirements of a gate: what is met, and what is missing with what there is, what it takes and the way there. */
export function Requirements({ requirements, withheld = [], remedy }: RequirementsProps) {
  return (
    <ul className="requirements">
      {requirements.map(requirement => (
        <RequirementRow key={requirement.code} {...requirement}>
          {!requirement.met && remedy(requirement.code)}
        </RequirementRow>
      ))}
      {withheld.map(code => (
        <WithheldRow key={code} code={code} />
      ))}
    </ul>
  );
}

function WithheldRow({ code }: { code: string }) {
  const t = useWords(words);
  const say = useSay();
  return (
    <li className="withheld">
      <span className="mark">
        <Icon name="circle" />
      </span>
      <div>
        <strong>{say(REQUIREMENT, code)}</strong>
        <p>{t.withheld}</p>
      </div>
    </li>
  );
}

function RequirementRow({
  code,
  met,
  message,
  actual,
  required,
  children,
}: RequirementRowFragment & { children: ReactNode }) {
  const t = useWords(words);
  const { gateNow, gateNeeded, covered } = useWords(moveWords);
  const say = useSay();
  const format = useFormat();
  return (
    <li className={met ? 'met' : 'unmet'}>
      <span className="mark">
        <Icon name={met ? 'check' : 'cross'} />
        <span className="unseen">{met ? t.met : t.unmet}: </span>
      </span>
      <div>
        <strong>{say(REQUIREMENT, code)}</strong>
        <p>{message}</p>
        {!met && required && isCounted(required) && !TOLD_BY_MESSAGE.has(code) && (
          <p className="measure">
            {gateNow} <b>{actual ? written(actual, format) : '–'}</b> · {gateNeeded} <b>{written(required, format)}</b>
          </p>
        )}
        {code === 'BUDGET_COVERED' && <p className="hint">{covered}</p>}
        {children}
      </div>
    </li>
  );
}
