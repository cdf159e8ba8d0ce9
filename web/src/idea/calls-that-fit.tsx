import { useQuery } from 'urql';
import { Link } from 'wouter';
import { IdeaCallsDocument, type IdeaCallsQuery } from '../gql/graphql';
import { useLocale, useWords } from '../language/language';
import { Deadline } from '../parts/deadline';
import { Fit } from '../parts/fit';
import { Reasons } from '../parts/reasons';
import { Answered, Empty } from '../parts/states';
import { ideaWords } from './words';

type Match = NonNullable<IdeaCallsQuery['idea']>['callMatches'][number];

/** The calls the idea could apply to, each with the reasons for and against. */
export function CallsThatFit({ code }: { code: string }) {
  const t = useWords(ideaWords);
  const locale = useLocale();
  const [answer, again] = useQuery({ query: IdeaCallsDocument, variables: { code, locale } });
  return (
    <section className="panel" aria-labelledby="calls-that-fit">
      <h2 id="calls-that-fit">{t.calls}</h2>
      <Answered answer={answer} again={again}>
        {({ idea }) => (
          <>
            {idea?.callMatches.length === 0 && <Empty title={t.noCalls} />}
            <ul className="rows">
              {idea?.callMatches.map((match, place) => (
                <MatchRow key={match.call.id} match={match} open={place < OPEN_FIRST} />
              ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  );
}

const OPEN_FIRST = 2;

function MatchRow({ match: { call, score, eligible, reasons }, open }: { match: Match; open: boolean }) {
  return (
    <li className="match">
      <Fit score={score} eligible={eligible} />
      <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
      <p className="soft">
        {call.funder} · {call.programme}
      </p>
      {call.nextDeadline && <Deadline at={call.nextDeadline} />}
      <Reasons reasons={reasons} open={open} />
    </li>
  );
}
