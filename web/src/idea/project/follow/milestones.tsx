import { useState } from 'react';
import { CompleteMilestoneDocument } from '../../../gql/graphql';
import { useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { FormDialog } from '../../../parts/form/form-dialog';
import { Line } from '../../../parts/form/fields';
import { textOf } from '../../../parts/form/form-text';
import { useChange } from '../../../parts/form/use-change';
import { ForGood } from '../../../parts/for-good';
import { Icon } from '../../../parts/icon';
import { toast } from '../../../parts/toasts';
import type { MayFollow, ShownProject } from '../project-part';
import { projectWords } from '../project-words';
import { AmendDialog, type SmallAmendment } from './amend-dialog';
import { Dropped } from './dropped';
import { daysSoFar, type Span } from './time';

type Milestone = ShownProject['milestones'][number];

interface MilestonesProps {
  project: ShownProject;
  may: MayFollow;
}

/** The milestones by due day, under the numbers that they have in the timeline; those that were dropped come last. */
export function Milestones({ project, may }: MilestonesProps) {
  const t = useWords(projectWords);
  const { milestones } = project;
  const planned = milestones.filter(({ droppedAt }) => !droppedAt);
  const [completing, setCompleting] = useState<Milestone>();
  const [amending, setAmending] = useState<SmallAmendment>();
  const reopen = ({ id, title }: Milestone): SmallAmendment => ({
    ...{ name: title, title: t.reopenTitle, told: t.reopened(title) },
    change: { milestones: [{ id, completedOn: null }] },
  });
  return (
    <>
      <h3 id="milestones">{t.milestones}</h3>
      {milestones.length === 0 && <p className="soft">{t.noMilestones}</p>}
      <ol className="rows" aria-labelledby="milestones">
        {planned.map((milestone, index) => (
          <MilestoneRow
            key={milestone.id}
            number={index + 1}
            milestone={milestone}
            onComplete={may.follow ? () => setCompleting(milestone) : undefined}
            onReopen={may.revise ? () => setAmending(reopen(milestone)) : undefined}
          />
        ))}
        <Dropped list="milestones" parts={milestones} onTakeBack={may.revise ? setAmending : undefined} />
      </ol>
      {amending && <AmendDialog project={project} amendment={amending} onClose={() => setAmending(undefined)} />}
      {completing && <CompleteDialog milestone={completing} span={project} onClose={() => setCompleting(undefined)} />}
    </>
  );
}

interface MilestoneRowProps {
  number: number;
  milestone: Milestone;
  onComplete: (() => void) | undefined;
  onReopen: (() => void) | undefined;
}

function MilestoneRow({ number, milestone, onComplete, onReopen }: MilestoneRowProps) {
  const t = useWords(projectWords);
  const format = useFormat();
  const { title, dueOn, firstDueOn, slipDays, completedOn, overdue } = milestone;
  const told = completedOn
    ? t.done(format.shortDate(completedOn))
    : (overdue ? t.overdue : t.due)(format.shortDate(dueOn));
  const slip = slipDays !== 0 && (slipDays > 0 ? t.later : t.earlier)(Math.abs(slipDays), format.shortDate(firstDueOn));
  return (
    <li className={`followed ${completedOn ? 'done' : overdue ? 'overdue' : ''}`}>
      <span className="number" aria-hidden="true">
        {number}
      </span>
      <div>
        {title}
        <p className="soft">
          {completedOn && <Icon name="check" />}
          {overdue && <Icon name="alert" />} {told}
        </p>
        {slip && <p className="soft slip">{slip}</p>}
      </div>
      {!completedOn && onComplete && (
        <button type="button" className="small" onClick={onComplete}>
          {t.complete}
          <span className="unseen"> {title}</span>
        </button>
      )}
      {completedOn && onReopen && (
        <button type="button" className="small quiet" onClick={onReopen}>
          {t.reopen}
          <span className="unseen"> {title}</span>
        </button>
      )}
    </li>
  );
}

interface CompleteDialogProps {
  milestone: Milestone;
  span: Span;
  onClose: () => void;
}

function CompleteDialog({ milestone: { id, title }, span, onClose }: CompleteDialogProps) {
  const t = useWords(projectWords);
  const { send, problems, busy } = useChange(CompleteMilestoneDocument);
  const save = async (form: FormData) => {
    if (!(await send({ id, completedOn: textOf(form, 'completedOn') }))) return;
    toast({ text: t.completed(title) });
    onClose();
  };
  return (
    <FormDialog
      title={t.completeTitle}
      deed={t.completeDeed}
      problems={problems}
      busy={busy}
      onSave={form => void save(form)}
      onClose={onClose}
      unmarked
    >
      <p>
        <strong>{title}</strong>
      </p>
      <Line name="completedOn" type="date" label={t.completedOn} {...daysSoFar(span)} required />
      <ForGood>{t.final}</ForGood>
    </FormDialog>
  );
}
