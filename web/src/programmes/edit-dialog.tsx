import { UpdateProgrammeDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { Text } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { someOf } from '../parts/form/form-text';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import { ProgrammeFields } from './programme-fields';
import { descriptionOf, formerProgramme } from './programme-input';
import type { ListedProgramme } from './programme-row';
import { programmeWords } from './words';

interface EditDialogProps {
  programme: ListedProgramme;
  onClose: () => void;
}

/** Edits a programme and its gates; the code stays for ever. */
export function EditDialog({ programme, onClose }: EditDialogProps) {
  const t = useWords(programmeWords);
  const { send, problems, busy } = useChange(UpdateProgrammeDocument);
  const { code, version } = programme;
  const undo = async () => {
    const undone = await send(formerProgramme(programme));
    toast({ text: undone ? t.undone : t.notUndone });
  };
  const save = async (form: FormData) => {
    const input = { ...descriptionOf(form), code, expectedVersion: version, reason: someOf(form, 'reason') };
    const saved = (await send(input))?.programme;
    if (!saved) return;
    toast({ text: t.saved(saved.name), undo: () => void undo() });
    onClose();
  };
  return (
    <FormDialog
      title={t.edit(programme.nameSv)}
      deed={t.deedSave}
      {...{ problems, busy, onClose }}
      onSave={form => void save(form)}
      wide
    >
      <p className="code">{code}</p>
      <ProgrammeFields programme={programme} />
      <Text name="reason" label={t.reason} hint={t.reasonHint} rows={2} maxLength={2000} />
    </FormDialog>
  );
}
