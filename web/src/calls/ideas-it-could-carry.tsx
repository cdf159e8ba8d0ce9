import { useQuery } from 'urql';
import { Link } from 'wouter';
import { CallIdeasDocument } from '../gql/graphql';
import { STAGE } from '../language/domain-words';
import { useLocale, useSay, useWords } from '../language/language';
import { Fit } from '../parts/fit';
import { Reasons } from '../parts/reasons';
import { Answered, Empty } from '../parts/states';
import { callWords } from './words';

const SHOWN = 10;
const OPEN_FIRST = 3;

/** The ideas a call could carry, best first, and those that miss a rule, each with its reasons. */
export function IdeasItCouldCarry({ identifier }: { identifier: string }) {
  const t = useWords(callWords);
  const say = useSay();
  const locale = useLocale();
  const variables = { identifier, first: SHOWN, onlyEligible: false, locale };
  const [answer, again] = useQuery({ query: CallIdeasDocument, variables });
  return (
    <section className="panel" aria-labelledby="ideas">
      <h2 id="ideas">{t.ideas}</h2>
      <Answered answer={answer} again={again}>
        {({ fundingCall }) => (
          <>
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
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  );
}
