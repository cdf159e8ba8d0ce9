import { Link } from 'wouter';
import { LetterCell } from '../consortium/letter-cell';
import type { ShownIdea } from '../idea-page';

/** The members whose letters the gate waits for; those of associated partners are not asked for. */
export function LettersLeft({ idea }: { idea: ShownIdea }) {
  const may = idea.viewerCan.includes('MANAGE_CONSORTIUM');
  const left = idea.consortium.memberships.filter(
    ({ role, letterOfIntent }) => role !== 'ASSOCIATED_PARTNER' && letterOfIntent !== 'SIGNED',
  );
  return (
    <ul className="remedy">
      {left.map(member => (
        <li key={member.id}>
          <Link href={`/partners/${member.partner.slug}`}>{member.partner.name}</Link>
          <LetterCell member={member} may={may} />
        </li>
      ))}
    </ul>
  );
}
