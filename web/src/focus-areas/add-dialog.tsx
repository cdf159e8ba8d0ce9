import { useState } from 'react';
import { CreateFocusAreaDocument } from '../gql/graphql';
import { useWords } from '../language/language';
import { Line } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { textsOf } from '../parts/form/form-naming';
import { textOf } from '../parts/form/form-text';
import { NamingFields } from '../parts/form/naming-fields';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import { codeOf } from './area-input';
import type { AreaOfTree } from './focus-areas-page';
import { areaWords } from './words';

interface AddDialogProps {
  /** The area that the new one is a part of; null at the top. */
  parent: AreaOfTree | null;
  onClose: () => void;
}

/** Adds an area. Its code is proposed from its name, until one writes another. */
export function AddDialog({ parent, onClose }: AddDialogProps) {
  const t = useWords(areaWords);
  const { send, problems, busy } = useChange(CreateFocusAreaDocument);
  const begins = parent ? `${parent.code}.` : '';
  const [code, setCode] = useState<{ text: string; own?: true }>({ text: begins });
  const save = async (form: FormData) => {
    const input = { ...textsOf(form), code: textOf(form, 'code'), parent: parent?.code ?? null };
    const added = (await send(input))?.focusArea;
    if (!added) return;
    toast({ text: t.added(added.name) });
    onClose();
  };
  return (
    <FormDialog
      title={parent ? t.addPart(parent.nameSv) : t.add}
      deed={t.deedAdd}
      {...{ problems, busy, onClose }}
      onSave={form => void save(form)}
      wide
    >
      <NamingFields onName={name => code.own ?? setCode({ text: begins + codeOf(name) })} />
      <Line
        name="code"
        label={t.code}
        hint={t.codeHint}
        value={code.text}
        onChange={event => setCode({ text: event.target.value, own: true })}
        autoComplete="off"
        required
      />
    </FormDialog>
  );
}
