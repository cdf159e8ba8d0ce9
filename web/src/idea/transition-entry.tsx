import { REQUIREMENT, STAGE } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { PATH } from '../moves/move';
import type { ShownTransition } from './history';
import { ideaWords } from './words';

/** A step along the path: from where to where, by whom, why, and what was waived. */
export function TransitionEntry({ step: { from, to, at, by, reason, waived } }: { step: ShownTransition }) {
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
        <strong>{way(say(STAGE, to))}</strong>
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
    </li>
  );
}
