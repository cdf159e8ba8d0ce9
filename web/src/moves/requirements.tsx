import type { RequirementRowFragment } from '../gql/graphql';
import { REQUIREMENT } from '../language/domain-words';
import { useFormat, type Format } from '../language/format';
import { useSay, useWords } from '../language/language';
import { Icon } from '../parts/icon';
import { moveWords } from './words';

const words = {
  met: { sv: 'Uppfyllt', en: 'Met' },
  unmet: { sv: 'Saknas', en: 'Missing' },
};

/** What is counted stands beside what it takes; what is named, or takes nothing yet, is told well enough by the message. */
const isCounted = (required: string) => Number.parseFloat(required) > 0;

/** Numbers in a text of the service, written as the language does. */
const written = (text: string, { number }: Format) => text.replaceAll(/\d+(\.\d+)?/g, one => number(Number(one)));

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
        {!met && required && isCounted(required) && code !== 'DESCRIBED' && (
          <p className="measure">
            {gateNow} <b>{actual ? written(actual, format) : '–'}</b> · {gateNeeded} <b>{written(required, format)}</b>
          </p>
        )}
      </div>
    </li>
  );
}
