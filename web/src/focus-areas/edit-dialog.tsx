import { UpdateFocusAreaDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { FormDialog } from '../parts/form/form-dialog';
import { formerTexts, textsOf } from '../parts/form/form-naming';
import { NamingFields } from '../parts/form/naming-fields';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import type { AreaOfTree } from './focus-areas-page';
import { areaWords } from './words';

interface EditDialogProps {
  area: AreaOfTree;
  onClose: () => void;
}

/** Edits what an area is called and what it covers; the code stays for ever. */
export function EditDialog({ area, onClose }: EditDialogProps) {
  const t = useWords(areaWords);
  const { send, problems, busy } = useChange(UpdateFocusAreaDocument);
  const undo = async () => {
    const undone = await send({ code: area.code, ...formerTexts(area) });
    toast({ text: undone ? t.undone : t.notUndone });
  };
  const save = async (form: FormData) => {
    const saved = (await send({ code: area.code, ...textsOf(form) }))?.focusArea;
    if (!saved) return;
    toast({ text: t.saved(saved.name), undo: () => void undo() });
    onClose();
  };
  return (
    <FormDialog
      title={t.edit(area.nameSv)}
      deed={t.deedSave}
      {...{ problems, busy, onClose }}
      onSave={form => void save(form)}
      wide
    >
      <p className="code">{area.code}</p>
      <NamingFields named={area} />
    </FormDialog>
  );
}
