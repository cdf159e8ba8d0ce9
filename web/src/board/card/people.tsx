import type { IdeaCardFragment } from '../../gql/graphql';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { useMissingSectors } from '../../language/sectors';
import type { CardSize } from '../view';
import { boardWords } from '../words';

/** How many names a card has room for. */
const NAMED: Record<CardSize, number> = { full: 3, compact: 1 };

/** The owner's name first, then those of who else is in. */
export function namesOf(idea: IdeaCardFragment): string[] {
  const current = idea.consortium.memberships.filter(({ leftAt }) => !leftAt);
  return [...new Set([idea.owner.name, ...current.map(({ partner }) => partner.name)])];
}

/** Who is in, and which sector isn't. */
export function People({ idea, size }: { idea: IdeaCardFragment; size: CardSize }) {
  const t = useWords(boardWords);
  const named = useMissingSectors();
  const format = useFormat();
  const names = namesOf(idea);
  const rest = names.length - NAMED[size];
  const missing = idea.stage === 'CONSORTIUM' && size === 'full' ? idea.consortium.missingSectors : [];
  return (
    <div className="people">
      <p title={names.join(', ')}>
        {names.slice(0, NAMED[size]).join(', ')}
        {rest > 0 && <span className="others"> {t.others(rest)}</span>}
      </p>
      {missing.length > 0 && (
        <p className="missing">
          {t.missing}: {format.list(named(missing).map(sector => sector.toLowerCase()))}
        </p>
      )}
    </div>
  );
}
