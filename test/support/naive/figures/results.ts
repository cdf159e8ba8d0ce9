import Big from 'big.js';
import { ApplicationStatus } from '../../../../src/applications/application-status.js';
import { isOverdue } from '../../../../src/projects/duration.js';
import { OutcomeKind, OutcomeStatus } from '../../../../src/projects/plan/outcome-words.js';
import { SHARES } from '../../../../src/projects/plan/shares.js';
import { wordsOf } from '../../../../src/shared/described-enum.js';
import { daysBetween } from '../../../../src/shared/time/clock.js';
import type { IdeaRow, IndicatorRow, MilestoneRow } from '../../service/stored-rows.js';
import type { Asking } from '../asking.js';
import { type Fields, texts } from '../fields.js';

export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The parts of the plans of these ideas. */
export function partsOf<T extends { project_id: string }>(ideas: IdeaRow[], parts: T[], { rows }: Asking): T[] {
  const projects = rows.project.filter(({ idea_id }) => ideas.some(({ id }) => id === idea_id));
  return parts.filter(({ project_id }) => projects.some(({ id }) => id === project_id));
}

const isPlanned = ({ dropped_at }: { dropped_at: string | null }) => dropped_at === null;
const DAY = 86_400_000;

export const RESULTS: Fields<IdeaRow[]> = {
  outcomes: (ideas, _, asking) => {
    const planned = partsOf(ideas, asking.rows.outcome, asking).filter(isPlanned);
    return wordsOf(OutcomeKind).flatMap(kind =>
      wordsOf(OutcomeStatus).map(status => {
        const count = planned.filter(each => each.kind === kind && each.status === status).length;
        return { kind, status, count };
      }),
    );
  },
  indicators: (ideas, _, asking) => {
    const planned = partsOf(ideas, asking.rows.indicator, asking).filter(isPlanned);
    const groups = Map.groupBy(planned, ({ code, unit }) => JSON.stringify([code, unit]));
    const swedish = new Intl.Collator('sv');
    return [...groups.values()].sort(
      ([one], [other]) => swedish.compare(one!.code, other!.code) || swedish.compare(one!.unit, other!.unit),
    );
  },
  milestones: (ideas, _, asking) => {
    const all = partsOf(ideas, asking.rows.milestone, asking);
    const planned = all.filter(isPlanned);
    const isLate = ({ due_on: dueOn, completed_on: completedOn }: MilestoneRow) =>
      isOverdue({ dueOn, completedOn }, asking.now);
    return {
      planned: planned.length,
      completed: planned.filter(({ completed_on }) => completed_on !== null).length,
      overdue: planned.filter(isLate).length,
      dropped: all.length - planned.length,
      medianSlipDays: median(
        planned.map(({ due_on, first_due_on }) => (Date.parse(due_on) - Date.parse(first_due_on ?? due_on)) / DAY),
      ),
    };
  },
  applications: (ideas, _, { rows, eyes }) => {
    const seen = rows.application.filter(
      each => ideas.some(({ id }) => id === each.idea_id) && eyes.seesApplication(each),
    );
    const decided = seen.filter(({ status }) => status === 'GRANTED' || status === 'REJECTED');
    const granted = decided.filter(({ status }) => status === 'GRANTED').length;
    return {
      byStatus: wordsOf(ApplicationStatus).map(status => {
        return { status, count: seen.filter(each => each.status === status).length };
      }),
      decided: decided.length,
      granted,
      successRate: decided.length === 0 ? null : granted / decided.length,
      medianDaysToDecision: median(
        decided.flatMap(({ submitted_at, decided_at }) =>
          submitted_at === null || decided_at === null ? [] : [daysBetween(submitted_at, decided_at)],
        ),
      ),
    };
  },
};

const sum = (values: readonly string[]) =>
  values.length === 0 ? null : values.reduce((total, value) => total.plus(value), Big(0));

const decimalsOf = (values: readonly string[]) => Math.max(...values.map(value => value.split('.')[1]?.length ?? 0));

/** Exact, with as many decimals as the most exact of them; null for shares. */
const summed = ([{ unit }]: [IndicatorRow], values: readonly string[]) =>
  new RegExp(SHARES, 'iu').test(unit) ? null : (sum(values)?.toFixed(decimalsOf(values)) ?? null);

const newestOf = ({ id }: IndicatorRow, { rows }: Asking) =>
  rows.measurement
    .filter(({ indicator_id }) => indicator_id === id)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1)?.value;

/** Alike indicators, one a project. */
type Alike = [IndicatorRow, ...IndicatorRow[]];
const first = (alike: Alike) => alike.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]!;
const newest = (alike: Alike, asking: Asking) =>
  alike.map(each => newestOf(each, asking)).filter(value => value !== undefined);

export const INDICATOR_TOTAL: Fields<Alike> = {
  code: ([{ code }]) => code,
  unit: ([{ unit }]) => unit,
  name: (alike, args, asking) => texts<IndicatorRow>('name').name!(first(alike), args, asking),
  projects: alike => alike.length,
  measured: (alike, _, asking) => newest(alike, asking).length,
  baseline: alike => {
    const known = alike.flatMap(({ baseline }) => baseline ?? []);
    return known.length < alike.length ? null : summed([alike[0]], known);
  },
  target: alike =>
    summed(
      [alike[0]],
      alike.map(({ target }) => target),
    ),
  latest: (alike, _, asking) => summed([alike[0]], newest(alike, asking)),
};
