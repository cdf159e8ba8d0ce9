import type { FormEvent } from 'react';
import { Link } from 'wouter';
import type { RequirementCode, RequirementRowFragment } from '../gql/graphql';
import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { Field } from '../parts/form/field';
import { Problems } from '../parts/form/problems';
import type { Move } from './move';
import { Requirements } from './requirements';
import type { Said } from './use-deeds';
import { moveWords } from './words';
import { textOf } from '../parts/form/form-text';

interface GateDialogProps {
  move: Move;
  unmet: readonly RequirementRowFragment[];
  problems: readonly string[];
  onClose: () => void;
  onSay: (said: Said) => void;
}

/** Explains what the gate still asks for, and lets the programme's owner waive it. */
export function GateDialog({ move, unmet, problems, onClose, onSay }: GateDialogProps) {
  const t = useWords(moveWords);
  const say = useSay();
  return (
    <Dialog title={t.gateTitle(say(STAGE, move.to ?? ''))} onClose={onClose} wide>
      <p>{t.gateIntro(move.idea.code)}</p>
      <Requirements requirements={unmet} />
      {move.idea.viewerCan.includes('WAIVE_GATE') && <Waiver unmet={unmet} onSay={onSay} />}
      <Problems problems={problems.map(message => ({ message }))} />
      <div className="dialog-end">
        <Link href={`/ideas/${move.idea.code}`} className="button" onClick={onClose}>
          {t.openIdea}
        </Link>
        <button type="button" className="main-deed" onClick={onClose} autoFocus>
          {t.understood}
        </button>
      </div>
    </Dialog>
  );
}

function Waiver({ unmet, onSay }: Pick<GateDialogProps, 'unmet' | 'onSay'>) {
  const t = useWords(moveWords);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSay({ reason: textOf(form, 'reason'), waive: form.getAll('waive') as RequirementCode[] });
  };
  return (
    <details className="waiver">
      <summary>{t.waive}</summary>
      <form onSubmit={submit}>
        <WaiverChoices unmet={unmet} />
        <Field label={t.reason}>{wiring => <textarea {...wiring} name="reason" rows={2} required />}</Field>
        <button type="submit">{t.waiveDo}</button>
      </form>
    </details>
  );
}

function WaiverChoices({ unmet }: Pick<GateDialogProps, 'unmet'>) {
  const t = useWords(moveWords);
  return (
    <fieldset>
      <legend>{t.waiveHint}</legend>
      {unmet.map(({ code, message }) => (
        <label key={code} className="check">
          <input type="checkbox" name="waive" value={code} defaultChecked />
          {message}
        </label>
      ))}
    </fieldset>
  );
}
