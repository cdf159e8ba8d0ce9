import { ReviseProjectDocument, type ReviseProjectInput } from '../../../gql/graphql';
import { useWords } from '../../../language/language';
import { Text } from '../../../parts/form/fields';
import { FormDialog } from '../../../parts/form/form-dialog';
import { textOf } from '../../../parts/form/form-text';
import { useChange } from '../../../parts/form/use-change';
import { toast } from '../../../parts/toasts';
import type { ShownProject } from '../project-part';
import { projectWords } from '../project-words';

/** An amendment of one part, to which nothing but the reason has to be said. */
export interface SmallAmendment {
  /** What the part is called. */
  name: string;
  title: string;
  told: string;
  change: Pick<ReviseProjectInput, 'milestones' | 'outcomes' | 'indicators'>;
}

interface AmendDialogProps {
  project: ShownProject;
  amendment: SmallAmendment;
  onClose: () => void;
}

/** Asks for the reason, and amends. */
export function AmendDialog({ project: { id }, amendment, onClose }: AmendDialogProps) {
  const t = useWords(projectWords);
  const { send, problems, busy } = useChange(ReviseProjectDocument);
  const { name, title, told, change } = amendment;
  const save = async (form: FormData) => {
    if (!(await send({ id, reason: textOf(form, 'reason'), ...change }))) return;
    toast({ text: told });
    onClose();
  };
  return (
    <FormDialog
      title={title}
      deed={title}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
    >
      <p>
        <strong>{name}</strong>
      </p>
      <Text name="reason" label={t.reason} hint={t.reasonHint} maxLength={2_000} required />
    </FormDialog>
  );
}
