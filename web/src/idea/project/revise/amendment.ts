import type { LocalizedTextInput, MilestoneInput, ReviseProjectInput } from '../../../gql/graphql';
import { someOf, textOf } from '../../../parts/form/form-text';
import { draftOf } from '../plan/plan-input';
import type { Both } from '../plan/row-fields';
import type { ShownProject } from '../project-part';

type Texts = ReadonlyMap<string, Both>;
type Id = MilestoneInput['id'];

/** The project with what is still planned of it. */
export function plannedParts(project: ShownProject): ShownProject {
  const planned = <T extends { droppedAt?: string | null }>(parts: readonly T[]) =>
    parts.filter(({ droppedAt }) => !droppedAt);
  const { milestones, outcomes, indicators } = project;
  return { ...project, milestones: planned(milestones), outcomes: planned(outcomes), indicators: planned(indicators) };
}

/** What the form says, as the service takes it: what has been taken away is dropped, what says the same is left out. */
export function amendmentOf(form: FormData, project: ShownProject, texts: Texts): ReviseProjectInput {
  const { startsOn, endsOn, budget, ...draft } = draftOf(form);
  const { milestones, outcomes, indicators } = plannedParts(project);
  const due = new Map(milestones.map(({ id, dueOn }) => [id, dueOn]));
  return {
    ...{ id: project.id, expectedVersion: project.version },
    ...{ reason: textOf(form, 'reason'), reference: someOf(form, 'reference'), decidedOn: someOf(form, 'decidedOn') },
    ...{ startsOn, endsOn, budget, waiveDuration: form.has('waiveDuration') },
    milestones: [
      ...draft.milestones.map(({ title, dueOn, ...part }) => ({
        ...part,
        ...changedText(part.id, 'title', title, texts),
        ...(due.get(String(part.id)) !== dueOn && { dueOn }),
      })),
      ...left(milestones, draft.milestones),
    ],
    outcomes: [
      ...draft.outcomes.map(({ title, ...part }) => ({ ...part, ...changedText(part.id, 'title', title, texts) })),
      ...left(outcomes, draft.outcomes),
    ],
    indicators: [
      ...draft.indicators.map(({ name, ...part }) => ({ ...part, ...changedText(part.id, 'name', name, texts) })),
      ...left(indicators, draft.indicators),
    ],
  };
}

/** A text in both languages, where it says something else than it did. */
function changedText(id: Id, field: 'title' | 'name', text: LocalizedTextInput, texts: Texts) {
  const before = texts.get(String(id));
  return before?.sv === text.sv && before.en === (text.en ?? '') ? {} : { [field]: text };
}

/** The parts that the form has no longer. */
function left(parts: readonly { id: string }[], written: readonly { id?: Id }[]) {
  const kept = new Set<Id>(written.map(({ id }) => id));
  return parts.filter(({ id }) => !kept.has(id)).map(({ id }) => ({ id, drop: true }));
}
