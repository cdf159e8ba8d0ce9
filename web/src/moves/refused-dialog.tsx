import { Link } from 'wouter';
import { useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { Problems, type Problem } from '../parts/form/problems';
import type { Move } from './move';
import { moveWords } from './words';

interface RefusedDialogProps {
  move: Move;
  problems: readonly Problem[];
  onClose: () => void;
  onAgain: () => void;
}

/** Says why a move could not be made, and what can be done instead. */
export function RefusedDialog({ move, problems, onClose, onAgain }: RefusedDialogProps) {
  const t = useWords(moveWords);
  const outdated = problems.some(({ code }) => code === 'CONFLICT');
  return (
    <Dialog title={t.refused} onClose={onClose}>
      <p>
        <span className="code">{move.idea.code}</span> {move.idea.title}
      </p>
      <Problems problems={problems} />
      {outdated && <p>{t.againMore}</p>}
      <div className="dialog-end">
        <button type="button" onClick={onClose}>
          {t.close}
        </button>
        <Link href={`/ideas/${move.idea.code}`} className={outdated ? 'button' : 'button main-deed'} onClick={onClose}>
          {t.openIdea}
        </Link>
        {outdated && (
          <button type="button" className="main-deed" onClick={onAgain}>
            {t.again}
          </button>
        )}
      </div>
    </Dialog>
  );
}
