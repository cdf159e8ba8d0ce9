import { useState } from 'react';
import { UpdateOutcomeDocument, type OutcomeStatus } from '../../../gql/graphql';
import { OUTCOME_STATUS } from '../../../language/domain-words';
import { dayOf } from '../../../language/format';
import { useSay, useWords } from '../../../language/language';
import { Line, Select } from '../../../parts/form/fields';
import { FormDialog } from '../../../parts/form/form-dialog';
import { someOf } from '../../../parts/form/form-text';
import { useChange } from '../../../parts/form/use-change';
import { toast } from '../../../parts/toasts';
import { projectWords } from '../project-words';
import type { ShownOutcome } from './outcomes';

interface OutcomeDialogProps {
  outcome: ShownOutcome;
  onClose: () => void;
}

/** Says how far an outcome has come; delivered means on a day. */
export function OutcomeDialog({ outcome, onClose }: OutcomeDialogProps) {
  const t = useWords(projectWords);
  const say = useSay();
  const [status, setStatus] = useState(outcome.status);
  const { problems, busy, save } = useSave(outcome, onClose);
  const today = dayOf(new Date());
  return (
    <FormDialog
      title={t.outcomeTitle}
      deed={t.save}
      problems={problems}
      busy={busy}
      onSave={form => void save(status, someOf(form, 'deliveredOn'))}
      onClose={onClose}
      unmarked
    >
      <p>
        <strong>{outcome.title}</strong>
      </p>
      <Select
        name="status"
        label={t.status}
        choices={Object.keys(OUTCOME_STATUS).map(code => [code, say(OUTCOME_STATUS, code)] as const)}
        defaultValue={outcome.status}
        onChange={code => setStatus(code as OutcomeStatus)}
      />
      {status === 'DELIVERED' && (
        <Line
          name="deliveredOn"
          type="date"
          label={t.deliveredOn}
          defaultValue={outcome.deliveredOn ?? today}
          max={today}
          required
        />
      )}
    </FormDialog>
  );
}

/** Saves, and offers the way back to how it was. */
function useSave({ id, title, status: before, deliveredOn: dayBefore }: ShownOutcome, onClose: () => void) {
  const t = useWords(projectWords);
  const say = useSay();
  const { send, problems, busy } = useChange(UpdateOutcomeDocument);
  const undo = async () => {
    const back = await send({ id, status: before, deliveredOn: dayBefore });
    toast({ text: back ? t.undone : t.notUndone });
  };
  const save = async (status: OutcomeStatus, deliveredOn: string | null) => {
    if (!(await send({ id, status, deliveredOn }))) return;
    toast({ text: t.outcomeChanged(title, say(OUTCOME_STATUS, status)), undo: () => void undo() });
    onClose();
  };
  return { problems, busy, save };
}
