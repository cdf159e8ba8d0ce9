import type {
  EnvironmentalObjective,
  IndicatorInput,
  MilestoneInput,
  MoneyInput,
  OutcomeInput,
  OutcomeKind,
  PlanProjectInput,
} from '../../../gql/graphql';
import { bothOf, moneyOf, someOf, textOf } from '../../../parts/form/form-text';
import { decimalOf } from '../decimal-field';

/** A plan as it is being written: its budget may be missing, and its texts empty. */
export interface Draft extends Omit<PlanProjectInput, 'ideaId' | 'budget' | 'milestones' | 'outcomes' | 'indicators'> {
  budget: MoneyInput | null;
  milestones: MilestoneInput[];
  outcomes: OutcomeInput[];
  indicators: IndicatorInput[];
}

export const NOTHING_WRITTEN: Draft = {
  startsOn: '',
  endsOn: '',
  budget: null,
  milestones: [],
  outcomes: [],
  indicators: [],
};

/** The rows of a list in the form, read by the field that each has. */
function rowsOf<T>(form: FormData, list: string, field: string, read: (way: string) => T): T[] {
  const rows: T[] = [];
  while (form.has(`${list}.${rows.length}.${field}`)) rows.push(read(`${list}.${rows.length}`));
  return rows;
}

/** What is written in the form. */
export function draftOf(form: FormData): Draft {
  const text = (name: string) => bothOf(form, name) ?? { sv: '', en: null };
  return {
    startsOn: textOf(form, 'startsOn'),
    endsOn: textOf(form, 'endsOn'),
    budget: moneyOf(form, 'budget'),
    milestones: rowsOf(form, 'milestones', 'dueOn', way => ({
      id: someOf(form, `${way}.id`),
      title: text(`${way}.title`),
      dueOn: textOf(form, `${way}.dueOn`),
    })),
    outcomes: rowsOf(form, 'outcomes', 'kind', way => ({
      id: someOf(form, `${way}.id`),
      kind: textOf(form, `${way}.kind`) as OutcomeKind,
      title: text(`${way}.title`),
      environmentalObjectives: form.getAll(`${way}.environmentalObjectives`) as EnvironmentalObjective[],
    })),
    indicators: rowsOf(form, 'indicators', 'code', way => ({
      id: someOf(form, `${way}.id`),
      code: textOf(form, `${way}.code`),
      name: text(`${way}.name`),
      unit: textOf(form, `${way}.unit`),
      baseline: decimalOf(form, `${way}.baseline`),
      target: decimalOf(form, `${way}.target`) ?? '',
    })),
  };
}

/** The milestones that have a day outside the project's time. */
export function isOutside(dueOn: string | undefined, { startsOn, endsOn }: Draft): boolean {
  return !!dueOn && !!startsOn && !!endsOn && (dueOn < startsOn || dueOn > endsOn);
}
