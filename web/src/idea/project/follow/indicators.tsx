import { useState } from 'react';
import { RecordMeasurementDocument } from '../../../gql/graphql';
import { useWords } from '../../../language/language';
import { Line } from '../../../parts/form/fields';
import { FormDialog } from '../../../parts/form/form-dialog';
import { textOf } from '../../../parts/form/form-text';
import { useChange } from '../../../parts/form/use-change';
import { ForGood } from '../../../parts/for-good';
import { toast } from '../../../parts/toasts';
import { DecimalField, decimalOf } from '../decimal-field';
import type { MayFollow, ShownProject } from '../project-part';
import { projectWords } from '../project-words';
import { AmendDialog, type SmallAmendment } from './amend-dialog';
import { CorrectDialog, type ShownMeasurement } from './correct-dialog';
import { Dropped } from './dropped';
import { IndicatorRow, type ShownIndicator } from './indicator-row';
import { daysSoFar, type Span } from './time';

interface IndicatorsProps {
  project: ShownProject;
  may: MayFollow;
}

/** What is measured, how it has gone, and what it shall come to. */
export function Indicators({ project, may }: IndicatorsProps) {
  const t = useWords(projectWords);
  const [measuring, setMeasuring] = useState<ShownIndicator>();
  const [amending, setAmending] = useState<SmallAmendment>();
  const [correcting, setCorrecting] = useState<{ indicator: ShownIndicator; measurement: ShownMeasurement }>();
  const planned = project.indicators.filter(({ droppedAt }) => !droppedAt);
  return (
    <>
      <h3 id="indicators">{t.indicators}</h3>
      <ul className="rows" aria-labelledby="indicators">
        {planned.map(indicator => (
          <IndicatorRow
            key={indicator.id}
            indicator={indicator}
            span={project}
            onMeasure={may.follow ? () => setMeasuring(indicator) : undefined}
            onCorrect={may.revise ? measurement => setCorrecting({ indicator, measurement }) : undefined}
          />
        ))}
        <Dropped list="indicators" parts={project.indicators} onTakeBack={may.revise ? setAmending : undefined} />
      </ul>
      {amending && <AmendDialog project={project} amendment={amending} onClose={() => setAmending(undefined)} />}
      {correcting && <CorrectDialog {...correcting} onClose={() => setCorrecting(undefined)} />}
      {measuring && <MeasureDialog indicator={measuring} span={project} onClose={() => setMeasuring(undefined)} />}
    </>
  );
}

interface MeasureDialogProps {
  indicator: ShownIndicator;
  span: Span;
  onClose: () => void;
}

function MeasureDialog({ indicator, span, onClose }: MeasureDialogProps) {
  const t = useWords(projectWords);
  const { id, code, name, unit } = indicator;
  const { send, problems, busy } = useChange(RecordMeasurementDocument);
  const save = async (form: FormData) => {
    if (!(await send({ indicatorId: id, on: textOf(form, 'on'), value: decimalOf(form, 'value')! }))) return;
    toast({ text: t.measured(code) });
    onClose();
  };
  return (
    <FormDialog
      title={t.measureTitle}
      deed={t.measureTitle}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      unmarked
    >
      <p>
        <span className="code">{code}</span> <strong>{name}</strong>
      </p>
      <DecimalField name="value" label={t.valueIn(unit)} required />
      <Line name="on" type="date" label={t.day} {...daysSoFar(span)} required />
      <ForGood>{t.measureOnce}</ForGood>
    </FormDialog>
  );
}
