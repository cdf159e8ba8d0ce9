import { useState } from 'react';
import { CorrectMeasurementDocument } from '../../../gql/graphql';
import { useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { Text } from '../../../parts/form/fields';
import { FormDialog } from '../../../parts/form/form-dialog';
import { textOf } from '../../../parts/form/form-text';
import { useChange } from '../../../parts/form/use-change';
import { toast } from '../../../parts/toasts';
import { DecimalField, decimalOf } from '../decimal-field';
import { projectWords } from '../project-words';
import type { ShownIndicator } from './indicator-row';

export type ShownMeasurement = ShownIndicator['measurements'][number];

interface CorrectDialogProps {
  indicator: ShownIndicator;
  measurement: ShownMeasurement;
  onClose: () => void;
}

/** Says what a measurement ought to have been, or that there was none. */
export function CorrectDialog({ indicator, measurement, onClose }: CorrectDialogProps) {
  const t = useWords(projectWords);
  const format = useFormat();
  const [none, setNone] = useState(false);
  const { send, problems, busy } = useChange(CorrectMeasurementDocument);
  const { id: indicatorId, code, name, unit } = indicator;
  const { on } = measurement;
  const save = async (form: FormData) => {
    const value = none ? null : decimalOf(form, 'value');
    if (!(await send({ indicatorId, on, value, reason: textOf(form, 'reason') }))) return;
    toast({ text: t.corrected(code) });
    onClose();
  };
  return (
    <FormDialog
      title={t.correctTitle}
      deed={t.correctTitle}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
    >
      <p>
        <span className="code">{code}</span> <strong>{name}</strong>, {format.shortDate(on)}
      </p>
      {!none && <DecimalField name="value" label={t.valueIn(unit)} value={measurement.value} required />}
      <label className="check">
        <input type="checkbox" checked={none} onChange={event => setNone(event.target.checked)} />
        {t.noMeasurement}
      </label>
      <Text name="reason" label={t.reason} hint={t.reasonHint} maxLength={2_000} required />
    </FormDialog>
  );
}
