import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { CallIdeasDocument } from '../gql/graphql';
import { STAGE } from '../language/domain-words';
import { useLocale, useSay, useWords } from '../language/language';
import { StartOrSee } from '../idea/applications/start/start-application';
import { Fit } from '../parts/match/fit';
import { LEAST_SCORE, LeftOut } from '../parts/match/left-out';
import { Reasons } from '../parts/match/reasons';
import { Answered, Empty } from '../parts/states';
import type { ShownCall } from './call-page';
import { callWords } from './words';

const SHOWN = 10;
const OPEN_FIRST = 3;

/** The ideas a call could carry, best first, and those that miss a rule, each with its reasons. */
export function IdeasItCouldCarry({ call }: { call: ShownCall }) {
  const t = useWords(callWords);
  const say = useSay();
  const locale = useLocale();
  const [minScore, setMinScore] = useState(LEAST_SCORE);
  const variables = { identifier: call.identifier, first: SHOWN, minScore, locale };
  const isApplicable = call.status === 'OPEN' || call.status === 'FORTHCOMING';
  const [answer, again] = useQuery({ query: CallIdeasDocument, variables });
  return (
    <section className="panel" aria-labelledby="ideas">
      <h2 id="ideas">{t.ideas}</h2>
      <Answered answer={answer} again={again}>
        {({ fundingCall }) => (
          <>
            {fundingCall?.status === 'DRAFT' && <p className="soft">{t.preview}</p>}
            {fundingCall?.ideaMatches.length === 0 && <Empty title={t.noIdeas} />}
            <ul className="rows">
              {fundingCall?.ideaMatches.map(({ idea, score, eligible, reasons }, place) => (
                <li key={idea.id} className="match">
                  <Fit score={score} eligible={eligible} />
                  <Link href={`/ideas/${idea.code}`}>{idea.title}</Link>
                  <p className="soft">
                    <span className="code">{idea.code}</span> {say(STAGE, idea.stage)}
                  </p>
                  <Reasons reasons={reasons} open={place < OPEN_FIRST} />
                  {isApplicable && idea.viewerCan.includes('MANAGE_APPLICATIONS') && (
                    <StartOrSee idea={idea} call={call} applications={call.applications} of={idea.code} />
                  )}
                </li>
              ))}
            </ul>
            <LeftOut what="ideas" count={fundingCall?.ideaMatchesLeftOut ?? 0} onShow={() => setMinScore(0)} />
          </>
        )}
      </Answered>
    </section>
  );
}
