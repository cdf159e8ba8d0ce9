import {
  UpdateApplicationDocument,
  type ShownApplicationFragment,
  type UpdateApplicationInput,
} from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Line } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { moneyOf, someOf } from '../../parts/form/form-text';
import { toast } from '../../parts/toasts';
import type { ApplicationDialogProps } from './application-deeds';
import { applicationWords } from './application-words';
import { ChangedMeanwhile } from './changed-meanwhile';
import { isBeingWritten } from './possible-deeds';
import { deadlineIn, DraftFields } from './start/draft-fields';
import { useDeed } from './use-deed';

type Changes = Pick<UpdateApplicationInput, 'requested' | 'coFinancing' | 'deadline' | 'reference'>;

/** What was written; a deadline that there was no choice of stays as it is. */
function changesOf(form: FormData, { isDraft, before }: { isDraft: boolean; before: string | null }): Changes {
  const reference = someOf(form, 'reference');
  if (!isDraft) return { reference };
  const amounts = { requested: moneyOf(form, 'requested'), coFinancing: moneyOf(form, 'coFinancing') };
  const deadline = deadlineIn(form, before);
  return { ...amounts, reference, ...(deadline !== undefined && { deadline }) };
}

const amount = (money: ShownApplicationFragment['requested']) =>
  money ? { amount: money.amount, currency: money.currency } : null;

/** How the fields that were changed stood before. */
function asBefore(
  { reference, requested, coFinancing, deadline }: ShownApplicationFragment,
  changes: Changes,
): Changes {
  const before = { reference, requested: amount(requested), coFinancing: amount(coFinancing), deadline };
  return Object.fromEntries(Object.entries(before).filter(([field]) => field in changes));
}

/** Edits what is asked for; once it is handed in, only the funder's reference. */
export function EditDialog(props: ApplicationDialogProps) {
  const { application, onClose } = props;
  const t = useWords(applicationWords);
  const { opened, problems, busy, make, send } = useDeed(UpdateApplicationDocument, t.saved, props);
  const isDraft = isBeingWritten(opened);
  const undo = async (before: Changes, { id, version }: ShownApplicationFragment) =>
    toast({ text: (await send({ ...before, id, expectedVersion: version })) ? t.undone : t.notUndone });
  const save = (form: FormData) => {
    const changes = changesOf(form, { isDraft, before: opened.deadline ?? null });
    make(changes, now => void undo(asBefore(application, changes), now));
  };
  return (
    <FormDialog
      title={t.editTitle}
      deed={t.save}
      problems={problems}
      busy={busy}
      onSave={save}
      onClose={onClose}
      unmarked
    >
      <ChangedMeanwhile opened={opened} now={application} />
      {isDraft ? <DraftFields {...opened} secondStage={opened.callStage === 2} /> : <p>{t.onlyReference}</p>}
      <Line name="reference" label={t.reference} defaultValue={opened.reference ?? ''} maxLength={200} />
    </FormDialog>
  );
}
