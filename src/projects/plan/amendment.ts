import { LONGEST, nullFaults, textFaults } from '../../shared/checks.js';
import type { Amount } from '../../shared/money.js';
import { type Fault, fault } from '../../shared/refuse.js';
import { now } from '../../shared/time/clock.js';
import {
  dayFaults,
  type PartChange,
  type PlannedIndicator,
  type PlannedMilestone,
  type PlannedOutcome,
  within,
} from './project-plan.js';
import { DROPPED } from './plan-part.js';
import { idFaults } from './replanning.js';

export type MilestoneChange = PartChange<PlannedMilestone> & {
  /** Null opens it again. */
  completedOn?: string | null | undefined;
};

/** What it says of the parts of a plan, list by list. */
export interface PartChanges {
  milestones?: readonly MilestoneChange[] | null | undefined;
  outcomes?: readonly PartChange<PlannedOutcome>[] | null | undefined;
  indicators?: readonly PartChange<PlannedIndicator>[] | null | undefined;
}

/** One change of the plan of a project under way, for one reason. What is left out stays as it is. */
export interface Amendment extends PartChanges {
  reason: string;
  /** The funder's decision on it. */
  reference?: string | null | undefined;
  decidedOn?: string | null | undefined;
  startsOn?: string | null | undefined;
  endsOn?: string | null | undefined;
  budget?: Amount | null | undefined;
  /** Lets the dates last shorter or longer than the programme's projects do. */
  waiveDuration?: boolean | null | undefined;
}

/** The lists of a plan, and what a new part of each must say. */
const NEEDED = {
  milestones: ['title', 'dueOn'],
  outcomes: ['kind', 'title'],
  indicators: ['code', 'name', 'unit', 'target'],
} as const;

type ListName = keyof typeof NEEDED;
export const LISTS = Object.keys(NEEDED) as ListName[];

/** What these rules know of a part that the plan has. */
interface KnownPart {
  readonly id: string;
  readonly droppedAt?: Date | null;
  readonly completedOn?: string | null;
  readonly status?: string;
}

type Said = MilestoneChange | PartChange<PlannedOutcome> | PartChange<PlannedIndicator>;

/** Everything about an amendment that does not depend on what the plan becomes by it. */
export function amendmentFaults(known: Record<ListName, readonly KnownPart[]>, amendment: Amendment): Fault[] {
  const { reason, reference, decidedOn } = amendment;
  return [
    ...textFaults(['reason'], reason, LONGEST.reason),
    ...(reference == null ? [] : textFaults(['reference'], reference, LONGEST.name)),
    ...dayFaults(['decidedOn'], decidedOn, now()),
    ...LISTS.flatMap(list => listFaults(list, known[list], amendment[list] ?? [])),
  ];
}

function listFaults(list: ListName, known: readonly KnownPart[], changes: readonly Said[]): Fault[] {
  const parts = new Map(known.map(part => [part.id, part]));
  const faultsOf = (change: Said) => {
    if (change.id == null) return newFaults(list, change);
    const part = parts.get(change.id);
    return part ? changeFaults(list, part, change) : [];
  };
  return [
    ...idFaults(list, known, changes),
    ...changes.flatMap((change, index) => within([list, String(index)], faultsOf(change))),
  ];
}

function newFaults(list: ListName, change: Said): Fault[] {
  const lacks = NEEDED[list].filter(name => (change as Record<string, unknown>)[name] == null);
  const done = 'completedOn' in change && change.completedOn != null;
  return [
    ...lacks.map(name => fault('REQUIRED', [name])),
    ...(change.drop ? [fault('INVALID', ['drop'], NOTHING_TO_DROP)] : []),
    ...(done ? [fault('INVALID', ['completedOn'], COMPLETED_ELSEWHERE)] : []),
  ];
}

function changeFaults(list: ListName, part: KnownPart, { id: _, drop, ...said }: Said): Fault[] {
  const completedOn = 'completedOn' in said ? said.completedOn : undefined;
  const isDone = part.status === 'DELIVERED' || (completedOn === undefined ? part.completedOn : completedOn) != null;
  const saysMore = Object.values(said).some(value => value !== undefined);
  return [
    ...nullFaults(said as Record<string, unknown>, NEEDED[list]),
    ...(part.droppedAt && drop !== false && saysMore ? [fault('ILLEGAL_TRANSITION', [], DROPPED)] : []),
    ...(drop && isDone ? [fault('ILLEGAL_TRANSITION', ['drop'], DONE)] : []),
    ...(completedOn && !part.completedOn ? [fault('INVALID', ['completedOn'], COMPLETED_ELSEWHERE)] : []),
    ...dayFaults(['completedOn'], completedOn, now()),
  ];
}

const NOTHING_TO_DROP = {
  sv: 'Delen är ny, så det finns inget att stryka.',
  en: 'The part is new, so there is nothing to drop.',
};
const DONE = {
  sv: 'Det som är nått eller levererat stryks inte. Öppna det igen först, om det blev fel.',
  en: 'What is completed or delivered is not dropped. Open it again first, if it was a mistake.',
};
const COMPLETED_ELSEWHERE = {
  sv: 'Milstolpen är inte nådd. En ändring rättar bara dagen; att den är nådd markeras för sig.',
  en: 'The milestone is not completed. An amendment only corrects the day; completing it is a change of its own.',
};
