import { UpdateNoticesDocument, type MailsFragment } from '../gql/graphql';
import { useWords } from '../language/language';
import { FormDialog } from '../parts/form/form-dialog';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import { chosenIn, NoticeFields } from './notice-fields';
import { noticeWords } from './words';

/** Changes what mails tell of, how often they come and in which language. */
export function ChangeDialog({ mails, onClose }: { mails: MailsFragment; onClose: () => void }) {
  const t = useWords(noticeWords);
  const { send, problems, busy } = useChange(UpdateNoticesDocument);
  const save = async (form: FormData) => {
    if (!(await send({ id: mails.id, ...chosenIn(form) }))) return;
    toast({ text: t.changed });
    onClose();
  };
  return (
    <FormDialog
      title={t.changeTitle}
      deed={t.save}
      {...{ problems, busy, onClose }}
      onSave={form => void save(form)}
      wide
      unmarked
    >
      <p>{mails.email}</p>
      <NoticeFields from={mails} />
    </FormDialog>
  );
}
