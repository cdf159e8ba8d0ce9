import { Link } from 'wouter';
import { ROLE_IN_CONSORTIUM, SECTOR } from '../language/domain-words';
import { useFormat } from '../language/format';
import { useSay, useWords } from '../language/language';
import { useMissingSectors } from '../language/sectors';
import { Icon } from '../parts/icon';
import { Empty } from '../parts/states';
import type { ShownIdea } from './idea-page';
import { ideaWords } from './words';

type Member = ShownIdea['consortium']['memberships'][number];

/** Who is in, and an empty chair for each sector that isn't. */
export function ConsortiumPart({ idea: { consortium } }: { idea: ShownIdea }) {
  const t = useWords(ideaWords);
  const named = useMissingSectors();
  const current = consortium.memberships.filter(({ leftAt }) => !leftAt);
  const former = consortium.memberships.filter(({ leftAt }) => leftAt);
  return (
    <section className="panel" aria-labelledby="consortium">
      <div className="panel-head">
        <h2 id="consortium">{t.consortium}</h2>
        <Sums consortium={consortium} />
      </div>
      {current.length === 0 && (
        <Empty title={t.noMembers}>
          <p>{t.noMembersMore}</p>
        </Empty>
      )}
      <ul className="members">
        {current.map(member => (
          <MemberRow key={member.id} member={member} />
        ))}
        {named(consortium.missingSectors).map(sector => (
          <EmptyChair key={sector} sector={sector} />
        ))}
      </ul>
      {former.length > 0 && <Former members={former} />}
    </section>
  );
}

function Sums({ consortium: { countries, commitments } }: Pick<ShownIdea, 'consortium'>) {
  const t = useWords(ideaWords);
  const format = useFormat();
  return (
    <p className="soft">
      {countries.length > 0 && `${t.countries}: ${format.list(countries.map(format.country))}`}
      {commitments.length > 0 && ` · ${t.committed}: ${format.list(commitments.map(format.money))}`}
    </p>
  );
}

function MemberRow({ member: { partner, role, letterOfIntent, commitment } }: { member: Member }) {
  const t = useWords(ideaWords);
  const say = useSay();
  const format = useFormat();
  return (
    <li className={role === 'COORDINATOR' ? 'member coordinator' : 'member'}>
      <div>
        <Link href={`/partners/${partner.slug}`}>{partner.name}</Link>
        <p className="soft">
          {say(SECTOR, partner.sector)}
          {partner.country !== 'SE' && ` · ${format.country(partner.country)}`}
        </p>
      </div>
      <span className="role">{say(ROLE_IN_CONSORTIUM, role)}</span>
      {letterOfIntent && (
        <span className={`letter ${letterOfIntent.toLowerCase()}`}>
          <Icon name={letterOfIntent === 'SIGNED' ? 'check' : 'circle'} />
          {t.letter}: {t.letterShort[letterOfIntent].toLowerCase()}
        </span>
      )}
      {commitment && <span className="figure">{format.money(commitment)}</span>}
    </li>
  );
}

function EmptyChair({ sector }: { sector: string }) {
  const t = useWords(ideaWords);
  return (
    <li className="member empty-chair">
      <Icon name="plus" />
      <span>
        {t.missingSector}: <strong>{sector}</strong>
      </span>
    </li>
  );
}

function Former({ members }: { members: readonly Member[] }) {
  const t = useWords(ideaWords);
  const format = useFormat();
  return (
    <details>
      <summary>{t.former(members.length)}</summary>
      <ul className="soft">
        {members.map(({ id, partner, leftAt }) => (
          <li key={id}>
            {partner.name} · {format.shortDate(leftAt!)}
          </li>
        ))}
      </ul>
    </details>
  );
}
