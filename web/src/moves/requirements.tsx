import type { RequirementRowFragment } from '../gql/graphql';
import { REQUIREMENT } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { moveWords } from './words';

const words = {
  met: { sv: 'Uppfyllt', en: 'Met' },
  unmet: { sv: 'Saknas', en: 'Missing' },
};

/** What is counted stands beside what it takes; what is named is told well enough by the message. */
const COUNTED = /^\d/;

/** The requirements of a gate: what is met and what is missing, with what there is and what it takes. */
export function Requirements({ requirements }: { requirements: readonly RequirementRowFragment[] }) {
  return (
    <ul className="requirements">
      {requirements.map(requirement => (
        <RequirementRow key={requirement.code} {...requirement} />
      ))}
    </ul>
  );
}

function RequirementRow({ code, met, message, actual, required }: RequirementRowFragment) {
  const t = useWords(words);
  const { gateNow, gateNeeded } = useWords(moveWords);
  const say = useSay();
  return (
    <li className={met ? 'met' : 'unmet'}>
      <span className="mark">
        <Icon name={met ? 'check' : 'cross'} />
        <span className="unseen">{met ? t.met : t.unmet}: </span>
      </span>
      <div>
        <strong>{say(REQUIREMENT, code)}</strong>
        <p>{message}</p>
        {!met && required && COUNTED.test(required) && code !== 'DESCRIBED' && (
          <p className="measure">
            {gateNow} <b>{actual ?? '–'}</b> · {gateNeeded} <b>{required}</b>
          </p>
        )}
      </div>
    </li>
  );
}
