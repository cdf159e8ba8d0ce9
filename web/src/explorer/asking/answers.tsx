import { useEffect } from 'react';
import { useLanguage, useWords } from '../../language/language';
import { announce } from '../../parts/announcer';
import { explorerWords } from '../words';
import { KEPT, type Answers as AnswersSoFar } from './use-answers';

/** What the service has answered; of a subscription the newest first. */
export function Answers({ answers }: { answers: AnswersSoFar }) {
  const t = useWords(explorerWords);
  const { state, shown, count, said } = answers;
  useEffect(() => {
    if (said && state !== 'ASKING') announce(said);
  }, [state, said]);
  return (
    <section className="panel explorer-answer" aria-labelledby="answer-heading">
      <h2 id="answer-heading">{t.answer}</h2>
      <p className="hint">
        {said || t.noAnswer}
        {count > 1 && ` ${t.newest(count, KEPT)}.`}
      </p>
      <Texts shown={shown} />
    </section>
  );
}

function Texts({ shown }: Pick<AnswersSoFar, 'shown'>) {
  const t = useWords(explorerWords);
  const tongue = useLanguage();
  const time = (at: Date) => at.toLocaleTimeString(tongue === 'sv' ? 'sv-SE' : 'en-GB');
  if (shown.length === 0) return null;
  return (
    <ol className="explorer-texts">
      {shown.map(({ number, text, at }) => (
        <li key={number}>
          {shown.length > 1 && <time dateTime={at.toISOString()}>{time(at)}</time>}
          <pre tabIndex={0} role="group" aria-label={`${t.answer} ${number}`} lang="en">
            {text}
          </pre>
        </li>
      ))}
    </ol>
  );
}
