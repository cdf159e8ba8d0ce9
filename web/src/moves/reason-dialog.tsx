import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Text } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { textOf } from '../parts/form/form-text';
import type { Problem } from '../parts/form/problems';
import { ForGood } from '../parts/for-good';
import type { Move } from './move';
import type { Said } from './use-deeds';
import { moveWords } from './words';

interface ReasonDialogProps {
  move: Move;
  problems: readonly Problem[];
  onClose: () => void;
  onSay: (said: Said) => void;
}

/** Asks why before an idea goes back, pauses, resumes or ends. */
export function ReasonDialog({ move, problems, onClose, onSay }: ReasonDialogProps) {
  const t = useWords(moveWords);
  const say = useSay();
  const title = t.titles[move.deed] + (move.to ? ` → ${say(STAGE, move.to)}` : '');
  return (
    <FormDialog
      title={title}
      deed={t.titles[move.deed]}
      problems={problems}
      onSave={form => onSay({ reason: textOf(form, 'reason') })}
      onClose={onClose}
      unmarked
    >
      <p>
        <span className="code">{move.idea.code}</span> {move.idea.title}
      </p>
      <Text name="reason" label={t.reason} hint={t.reasonHint} rows={3} required />
      {(move.deed === 'DISCONTINUE' || move.deed === 'COMPLETE') && <ForGood>{t.ends}</ForGood>}
    </FormDialog>
  );
}
