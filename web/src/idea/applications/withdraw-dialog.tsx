import { WithdrawApplicationDocument } from '../../gql/graphql';
import { useWords } from '../../language/language';
import { Text } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { textOf } from '../../parts/form/form-text';
import type { ApplicationDialogProps } from './application-deeds';
import { applicationWords } from './application-words';
import { ChangedMeanwhile } from './changed-meanwhile';
import { useDeed } from './use-deed';

const LONGEST_REASON = 2_000;

/** Takes an application back, with the reason. */
export function WithdrawDialog(props: ApplicationDialogProps) {
  const t = useWords(applicationWords);
  const { opened, problems, busy, make } = useDeed(WithdrawApplicationDocument, t.withdrawn, props);
  return (
    <FormDialog
      title={t.withdrawTitle}
      deed={t.withdrawTitle}
      problems={problems}
      busy={busy}
      onSave={form => make({ reason: textOf(form, 'reason') })}
      onClose={props.onClose}
    >
      <p>{t.withdrawIntro}</p>
      <ChangedMeanwhile opened={opened} now={props.application} />
      <Text name="reason" label={t.reason} hint={t.reasonHint} maxLength={LONGEST_REASON} required />
    </FormDialog>
  );
}
