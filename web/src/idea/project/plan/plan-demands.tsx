import { useFormat } from '../../../language/format';
import { useWords } from '../../../language/language';
import { Icon } from '../../../parts/icon';
import type { ShownIdea } from '../../idea-page';
import { coverageOf } from './coverage';
import { durationWords, lastsWithin, lengthOf, type YearRange } from './duration';
import { isOutside, type Draft } from './plan-input';
import { planWords } from './plan-words';

interface Demand {
  met: boolean;
  told: string;
}

interface PlanDemandsProps {
  idea: Pick<ShownIdea, 'applications' | 'consortium' | 'programme'>;
  draft: Draft;
}

/** What the gate to a project demands, and how far the plan as it is written meets it. */
export function PlanDemands({ idea, draft }: PlanDemandsProps) {
  const t = useWords(planWords);
  const demands: Demand[] = [
    useLasts(draft, idea.programme.gatePolicy),
    useCovered(idea, draft),
    useMilestones(draft),
    useOutcomes(draft),
    { met: idea.applications.some(({ status }) => status === 'GRANTED'), told: t.granted },
  ];
  return (
    <section className="demands" aria-labelledby="demands">
      <h3 id="demands">{t.demands}</h3>
      <ul className="requirements" aria-live="polite">
        {demands.map(({ met, told }) => (
          <li key={told} className={met ? 'met' : 'unmet'}>
            <span className="mark">
              <Icon name={met ? 'check' : 'cross'} />
              <span className="unseen">{met ? t.met : t.unmet}: </span>
            </span>
            <span>{told}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useLasts({ startsOn, endsOn }: Draft, years: YearRange): Demand {
  const t = useWords(planWords);
  const { length } = useWords(durationWords);
  const format = useFormat();
  const [min, max] = [format.number(years.projectMinYears), format.number(years.projectMaxYears)];
  const lasts = startsOn && endsOn ? lengthOf(startsOn, endsOn) : undefined;
  if (!lasts) return { met: false, told: t.lastsUnknown(min, max) };
  return { met: lastsWithin(startsOn, endsOn, years), told: t.lasts(length(lasts), min, max) };
}

function useCovered({ applications, consortium }: PlanDemandsProps['idea'], { budget }: Draft): Demand {
  const t = useWords(planWords);
  const format = useFormat();
  if (!budget) return { met: false, told: t.budgetUnknown };
  const grants = applications.flatMap(({ status, granted }) => (status === 'GRANTED' && granted ? [granted] : []));
  const { covered, gap, others } = coverageOf(budget, [...grants, ...consortium.commitments]);
  const sum = format.money(covered);
  const told = gap ? t.gap(sum, format.money(gap)) : t.covered(sum);
  return { met: !gap, told: others.length > 0 ? `${told}. ${t.othersNotCounted(format.list(others))}` : told };
}

function useMilestones(draft: Draft): Demand {
  const t = useWords(planWords);
  const dated = draft.milestones.filter(({ dueOn }) => dueOn);
  const outside = dated.filter(({ dueOn }) => isOutside(dueOn, draft)).length;
  if (dated.length === 0) return { met: false, told: t.atLeastMilestone };
  return outside > 0
    ? { met: false, told: t.someOutside(outside) }
    : { met: true, told: t.hasMilestones(dated.length) };
}

function useOutcomes({ outcomes }: Draft): Demand {
  const t = useWords(planWords);
  const named = outcomes.filter(({ title }) => title.sv).length;
  return named > 0 ? { met: true, told: t.hasOutcomes(named) } : { met: false, told: t.atLeastOutcome };
}
