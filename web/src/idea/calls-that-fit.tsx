import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { IdeaCallsDocument, type IdeaCallsQuery } from '../gql/graphql';
import { useFormat } from '../language/format';
import { useKnownName } from '../language/known-names';
import { useLocale, useWords } from '../language/language';
import { Deadline } from '../parts/deadline';
import { Fit } from '../parts/match/fit';
import { LEAST_SCORE, LeftOut } from '../parts/match/left-out';
import { useReachedBy } from '../parts/opened-by';
import { Reasons } from '../parts/match/reasons';
import { Answered, Empty } from '../parts/states';
import { StartOrSee } from './applications/start/start-application';
import type { ShownIdea } from './idea-page';
import { ideaWords } from './words';

type Match = NonNullable<IdeaCallsQuery['idea']>['callMatches'][number];

/** The calls the idea could apply to, each with the reasons for and against. */
export function CallsThatFit({ idea: shown }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  const locale = useLocale();
  const [minScore, setMinScore] = useState(LEAST_SCORE);
  const [answer, again] = useQuery({ query: IdeaCallsDocument, variables: { code: shown.code, minScore, locale } });
  return (
    <section className="panel" aria-labelledby="calls-that-fit">
      <h2 id="calls-that-fit" tabIndex={-1} ref={useReachedBy<HTMLHeadingElement>('calls-that-fit')}>
        {t.calls}
      </h2>
      <Answered answer={answer} again={again}>
        {({ idea }) => (
          <>
            {idea?.callMatches.length === 0 && <Empty title={t.noCalls} />}
            <ul className="rows">
              {idea?.callMatches.map((match, place) => (
                <MatchRow key={match.call.id} idea={shown} match={match} open={place < OPEN_FIRST} />
              ))}
            </ul>
            <LeftOut what="calls" count={idea?.callMatchesLeftOut ?? 0} onShow={() => setMinScore(0)} />
          </>
        )}
      </Answered>
    </section>
  );
}

const OPEN_FIRST = 2;

interface MatchRowProps {
  idea: ShownIdea;
  match: Match;
  open: boolean;
}

function MatchRow({ idea, match: { call, score, eligible, reasons }, open }: MatchRowProps) {
  const t = useWords(ideaWords);
  const format = useFormat();
  const known = useKnownName();
  return (
    <li className="match">
      <Fit score={score} eligible={eligible} />
      <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
      <p className="soft">
        {known(call.funder)} · {known(call.programme)}
      </p>
      {call.status === 'FORTHCOMING' && call.opensAt && <p className="soft">{t.opens(format.date(call.opensAt))}</p>}
      {call.nextDeadline && <Deadline at={call.nextDeadline} />}
      <Reasons reasons={reasons} open={open} />
      {idea.viewerCan.includes('MANAGE_APPLICATIONS') && (
        <StartOrSee idea={idea} call={call} applications={idea.applications} of={call.identifier} />
      )}
    </li>
  );
}
