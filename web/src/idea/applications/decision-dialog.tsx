import { useState } from 'react';
import { RecordDecisionDocument } from '../../gql/graphql';
import { dayOf } from '../../language/format';
import { useWords } from '../../language/language';
import { fromSwedish } from '../../language/swedish-time';
import { Line, Text } from '../../parts/form/fields';
import { FormDialog } from '../../parts/form/form-dialog';
import { moneyOf, someOf, textOf } from '../../parts/form/form-text';
import { MoneyField } from '../../parts/form/money-field';
import type { ApplicationDialogProps } from './application-deeds';
import { applicationWords } from './application-words';
import { ChangedMeanwhile } from './changed-meanwhile';
import { useDeed } from './use-deed';

/** Noon of the day, Swedish time, unless that lies ahead of now or before the application was handed in. */
export function decidedAt(day: string, submittedAt: string | null | undefined): string | null {
  if (day === dayOf(new Date())) return null;
  const noon = fromSwedish(`${day}T12:00`);
  return submittedAt && dayOf(submittedAt) === day && submittedAt > noon ? submittedAt : noon;
}

/** Records what the funder decided. */
export function DecisionDialog(props: ApplicationDialogProps) {
  const t = useWords(applicationWords);
  const { requested, submittedAt } = props.application;
  const [granted, setGranted] = useState(true);
  const { opened, problems, busy, make } = useDeed(RecordDecisionDocument, t.decided, props);
  const save = (form: FormData) =>
    make({
      granted,
      amount: granted ? moneyOf(form, 'amount') : null,
      decidedAt: decidedAt(textOf(form, 'decidedAt'), submittedAt),
      reason: someOf(form, 'reason'),
    });
  const today = dayOf(new Date());
  return (
    <FormDialog
      title={t.decideTitle}
      deed={t.decideTitle}
      problems={problems}
      busy={busy}
      onSave={save}
      onClose={props.onClose}
    >
      <ChangedMeanwhile opened={opened} now={props.application} />
      <GrantedOrNot granted={granted} onChoose={setGranted} />
      {granted && <MoneyField name="amount" label={t.granted} value={requested} required />}
      <Line
        name="decidedAt"
        type="date"
        label={t.decidedOn}
        defaultValue={today}
        min={submittedAt ? dayOf(submittedAt) : undefined}
        max={today}
        required
      />
      <Text
        key={String(granted)}
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        maxLength={2_000}
        required={!granted}
      />
    </FormDialog>
  );
}

interface GrantedOrNotProps {
  granted: boolean;
  onChoose: (granted: boolean) => void;
}

/** The funder's decision, one way or the other. */
export function GrantedOrNot({ granted, onChoose }: GrantedOrNotProps) {
  const t = useWords(applicationWords);
  return (
    <fieldset className="choices">
      <legend>{t.decisionIs}</legend>
      {[true, false].map(one => (
        <label key={String(one)} className="check">
          <input type="radio" name="granted" checked={granted === one} onChange={() => onChoose(one)} />
          {one ? t.grant : t.reject}
        </label>
      ))}
    </fieldset>
  );
}
