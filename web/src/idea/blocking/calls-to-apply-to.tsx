import { useQuery } from 'urql';
import { Link } from 'wouter';
import { IdeaCallsDocument } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { Deadline } from '../../parts/deadline';
import { LEAST_SCORE } from '../../parts/match/left-out';
import { NextStep } from '../../moves/next-step';
import type { ShownIdea } from '../idea-page';

const words = {
  start: { sv: 'Starta ansökan', en: 'Start an application' },
  startTo: {
    sv: (call: string) => `Starta ansökan till ${call}`,
    en: (call: string) => `Start an application to ${call}`,
  },
  none: {
    sv: 'Ingen utlysning som är öppen eller kommande matchar just nu.',
    en: 'No call that is open or forthcoming matches at present.',
  },
};
const BEST = 3;

/** The calls that suit the idea best, each with the way to start an application. */
export function CallsToApplyTo({ idea }: { idea: ShownIdea }) {
  const t = useWords(words);
  const locale = useLocale();
  const [{ data }] = useQuery({
    query: IdeaCallsDocument,
    variables: { minScore: LEAST_SCORE, code: idea.code, locale },
  });
  if (!idea.viewerCan.includes('MANAGE_APPLICATIONS') || !data?.idea) return null;
  const best = data.idea.callMatches.slice(0, BEST);
  if (best.length === 0) return <p>{t.none}</p>;
  return (
    <>
      <ul className="remedy">
        {best.map(({ call }) => (
          <li key={call.id}>
            <span>
              <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link>
              {call.nextDeadline && <Deadline at={call.nextDeadline} />}
            </span>
            <Link
              href={`/ideas/${idea.code}#start-application/${call.id}`}
              className="button small"
              aria-label={t.startTo(call.title)}
            >
              {t.start}
            </Link>
          </li>
        ))}
      </ul>
      <NextStep code="CALL_TARGETED" idea={idea} />
    </>
  );
}
