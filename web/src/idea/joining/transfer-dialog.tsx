import { TransferIdeaDocument } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Text } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { textOf } from '../../parts/form/form-text';
import { useChange } from '../../parts/form/use-change';
import { toast } from '../../parts/toasts';
import { PartnerBox } from '../consortium/partner-box';
import type { ShownIdea } from '../idea-page';
import { joiningWords } from './words';

/** Gives an idea another owner, after saying what that means for the one it has. */
export function TransferDialog({ idea, onClose }: { idea: ShownIdea; onClose: () => void }) {
  const t = useWords(joiningWords);
  const { send, problems, busy } = useChange(TransferIdeaDocument);
  const save = async (form: FormData) => {
    const input = { id: idea.id, ownerId: textOf(form, 'ownerId'), reason: textOf(form, 'reason') };
    if (!(await send({ ...input, expectedVersion: idea.version }))) return;
    toast({ text: t.transferred });
    onClose();
  };
  return (
    <FormDialog
      title={t.transferTitle}
      deed={t.transferDo}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
    >
      <p>{t.transferMeans(idea.owner.name)}</p>
      <PartnerBox name="ownerId" label={t.newOwner} hint={t.partnerHint} without={[idea.owner.id]} />
      <Text name="reason" label={t.why} rows={3} maxLength={2_000} required />
    </FormDialog>
  );
}
