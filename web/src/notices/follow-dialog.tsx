import { FollowByEmailDocument } from '../gql/graphql';
import { useLocale, useWords } from '../language/language';
import { Line } from '../parts/form/fields';
import { FormDialog } from '../parts/form/form-dialog';
import { textOf } from '../parts/form/form-text';
import { useChange } from '../parts/form/use-change';
import { toast } from '../parts/toasts';
import { chosenIn, NoticeFields } from './notice-fields';
import { noticeWords } from './words';

/** Asks for mails to an address, which is then asked itself. */
export function FollowDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(noticeWords);
  const locale = useLocale();
  const { send, problems, busy } = useChange(FollowByEmailDocument);
  const save = async (form: FormData) => {
    const email = textOf(form, 'email');
    if (!(await send({ email, ...chosenIn(form) }))) return;
    toast({ text: t.asked(email) });
    onClose();
  };
  return (
    <FormDialog title={t.follow} deed={t.send} {...{ problems, busy, onClose }} onSave={form => void save(form)} wide>
      <Line name="email" type="email" label={t.email} hint={t.emailHint} maxLength={254} required />
      <NoticeFields from={{ kinds: ['AGENDA', 'NEW_CALLS'], rhythm: 'WEEKLY', locale, focusAreas: [] }} />
    </FormDialog>
  );
}
