import Big from 'big.js';
import type { EnvironmentalObjective } from '../ideas/classification.js';
import { LONGEST, localizedFaults, moneyFaults, textFaults } from '../shared/checks.js';
import { isSame } from '../shared/changes.js';
import { type Localized, LocalizedText } from '../shared/localized-text.js';
import { type Amount, Money } from '../shared/money.js';
import { type Fault, fault, refuse } from '../shared/refuse.js';
import type { OutcomeKind } from './outcome-words.js';

export interface PlannedMilestone {
  title: Localized;
  dueOn: string;
}

export interface PlannedOutcome {
  kind: OutcomeKind;
  title: Localized;
  environmentalObjectives?: EnvironmentalObjective[] | null | undefined;
}

export interface PlannedIndicator {
  code: string;
  name: Localized;
  unit: string;
  baseline?: string | null | undefined;
  target: string;
}

/** What a project is planned to be. Whether that is enough is for the gate to say. */
export interface ProjectPlan {
  startsOn: string;
  endsOn: string;
  budget: Amount;
  milestones: readonly PlannedMilestone[];
  outcomes: readonly PlannedOutcome[];
  indicators: readonly PlannedIndicator[];
}

/** More parts than this are a slip, or an attack. */
const MOST_PARTS = 200;

/** Everything that is wrong with a plan in itself, each fault with its field. */
export function planFaults({ startsOn, endsOn, budget, milestones, outcomes, indicators }: ProjectPlan): Fault[] {
  return [
    ...(startsOn < endsOn ? [] : [fault('INVALID', ['endsOn'], ORDER)]),
    ...moneyFaults(['budget'], budget),
    ...[...tooMany('milestones', milestones), ...tooMany('outcomes', outcomes), ...tooMany('indicators', indicators)],
    ...milestones.flatMap(({ title }, index) =>
      within(['milestones', String(index)], localizedFaults('title', title, LONGEST.title)),
    ),
    ...outcomes.flatMap(({ title }, index) =>
      within(['outcomes', String(index)], localizedFaults('title', title, LONGEST.title)),
    ),
    ...indicators.flatMap((indicator, index) => within(['indicators', String(index)], indicatorFaults(indicator))),
  ];
}

const ORDER = { sv: 'Sista dagen ska ligga efter första dagen.', en: 'The last day must lie after the first.' };

function indicatorFaults({ code, name, unit }: PlannedIndicator): Fault[] {
  return [
    ...textFaults(['code'], code, LONGEST.name),
    ...textFaults(['unit'], unit, LONGEST.name),
    ...localizedFaults('name', name, LONGEST.title),
  ];
}

function tooMany(field: string, parts: readonly unknown[]): Fault[] {
  if (parts.length <= MOST_PARTS) return [];
  return [fault('INVALID', [field], { sv: `Högst ${MOST_PARTS} tas emot.`, en: `At most ${MOST_PARTS} are taken.` })];
}

/** Faults of a part, with the way to the part before their own. */
function within(place: readonly string[], faults: readonly Fault[]): Fault[] {
  return faults.map(each => ({ ...each, path: [...place, ...(each.path ?? [])] }));
}

/** What has been done was done today or before, by the calendar of UTC with a day's grace for zones ahead of it. */
export function dayNotAhead(field: string, day: string, at: Date): void {
  const tomorrow = new Date(at.getTime() + 86_400_000).toISOString().slice(0, 10);
  if (day <= tomorrow) return;
  refuse('INVALID', {
    path: [field],
    message: { sv: 'Dagen ligger i framtiden.', en: 'That day lies in the future.' },
  });
}

/** Whether two plans say the same, their parts in whatever order. */
export function samePlan(one: ProjectPlan, other: ProjectPlan): boolean {
  return isSame(comparable(one), comparable(other));
}

function comparable({ startsOn, endsOn, budget, ...parts }: ProjectPlan) {
  const number = (text: string | null | undefined) => (text == null ? null : Big(text).toFixed());
  const objectives = (outcome: PlannedOutcome) => [...new Set(outcome.environmentalObjectives)].sort();
  const written = (all: readonly unknown[]) => all.map(part => JSON.stringify(part)).sort();
  return {
    ...{ startsOn, endsOn, budget: Money.of(budget) },
    milestones: written(parts.milestones.map(({ title, dueOn }) => ({ title: LocalizedText.of(title), dueOn }))),
    outcomes: written(
      parts.outcomes.map(part => ({ kind: part.kind, title: LocalizedText.of(part.title), of: objectives(part) })),
    ),
    indicators: written(
      parts.indicators.map(({ code, name, unit, baseline, target }) => ({
        ...{ code: code.trim(), name: LocalizedText.of(name), unit: unit.trim() },
        ...{ baseline: number(baseline), target: number(target) },
      })),
    ),
  };
}
