import type { FormEvent } from 'react';
import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { DialogActions } from '../parts/dialog-actions';
import { Dialog } from '../parts/dialog';
import { Field } from '../parts/form/field';
import { Problems } from '../parts/form/problems';
import type { Move } from './move';
import type { Said } from './use-deeds';
import { moveWords } from './words';
import { textOf } from '../parts/form/form-text';

interface ReasonDialogProps {
  move: Move;
  problems: readonly string[];
  onClose: () => void;
  onSay: (said: Said) => void;
}

/** Asks why before an idea goes back, pauses, resumes or ends. */
export function ReasonDialog({ move, problems, onClose, onSay }: ReasonDialogProps) {
  const t = useWords(moveWords);
  const say = useSay();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSay({ reason: textOf(new FormData(event.currentTarget), 'reason') });
  };
  const title = t.titles[move.deed] + (move.to ? ` → ${say(STAGE, move.to)}` : '');
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <p>
          <span className="code">{move.idea.code}</span> {move.idea.title}
        </p>
        <Field label={t.reason} hint={t.reasonHint}>
          {wiring => <textarea {...wiring} name="reason" rows={3} required autoFocus />}
        </Field>
        <Problems problems={problems.map(message => ({ message }))} />
        <DialogActions deed={t.titles[move.deed]} cancel={t.cancel} onClose={onClose} />
      </form>
    </Dialog>
  );
}
