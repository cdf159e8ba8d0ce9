import type { FormEvent } from 'react';
import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { Field } from '../parts/field';
import { Problems } from '../parts/problems';
import type { Move } from './move';
import type { Said } from './use-deeds';
import { moveWords } from './words';

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
    onSay({ reason: String(new FormData(event.currentTarget).get('reason')).trim() });
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

/** The two ways out of a form in a dialog. */
export function DialogActions({ deed, cancel, onClose }: { deed: string; cancel: string; onClose: () => void }) {
  return (
    <div className="dialog-end">
      <button type="button" onClick={onClose}>
        {cancel}
      </button>
      <button type="submit" className="main-deed">
        {deed}
      </button>
    </div>
  );
}
