import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { IdeaPartnerMatchesDocument, type IdeaPartnerMatchesQuery } from '../../gql/graphql';
import { SECTOR } from '../../language/domain-words';
import { useLocale, useSay, useWords } from '../../language/language';
import { Answered } from '../../parts/states';
import type { ShownIdea } from '../idea-page';
import { joiningWords } from './words';

type Match = NonNullable<IdeaPartnerMatchesQuery['idea']>['consortium']['partnerMatches'][number];

interface PartnerMatchesProps {
  idea: ShownIdea;
  onInvite: (partnerId: string) => void;
}

/** Partners that would fill out the consortium, each with why; asked for once somebody opens the list. */
export function PartnerMatches({ idea, onInvite }: PartnerMatchesProps) {
  const t = useWords(joiningWords);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const variables = { code: idea.code, locale };
  const [answer, again] = useQuery({ query: IdeaPartnerMatchesDocument, variables, pause: !open });
  return (
    <details className="partner-matches" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t.matches}</summary>
      {open && (
        <Answered answer={answer} again={() => again({ requestPolicy: 'network-only' })} lines={3}>
          {({ idea: found }) => {
            const matches = found?.consortium.partnerMatches ?? [];
            if (matches.length === 0) return <p className="soft">{t.noMatches}</p>;
            return (
              <ul className="requests">
                {matches.map(match => (
                  <MatchRow key={match.partner.id} match={match} onInvite={onInvite} />
                ))}
              </ul>
            );
          }}
        </Answered>
      )}
    </details>
  );
}

function MatchRow({ match: { partner, reasons }, onInvite }: { match: Match } & Pick<PartnerMatchesProps, 'onInvite'>) {
  const t = useWords(joiningWords);
  const say = useSay();
  return (
    <li className="request">
      <div>
        <p>
          <Link href={`/partners/${partner.slug}`}>{partner.name}</Link>{' '}
          <span className="soft">{say(SECTOR, partner.sector)}</span>
        </p>
        <ul className="soft">
          {reasons
            .filter(({ satisfied }) => satisfied)
            .map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
        </ul>
      </div>
      <div className="deeds">
        <button
          type="button"
          className="small"
          aria-label={t.inviteOf(partner.name)}
          onClick={() => onInvite(partner.id)}
        >
          {t.inviteShort}
        </button>
      </div>
    </li>
  );
}
