import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { RequirementCode, RequirementRowFragment } from '../gql/graphql';
import { STAGE } from '../language/domain-words';
import { useSay, useWords } from '../language/language';
import { Dialog } from '../parts/dialog';
import { Choices, Text } from '../parts/form/fields';
import { Form } from '../parts/form/form';
import { textOf } from '../parts/form/form-text';
import type { Problem } from '../parts/form/problems';
import type { Move } from './move';
import { NextStep } from './next-step';
import { Requirements } from './requirements';
import type { Said } from './use-deeds';
import { moveWords } from './words';

interface GateDialogProps {
  move: Move;
  unmet: readonly RequirementRowFragment[];
  problems: readonly Problem[];
  onClose: () => void;
  onSay: (said: Said) => void;
}

/** Explains what the gate still asks for and leads to each remedy, and lets the programme's owner waive it. */
export function GateDialog({ move, unmet, problems, onClose, onSay }: GateDialogProps) {
  const t = useWords(moveWords);
  const say = useSay();
  return (
    <Dialog title={t.gateTitle(say(STAGE, move.to ?? ''))} onClose={onClose} wide>
      <p>{t.gateIntro(move.idea.code)}</p>
      <Requirements requirements={unmet} remedy={code => <NextStep code={code} idea={move.idea} onGo={onClose} />} />
      {move.idea.viewerCan.includes('WAIVE_GATE') && <Waiver unmet={unmet} problems={problems} onSay={onSay} />}
      <div className="dialog-end">
        <button type="button" onClick={onClose}>
          {t.close}
        </button>
        <Link href={`/ideas/${move.idea.code}`} className="button" onClick={onClose}>
          {t.openIdea}
        </Link>
      </div>
    </Dialog>
  );
}

/** What is let pass is chosen one by one; nothing can be waived before something is. */
function Waiver({ unmet, problems, onSay }: Pick<GateDialogProps, 'unmet' | 'problems' | 'onSay'>) {
  const t = useWords(moveWords);
  const why = useId();
  const [nothing, setNothing] = useState(true);
  const save = (form: FormData) => {
    const waive = form.getAll('waive') as RequirementCode[];
    if (waive.length > 0) onSay({ reason: textOf(form, 'reason'), waive });
  };
  return (
    <details className="waiver">
      <summary>{t.waive}</summary>
      <Form problems={problems} onSave={save} className="" unmarked>
        <div onChange={event => setNothing(!event.currentTarget.querySelector(':checked'))}>
          <Choices
            name="waive"
            label={t.waiveHint}
            choices={unmet.map(({ code, message }) => [code, message])}
            chosen={[]}
          />
        </div>
        <Text name="reason" label={t.reason} rows={2} required />
        {nothing && (
          <p className="hint" id={why}>
            {t.waiveWhat}
          </p>
        )}
        <button type="submit" aria-disabled={nothing} aria-describedby={nothing ? why : undefined}>
          {t.waiveDo}
        </button>
      </Form>
    </details>
  );
}
