import { useRef, useState } from 'react';
import { useAdmin } from '../../../calls/use-admin';
import { ReviseProjectDocument } from '../../../gql/graphql';
import { dayOf, useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { Line, Text } from '../../../parts/form/fields';
import { Form } from '../../../parts/form/form';
import { mayLeave } from '../../../parts/form/unsaved';
import { useChange } from '../../../parts/form/use-change';
import { toast } from '../../../parts/toasts';
import { lastsWithin, type YearRange } from '../plan/duration';
import { Frame, Lists, useDraft } from '../plan/plan-form';
import type { Draft } from '../plan/plan-input';
import { planWords } from '../plan/plan-words';
import type { Both } from '../plan/row-fields';
import type { ShownProject } from '../project-part';
import { projectWords } from '../project-words';
import { amendmentOf, plannedParts } from './amendment';
import { reviseWords } from './revise-words';

interface ReviseFormProps {
  project: ShownProject;
  /** How long its programme's projects last. */
  years: YearRange;
  /** The texts of the plan's parts by their ids. */
  texts: ReadonlyMap<string, Both>;
  onClose: () => void;
}

/** One amendment in one form: why, what the funder decided, and the plan as it shall be. */
export function ReviseForm({ project, years, texts, onClose }: ReviseFormProps) {
  const t = useWords(reviseWords);
  const words = useWords(planWords);
  const form = useRef<HTMLFormElement>(null);
  // What it is amended from, whatever others do meanwhile: the service says so when they have.
  const [opened] = useState(project);
  const { draft, read } = useDraft(form);
  const { problems, busy, save } = useRevise(opened, texts, onClose);
  return (
    <Form ref={form} problems={problems} onSave={data => void save(data)} className="plan-form">
      <p className="soft">{t.intro}</p>
      <div className="plan-fields" onInput={read} onChange={read}>
        <Why />
        <Frame project={opened} />
        <Waiver draft={draft} years={years} />
        <Lists project={plannedParts(opened)} texts={texts} draft={draft} />
      </div>
      <div className="form-end">
        <button type="submit" className="main-deed" aria-disabled={busy}>
          {t.save}
        </button>
        <button type="button" onClick={() => mayLeave(form.current) && onClose()}>
          {words.cancel}
        </button>
      </div>
    </Form>
  );
}

function useRevise(project: ShownProject, texts: ReviseFormProps['texts'], onClose: () => void) {
  const t = useWords(reviseWords);
  const { send, problems, busy } = useChange(ReviseProjectDocument);
  const save = async (form: FormData) => {
    if (!(await send(amendmentOf(form, project, texts)))) return;
    toast({ text: t.saved });
    onClose();
  };
  return { problems, busy, save };
}

function Why() {
  const t = useWords(reviseWords);
  const { reason, reasonHint } = useWords(projectWords);
  return (
    <fieldset className="plan-rows">
      <legend>{t.why}</legend>
      <Text name="reason" label={reason} hint={reasonHint} maxLength={2_000} required />
      <div className="plan-row">
        <Line name="reference" label={t.reference} hint={t.referenceHint} maxLength={200} />
        <Line name="decidedOn" type="date" label={t.decidedOn} max={dayOf(new Date())} />
      </div>
    </fieldset>
  );
}

/** Said where the project would last too short or too long, which only an administrator lets pass. */
function Waiver({ draft: { startsOn, endsOn }, years }: { draft: Draft; years: YearRange }) {
  const t = useWords(reviseWords);
  const format = useFormat();
  const admin = useAdmin();
  if (!startsOn || !endsOn || lastsWithin(startsOn, endsOn, years)) return null;
  const [min, max] = [format.number(years.projectMinYears), format.number(years.projectMaxYears)];
  return (
    <div className="field-warning">
      <p>{t.tooLong(min, max)}</p>
      {admin && (
        <label className="check">
          <input type="checkbox" name="waiveDuration" />
          {t.waive}
        </label>
      )}
    </div>
  );
}
