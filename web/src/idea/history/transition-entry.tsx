import { REQUIREMENT, STAGE, STATE } from '../../language/domain-words';
import { useFormat } from '../../language/format';
import { useSay, useWords } from '../../language/language';
import { PATH } from '../../moves/move';
import { Redaction } from '../../redaction/redact';
import type { ShownActivity, ShownTransition } from './history';
import { ideaWords } from '../words';

interface TransitionEntryProps {
  step: ShownTransition;
  /** What the log tells of it, where one may see that. */
  told: ShownActivity | undefined;
}

/** A step along the path: from where to where, by whom, why, and what was waived. */
export function TransitionEntry({ step, told }: TransitionEntryProps) {
  const { from, to, toState, at, by, reason, waived } = step;
  const t = useWords(ideaWords);
  const say = useSay();
  const format = useFormat();
  const way = !from
    ? t.began
    : from === to
      ? t.stayed
      : PATH.indexOf(to) > PATH.indexOf(from)
        ? t.advanced
        : t.returned;
  return (
    <li className={`entry step stage-${to.toLowerCase()}`}>
      <p>
        <strong>{way(say(STAGE, to), say(STATE, toState))}</strong>
      </p>
      <p className="soft">
        <time dateTime={at}>{format.moment(at)}</time> {t.by(by.name)}
      </p>
      {reason && <blockquote>{reason}</blockquote>}
      {waived.length > 0 && (
        <p className="waived">
          {t.waived}: {format.list(waived.map(code => say(REQUIREMENT, code).toLowerCase()))}
        </p>
      )}
      {told && <Redaction row={told} what={way(say(STAGE, to), say(STATE, toState))} />}
    </li>
  );
}
