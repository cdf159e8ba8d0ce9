import { useState } from 'react';
import { StartApplicationDocument, type ApplicableCallFragment } from '../../../gql/graphql';
import { useWords } from '../../../language/language';
import { FormDialog } from '../../../parts/form/form-dialog';
import { moneyOf, someOf } from '../../../parts/form/form-text';
import type { Problem } from '../../../parts/form/problems';
import { useChange } from '../../../parts/form/use-change';
import { toast } from '../../../parts/toasts';
import { applicationWords } from '../application-words';
import { CallChoice } from './call-choice';
import { CallLine } from './call-line';
import { DraftFields } from './draft-fields';

interface StartDialogProps {
  idea: { id: string; code: string };
  /** The call, where it is known already. */
  call?: ApplicableCallFragment | undefined;
  /** The id or identifier of the call to begin with, where that is all that is known. */
  callNamed?: string;
  onClose: () => void;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** Chooses a call, what is asked for and which deadline, and starts the application. */
export function StartDialog({ idea, call: given, callNamed, onClose }: StartDialogProps) {
  const t = useWords(applicationWords);
  const [call, setCall] = useState(given);
  const [choosing, setChoosing] = useState(!given);
  const [missing, setMissing] = useState(NO_PROBLEMS);
  const { problems, busy, start } = useStart(idea, onClose);
  const save = (form: FormData) => {
    setMissing(call ? NO_PROBLEMS : [{ path: ['callId'], message: t.chooseCall }]);
    if (call) void start(call, form);
  };
  return (
    <FormDialog
      title={t.startFor(idea.code)}
      deed={t.start}
      problems={missing.length > 0 ? missing : problems}
      busy={busy}
      onSave={save}
      onClose={onClose}
      wide
      unmarked
    >
      {choosing ? (
        <CallChoice code={idea.code} first={callNamed} chosen={call} onChoose={setCall} />
      ) : (
        call && <ChosenCall call={call} onOther={() => setChoosing(true)} />
      )}
      {call && <DraftFields key={call.id} call={call} />}
    </FormDialog>
  );
}

function useStart(idea: { id: string; code: string }, onClose: () => void) {
  const t = useWords(applicationWords);
  const { send, problems, busy } = useChange(StartApplicationDocument);
  const start = async ({ id: callId, identifier }: ApplicableCallFragment, form: FormData) => {
    const amounts = { requested: moneyOf(form, 'requested'), coFinancing: moneyOf(form, 'coFinancing') };
    if (!(await send({ ideaId: idea.id, callId, ...amounts, deadline: someOf(form, 'deadline') }))) return;
    toast({ text: t.started(identifier), link: { href: `/ideas/${idea.code}#applications`, name: t.seeIt } });
    onClose();
  };
  return { problems, busy, start };
}

function ChosenCall({ call, onOther }: { call: ApplicableCallFragment; onOther: () => void }) {
  const t = useWords(applicationWords);
  return (
    <div className="chosen-call">
      <p>
        <span className="soft">{t.chosen}</span>
        <br />
        <strong>{call.title}</strong>
      </p>
      <CallLine call={call} />
      <button type="button" className="quiet" onClick={onOther}>
        {t.chooseOther}
      </button>
    </div>
  );
}
