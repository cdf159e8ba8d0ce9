import { dayOf, useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { durationWords, lengthOf } from '../plan/duration';
import type { ShownProject } from '../project-part';
import { projectWords } from '../project-words';
import { daysBetween, shareGone } from './time';
import { Figures } from '../../../parts/figures';

/** When the project runs, what it costs, and how far it has come: what is reached beside how much time has passed. */
export function Progress({ project }: { project: ShownProject }) {
  const t = useWords(projectWords);
  const { length } = useWords(durationWords);
  const format = useFormat();
  const { startsOn, endsOn } = project;
  const [milestones, outcomes] = [plannedOf(project.milestones), plannedOf(project.outcomes)];
  const late = milestones.filter(({ overdue }) => overdue).length;
  const reached = t.reached(milestones.filter(({ completedOn }) => completedOn).length, milestones.length);
  const lasts = lengthOf(startsOn, endsOn);
  const told = [
    milestones.length > 0 && [reached, late > 0 && t.late(late)].filter(Boolean).join(', '),
    outcomes.length > 0 && t.delivered(outcomes.filter(({ status }) => status === 'DELIVERED').length, outcomes.length),
    useTimeTold(project),
  ];
  const period = `${format.shortDate(startsOn)} – ${format.shortDate(endsOn)}`;
  return (
    <Figures
      figures={[
        [t.period, lasts ? `${period} (${length(lasts)})` : period],
        [t.budget, format.money(project.budget)],
        [t.firstPlan, useFirstPlan(project)],
        [t.progress, told.filter(Boolean).join(' · ')],
      ]}
    />
  );
}

const plannedOf = <T extends { droppedAt?: string | null }>(parts: readonly T[]) =>
  parts.filter(({ droppedAt }) => !droppedAt);

/** The dates and the budget that the idea became a project with, where an amendment has changed them. */
function useFirstPlan({ baseline, startsOn, endsOn, budget }: ShownProject): string | undefined {
  const format = useFormat();
  if (!baseline) return undefined;
  const isMoved = baseline.startsOn !== startsOn || baseline.endsOn !== endsOn;
  const [first, now] = [format.money(baseline.budget), format.money(budget)];
  const told = [
    isMoved && `${format.shortDate(baseline.startsOn)} – ${format.shortDate(baseline.endsOn)}`,
    first !== now && first,
  ];
  return told.filter(Boolean).join(' · ') || undefined;
}

function useTimeTold({ startsOn, endsOn }: ShownProject): string {
  const t = useWords(projectWords);
  const format = useFormat();
  const today = dayOf(new Date());
  if (today < startsOn) return t.timeAhead(daysBetween(today, startsOn));
  return today > endsOn ? t.timeOver : t.timeGone(format.percent(shareGone({ startsOn, endsOn }, today)));
}
