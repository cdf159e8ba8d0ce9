import type { EnvironmentalObjective } from '../../ideas/classification.js';
import { LONGEST, localizedFaults, moneyFaults, textFaults } from '../../shared/checks.js';
import type { Localized } from '../../shared/text/localized-text.js';
import type { Amount } from '../../shared/money.js';
import { cleaned } from '../../shared/text/clean-text.js';
import { type Fault, fault, refuseAny } from '../../shared/refuse.js';
import { dayText } from '../../shared/text/figures.js';
import { swedishDay } from '../../shared/time/local-time.js';
import type { OutcomeKind } from './outcome-words.js';

/** A part of a plan: one that the plan has already, by its id, or a new one. */
export interface PlannedPart {
  id?: string | null | undefined;
}

export interface PlannedMilestone extends PlannedPart {
  title: Localized;
  dueOn: string;
}

export interface PlannedOutcome extends PlannedPart {
  kind: OutcomeKind;
  title: Localized;
  environmentalObjectives?: EnvironmentalObjective[] | null | undefined;
}

export interface PlannedIndicator extends PlannedPart {
  code: string;
  name: Localized;
  unit: string;
  baseline?: string | null | undefined;
  target: string;
}

/** What an amendment says of a part, by its id; without an id it is a new one. */
export type PartChange<P> = { [K in keyof P]?: P[K] | null | undefined } & {
  id?: string | null | undefined;
  /** True drops it, false takes it back. */
  drop?: boolean | null | undefined;
};

export interface PlannedParts {
  milestones: readonly PlannedMilestone[];
  outcomes: readonly PlannedOutcome[];
  indicators: readonly PlannedIndicator[];
}

/** What a project is planned to be. Whether that is enough is for the gate to say. */
export interface ProjectPlan extends PlannedParts {
  startsOn: string;
  endsOn: string;
  budget: Amount;
}

/** More parts than this are a slip, or an attack. */
const MOST_PARTS = 200;

/** Everything that is wrong with a plan in itself, each fault with its field. */
export function planFaults(plan: ProjectPlan): Fault[] {
  return [...ownFaults(plan), ...wholeFaults(plan), ...partFaults(plan)];
}

export function ownFaults({ startsOn, endsOn, budget }: Omit<ProjectPlan, keyof PlannedParts>): Fault[] {
  return [...(startsOn < endsOn ? [] : [fault('INVALID', ['endsOn'], ORDER)]), ...moneyFaults(['budget'], budget)];
}

/** What is wrong with the parts taken together. */
export function wholeFaults({ milestones, outcomes, indicators }: PlannedParts): Fault[] {
  return [
    ...[...tooMany('milestones', milestones), ...tooMany('outcomes', outcomes), ...tooMany('indicators', indicators)],
    ...twiceMeasured(indicators),
  ];
}

/** What is wrong with each part, by its place in its list. */
export function partFaults({ milestones, outcomes, indicators }: PlannedParts): Fault[] {
  return [
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

/** All indicators of a project stand in its plan, so it alone tells whether a code occurs twice. */
function twiceMeasured(indicators: readonly PlannedIndicator[]): Fault[] {
  const codes = new Set(indicators.map(({ code }) => cleaned(code)));
  return codes.size === indicators.length ? [] : [fault('ALREADY_EXISTS', ['indicators'], CODE_TWICE)];
}

const CODE_TWICE = { sv: 'Indikatorkoden förekommer två gånger.', en: 'The indicator code occurs twice.' };

function tooMany(field: string, parts: readonly unknown[]): Fault[] {
  if (parts.length <= MOST_PARTS) return [];
  return [fault('INVALID', [field], { sv: `Högst ${MOST_PARTS} tas emot.`, en: `At most ${MOST_PARTS} are taken.` })];
}

/** Faults of a part, with the way to the part before their own. */
export function within(place: readonly string[], faults: readonly Fault[]): Fault[] {
  return faults.map(each => ({ ...each, path: [...place, ...(each.path ?? [])] }));
}

/** What has been done was done on this Swedish day or before. */
export function dayFaults(path: readonly string[], day: string | null | undefined, at: Date): Fault[] {
  if (!day || day <= swedishDay(at)) return [];
  return [fault('INVALID', path, { sv: 'Dagen ligger i framtiden.', en: 'That day lies in the future.' })];
}

export function dayNotAhead(field: string, day: string, at: Date): void {
  refuseAny(dayFaults([field], day, at));
}

/**
 * What a project has come to it has come to since it began; where it started from is the baseline. A beginning that lies
 * ahead refuses nothing: the idea is a project already.
 */
export function beforeStartFaults(
  path: readonly string[],
  day: string,
  { startsOn }: { startsOn: string },
  at: Date,
): Fault[] {
  if (day >= startsOn || startsOn > swedishDay(at)) return [];
  const start = dayText(startsOn);
  return [
    fault('INVALID', path, {
      sv: `Dagen ligger före projektets första dag, ${start.sv}.`,
      en: `That day lies before the project's first day, ${start.en}.`,
    }),
  ];
}

export function dayNotBeforeStart(field: string, day: string, project: { startsOn: string }, at: Date): void {
  refuseAny(beforeStartFaults([field], day, project, at));
}
