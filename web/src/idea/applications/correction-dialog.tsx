import { useState } from 'react';
import { CorrectDecisionDocument } from '../../gql/graphql';
import { dayOf } from '../../language/format';
import { useWords } from '../../language/language';
import { Line, Text } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { moneyOf, textOf } from '../../parts/form/form-text';
import { MoneyField } from '../../parts/form/money-field';
import type { ApplicationDialogProps } from './application-deeds';
import { applicationWords } from './application-words';
import { ChangedMeanwhile } from './changed-meanwhile';
import { decidedAt, GrantedOrNot } from './decision-dialog';
import { useDeed } from './use-deed';

/** Corrects a decision that was recorded, with the reason. */
export function CorrectionDialog(props: ApplicationDialogProps) {
  const t = useWords(applicationWords);
  const { status, granted: sum, requested, submittedAt, decidedAt: before } = props.application;
  const [granted, setGranted] = useState(status === 'GRANTED');
  const { opened, problems, busy, make } = useDeed(CorrectDecisionDocument, t.corrected, props);
  const dayBefore = before ? dayOf(before) : undefined;
  const save = (form: FormData) => {
    const day = textOf(form, 'decidedAt');
    make({
      granted,
      amount: granted ? moneyOf(form, 'amount') : null,
      decidedAt: day === dayBefore ? null : decidedAt(day, submittedAt),
      reason: textOf(form, 'reason'),
    });
  };
  return (
    <FormDialog
      title={t.correctTitle}
      deed={t.correctTitle}
      problems={problems}
      busy={busy}
      onSave={save}
      onClose={props.onClose}
    >
      <p>{t.correctIntro}</p>
      <ChangedMeanwhile opened={opened} now={props.application} />
      <GrantedOrNot granted={granted} onChoose={setGranted} />
      {granted && <MoneyField name="amount" label={t.granted} value={sum ?? requested} required />}
      <Line
        name="decidedAt"
        type="date"
        label={t.decidedOn}
        defaultValue={dayBefore}
        min={submittedAt ? dayOf(submittedAt) : undefined}
        max={dayOf(new Date())}
        required
      />
      <Text name="reason" label={t.reason} hint={t.reasonHint} maxLength={2_000} required />
    </FormDialog>
  );
}
