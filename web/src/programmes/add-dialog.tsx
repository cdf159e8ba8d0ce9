import { CreateProgrammeDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { Line } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { textOf } from '../parts/form/form-text';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import { ProgrammeFields } from './programme-fields';
import { descriptionOf } from './programme-input';
import { programmeWords } from './words';

/** Adds a programme; its gates ask what is usual, until one writes another number. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(programmeWords);
  const { send, problems, busy } = useChange(CreateProgrammeDocument);
  const save = async (form: FormData) => {
    const input = { ...descriptionOf(form), code: textOf(form, 'code'), open: form.has('open') };
    const added = (await send(input))?.programme;
    if (!added) return;
    toast({ text: t.added(added.name) });
    onClose();
  };
  return (
    <FormDialog title={t.add} deed={t.deedAdd} {...{ problems, busy, onClose }} onSave={form => void save(form)} wide>
      <Line name="code" label={t.code} hint={t.codeHint} maxLength={12} autoComplete="off" required />
      <ProgrammeFields />
      <label className="check">
        <input type="checkbox" name="open" defaultChecked />
        {t.takesIdeas}
      </label>
    </FormDialog>
  );
}
