import { useQuery } from 'urql';
import { Link } from 'wouter';
import { IdeaCallRulesDocument, type IdeaCallRulesQuery, type MatchReasonCode } from '../../gql/graphql';
import { useLanguage, useLocale, type Bilingual } from '../../language/language';
import { NextStep } from '../../moves/next-step';
import { Icon } from '../../parts/icon';
import { useReachedBy } from '../../parts/opened-by';
import type { ShownIdea } from '../idea-page';

type Match = NonNullable<IdeaCallRulesQuery['idea']>['callMatches'][number];

const ADD: Bilingual = { sv: 'Lägg till partner', en: 'Add a partner' };

/** What puts right each side that decides whether the call can be applied for; the others decide nothing. */
const RULES: Partial<Record<MatchReasonCode, { hash: string; deed: Bilingual }>> = {
  PARTNERS: { hash: 'add-member', deed: ADD },
  COUNTRIES: { hash: 'add-member', deed: ADD },
  SECTORS: { hash: 'add-member/missing', deed: ADD },
  TRL: { hash: 'trl', deed: { sv: 'Ändra teknisk mognad', en: 'Change the technology readiness' } },
};

/** Each rule that the consortium doesn't keep of the calls it has begun to apply to, with what would put it right. */
export function BrokenRules({ idea }: { idea: ShownIdea }) {
  const locale = useLocale();
  const [{ data }] = useQuery({ query: IdeaCallRulesDocument, variables: { code: idea.code, locale } });
  const place = useReachedBy<HTMLDivElement>('call-rules');
  const targeted = new Set(idea.applications.map(({ call }) => call.id));
  const broken = data?.idea?.callMatches.filter(({ call, eligible }) => targeted.has(call.id) && !eligible) ?? [];
  return (
    <div id="call-rules" tabIndex={-1} ref={place}>
      {broken.map(match => (
        <BrokenRulesOfCall key={match.call.id} match={match} idea={idea} />
      ))}
      {broken.length === 0 && <NextStep code="CALL_TARGETED" idea={idea} />}
    </div>
  );
}

function BrokenRulesOfCall({ match: { call, reasons }, idea }: { match: Match; idea: ShownIdea }) {
  const tongue = useLanguage();
  const broken = reasons.flatMap(({ code, satisfied, message }) => {
    const rule = RULES[code];
    return rule && !satisfied ? [{ code, message, ...rule }] : [];
  });
  return (
    <ul className="remedy">
      {broken.map(({ code, message, hash, deed }) => (
        <li key={code}>
          <span>
            <Link href={`/calls/${encodeURIComponent(call.identifier)}`}>{call.title}</Link> {message}
          </span>
          {idea.viewerCan.includes('MANAGE_CONSORTIUM') && (
            <Link href={`/ideas/${idea.code}#${hash}`} className="next-step">
              {deed[tongue]}
              <Icon name="forward" />
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
