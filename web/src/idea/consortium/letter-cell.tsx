import type { LetterOfIntent, MemberFragment } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Icon } from '../../parts/icon';
import { Problems } from '../../parts/form/problems';
import { ideaWords } from '../words';
import { useUpdateMember } from './member-deeds';
import { consortiumWords } from './words';

type Step = Exclude<LetterOfIntent, 'NONE'>;

/** What a letter can become from what it is. */
const NEXT: Readonly<Record<LetterOfIntent, readonly Step[]>> = {
  NONE: ['REQUESTED', 'SIGNED'],
  REQUESTED: ['SIGNED'],
  SIGNED: [],
};

interface LetterCellProps {
  member: MemberFragment;
  /** Whether the viewer may tell of it. */
  may: boolean;
}

/** How far a member's letter of intent has come, and its next steps as buttons. */
export function LetterCell({ member, may }: LetterCellProps) {
  const t = useWords(ideaWords);
  const { marked } = useWords(consortiumWords);
  const { update, problems } = useUpdateMember();
  const letter = member.letterOfIntent;
  if (!letter) return <div />;
  const mark = (step: Step) => void update(member, { letterOfIntent: step }, marked[step](member.partner.name));
  return (
    <div className="letter-cell" tabIndex={-1}>
      <span className={`letter ${letter.toLowerCase()}`}>
        <Icon name={letter === 'SIGNED' ? 'check' : 'circle'} />
        {t.letter}: {t.letterShort[letter].toLowerCase()}
      </span>
      {may && <Steps member={member} steps={NEXT[letter]} onMark={mark} />}
      <Problems problems={problems} />
    </div>
  );
}

interface StepsProps {
  member: MemberFragment;
  steps: readonly Step[];
  onMark: (step: Step) => void;
}

function Steps({ member, steps, onMark }: StepsProps) {
  const t = useWords(consortiumWords);
  if (steps.length === 0) return null;
  return (
    <div className="letter-steps">
      {steps.map(step => (
        <button
          key={step}
          type="button"
          className="small"
          aria-label={t.letterOf(t.mark[step], member.partner.name)}
          onClick={() => onMark(step)}
        >
          {t.mark[step]}
        </button>
      ))}
    </div>
  );
}
