import { useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { Problems } from '../parts/form/problems';
import type { Move } from './move';
import { moveWords } from './words';

/** Says why a move could not be made. */
export function RefusedDialog({
  move,
  problems,
  onClose,
}: {
  move: Move;
  problems: readonly string[];
  onClose: () => void;
}) {
  const t = useWords(moveWords);
  return (
    <Dialog title={t.refused} onClose={onClose}>
      <p>
        <span className="code">{move.idea.code}</span> {move.idea.title}
      </p>
      <Problems problems={problems.map(message => ({ message }))} />
      <div className="dialog-end">
        <button type="button" className="main-deed" onClick={onClose} autoFocus>
          {t.understood}
        </button>
      </div>
    </Dialog>
  );
}
