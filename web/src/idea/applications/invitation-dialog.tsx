import { RecordInvitationDocument } from '../../gql/graphql';
import { dayOf } from '../../language/format';
import { useWords } from '../../language/language';
import { Line } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { someOf, textOf } from '../../parts/form/form-text';
import type { ApplicationDialogProps } from './application-deeds';
import { applicationWords } from './application-words';
import { ChangedMeanwhile } from './changed-meanwhile';
import { decidedAt } from './decision-dialog';
import { deadlineIn, SecondDeadline } from './start/draft-fields';
import { useDeed } from './use-deed';

/** Records that the funder has invited the application to the second stage, and until when. */
export function InvitationDialog(props: ApplicationDialogProps) {
  const t = useWords(applicationWords);
  const { submittedAt, reference } = props.application;
  const { opened, problems, busy, make } = useDeed(RecordInvitationDocument, t.invited, props);
  const today = dayOf(new Date());
  const save = (form: FormData) =>
    make({
      invitedAt: decidedAt(textOf(form, 'invitedAt'), submittedAt),
      deadline: deadlineIn(form) ?? null,
      reference: someOf(form, 'reference'),
    });
  return (
    <FormDialog
      title={t.inviteTitle}
      deed={t.inviteDeed}
      problems={problems}
      busy={busy}
      onSave={save}
      onClose={props.onClose}
      unmarked
    >
      <p>{t.inviteIntro}</p>
      <ChangedMeanwhile opened={opened} now={props.application} />
      <Line
        name="invitedAt"
        type="date"
        label={t.invitedOn}
        defaultValue={today}
        min={submittedAt ? dayOf(submittedAt) : undefined}
        max={today}
        required
      />
      <SecondDeadline deadline={undefined} />
      <Line name="reference" label={t.reference} defaultValue={reference ?? ''} maxLength={200} />
    </FormDialog>
  );
}
