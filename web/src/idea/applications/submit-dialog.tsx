import { useAdmin } from '../../calls/use-admin';
import { SubmitApplicationDocument } from '../../gql/graphql';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { fromSwedish, toSwedish } from '../../language/swedish-time';
import { Line } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { someOf } from '../../parts/form/form-text';
import type { ApplicationDialogProps } from './application-deeds';
import { applicationWords } from './application-words';
import { ChangedMeanwhile } from './changed-meanwhile';
import { useDeed } from './use-deed';

/** Records that an application was handed in; says what that is tested against, and what it leaves fixed. */
export function SubmitDialog(props: ApplicationDialogProps) {
  const t = useWords(applicationWords);
  const format = useFormat();
  const admin = useAdmin();
  const { reference, deadline, callStage } = props.application;
  const { opened, problems, busy, make } = useDeed(SubmitApplicationDocument, t.submitted, props);
  const save = (form: FormData) => {
    const at = someOf(form, 'submittedAt');
    make({ reference: someOf(form, 'reference'), submittedAt: at && fromSwedish(at) });
  };
  return (
    <FormDialog
      title={t.submitTitle}
      deed={t.submitTitle}
      problems={problems}
      busy={busy}
      onSave={save}
      onClose={props.onClose}
      unmarked
    >
      <p>{t.submitIntro}</p>
      <p>
        {callStage === 2
          ? deadline && t.submitCheckedSecond(format.moment(deadline))
          : deadline
            ? t.submitChecked(format.moment(deadline))
            : t.submitCheckedOpen}{' '}
        {t.submitAfter}
      </p>
      <ChangedMeanwhile opened={opened} now={props.application} />
      <Line name="reference" label={t.reference} defaultValue={reference ?? ''} maxLength={200} />
      {admin && (
        <Line
          name="submittedAt"
          type="datetime-local"
          label={t.submittedAt}
          hint={t.submittedAtHint}
          max={toSwedish(Date.now())}
        />
      )}
    </FormDialog>
  );
}
