import { useEffect, useRef, useState } from 'react';
import { PlanProjectDocument } from '../../../gql/graphql';
import { useWords } from '../../../language/language';
import { Line } from '../../../parts/form/fields';
import { Form } from '../../../parts/form/form';
import { beginAtFirstField } from '../../../parts/focus/first-field';
import { MoneyField } from '../../../parts/form/money-field';
import { mayLeave } from '../../../parts/form/unsaved';
import { useChange } from '../../../parts/form/use-change';
import { toast } from '../../../parts/toasts';
import type { ShownIdea } from '../../idea-page';
import { PlanDemands } from './plan-demands';
import { draftOf, isOutside, NOTHING_WRITTEN, type Draft } from './plan-input';
import { PlanRows } from './plan-rows';
import { planWords } from './plan-words';
import { IndicatorFields, MilestoneFields, OutcomeFields, type Both } from './row-fields';

interface PlanFormProps {
  idea: ShownIdea;
  /** The texts of the plan's parts by their ids. */
  texts: ReadonlyMap<string, Both>;
  onClose: () => void;
}

/** The whole plan in one form, with what the gate demands beside it. */
export function PlanForm({ idea, texts, onClose }: PlanFormProps) {
  const t = useWords(planWords);
  const form = useRef<HTMLFormElement>(null);
  const { draft, read } = useDraft(form);
  const { problems, busy, save } = usePlan(idea.id, onClose);
  return (
    <Form ref={form} problems={problems} onSave={data => void save(data)} className="plan-form">
      <p className="soft">{t.intro}</p>
      <div className="plan" onInput={read} onChange={read}>
        <div className="plan-fields">
          <Frame project={idea.project} />
          <Lists project={idea.project} texts={texts} draft={draft} />
        </div>
        <PlanDemands idea={idea} draft={draft} />
      </div>
      <div className="form-end">
        <button type="submit" className="main-deed" aria-disabled={busy}>
          {t.save}
        </button>
        <button type="button" onClick={() => mayLeave(form.current) && onClose()}>
          {t.cancel}
        </button>
      </div>
    </Form>
  );
}

/** What is written, read anew at each change; one begins at the first field. */
export function useDraft(form: React.RefObject<HTMLFormElement | null>) {
  const [draft, setDraft] = useState<Draft>(NOTHING_WRITTEN);
  const read = () => form.current && setDraft(draftOf(new FormData(form.current)));
  useEffect(() => {
    setDraft(draftOf(new FormData(form.current!)));
    return beginAtFirstField(form.current!);
  }, [form]);
  return { draft, read };
}

function usePlan(ideaId: string, onClose: () => void) {
  const t = useWords(planWords);
  const { send, problems, busy } = useChange(PlanProjectDocument);
  const save = async (form: FormData) => {
    const { budget, ...plan } = draftOf(form);
    if (!(await send({ ...plan, ideaId, budget: budget! }))) return;
    toast({ text: t.saved });
    onClose();
  };
  return { problems, busy, save };
}

export function Frame({ project }: Pick<ShownIdea, 'project'>) {
  const t = useWords(planWords);
  return (
    <fieldset className="plan-rows">
      <legend>{t.frame}</legend>
      <div className="plan-row">
        <Line name="startsOn" type="date" label={t.startsOn} defaultValue={project?.startsOn} required />
        <Line name="endsOn" type="date" label={t.endsOn} defaultValue={project?.endsOn} required />
        <MoneyField name="budget" label={t.budget} value={project?.budget} required />
      </div>
    </fieldset>
  );
}

interface ListsProps extends Pick<ShownIdea, 'project'>, Pick<PlanFormProps, 'texts'> {
  draft: Draft;
}

export function Lists({ project, texts, draft }: ListsProps) {
  const t = useWords(planWords);
  const textOf = (part: { id: string } | undefined) => part && texts.get(part.id);
  const { milestones, outcomes, indicators } = project ?? NOTHING_PLANNED;
  return (
    <>
      <PlanRows list="milestones" legend={t.milestones} add={t.addMilestone} nameOf={t.milestone} parts={milestones}>
        {(part, way, index) => (
          <MilestoneFields
            part={part}
            way={way}
            text={textOf(part)}
            outside={isOutside(draft.milestones[index]?.dueOn, draft)}
          />
        )}
      </PlanRows>
      <PlanRows list="outcomes" legend={t.outcomes} add={t.addOutcome} nameOf={t.outcome} parts={outcomes}>
        {(part, way) => <OutcomeFields part={part} way={way} text={textOf(part)} />}
      </PlanRows>
      <PlanRows list="indicators" legend={t.indicators} add={t.addIndicator} nameOf={t.indicator} parts={indicators}>
        {(part, way) => <IndicatorFields part={part} way={way} text={textOf(part)} />}
      </PlanRows>
    </>
  );
}

const NOTHING_PLANNED = { milestones: [], outcomes: [], indicators: [] };
