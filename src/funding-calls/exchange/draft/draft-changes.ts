import { differing } from '../../../shared/changes.js';
import { LocalizedText } from '../../../shared/text/localized-text.js';
import { Money } from '../../../shared/money.js';
import type { FocusArea } from '../../../focus-areas/focus-area.js';
import { sameAreas } from '../../../focus-areas/same-areas.js';
import { type CallDescription, DESCRIBING } from '../../call-description.js';
import type { FundingCall } from '../../funding-call.js';
import type { CallDraft } from './call-draft.js';
import { fits } from './deadline-words.js';
import { type Statement, takenOver } from './take-over.js';

/** A draft as the description of a new call, and the parts of it that are only assumed. */
export function descriptionOf(draft: CallDraft): { description: CallDescription; assumed: readonly string[] } {
  const { description, assumed } = takenOver({ description: {}, assumed: new Set() }, statementOf(draft));
  return { description: description as CallDescription, assumed: [...assumed].sort() };
}

function statementOf(draft: CallDraft): Statement {
  const { title, summary, budget, grantMin, grantMax } = draft;
  const description = {
    ...draft,
    title: LocalizedText.of(title),
    summary: summary && LocalizedText.of(summary),
    budget: budget && Money.of(budget),
    grantMin: grantMin && Money.of(grantMin),
    grantMax: grantMax && Money.of(grantMax),
  };
  const { zone = 'UTC', closingDateOnly = false } = draft;
  return { description, assumed: new Set(draft.assumed), zone, closingDateOnly };
}

/** What a draft changes in a call that is known. */
export interface DraftChanges {
  readonly changes: Partial<CallDescription>;
  readonly focusAreas: readonly FocusArea[] | undefined;
  /** The parts that are only assumed from then on. */
  readonly assumed: readonly string[];
}

/**
 * What a later import changes in a call: what the source says otherwise than the call does, except in fields that a
 * person has edited since. What the source leaves out, or what is only assumed, replaces nothing that was said.
 */
export function changesFrom(call: FundingCall, draft: CallDraft, areas: readonly FocusArea[]): DraftChanges {
  const before = call.description();
  const edited = new Set(call.source ? call.editedFields : filledFields(call));
  const statement = statementOf(draft);
  const description = withoutEdited(statement.description, edited, before);
  const known = { description: before, assumed: new Set(call.assumedFields) };
  const after = takenOver(known, { ...statement, description });
  const isAwaited = call.assumedFields.includes('publishedAt');
  const areasStay = edited.has('focusAreas') || areas.length === 0 || sameAreas(call.focusAreas.getItems(), areas);
  return {
    changes: differing(before, after.description),
    focusAreas: areasStay ? undefined : areas,
    assumed: [...after.assumed, ...(isAwaited ? ['publishedAt'] : [])].sort(),
  };
}

/** A person's deadlines and model belong together: what doesn't go with them is left out too. */
function withoutEdited(
  said: Partial<CallDescription>,
  edited: ReadonlySet<string>,
  { deadlineModel, deadlines }: CallDescription,
): Partial<CallDescription> {
  const left = new Set(edited);
  if (edited.has('deadlines') && said.deadlineModel && !fits(said.deadlineModel, deadlines?.length ?? 0))
    left.add('deadlineModel');
  if (edited.has('deadlineModel') && deadlineModel === 'CONTINUOUS') left.add('deadlines');
  return Object.fromEntries(Object.entries(said).filter(([field]) => !left.has(field)));
}

/** The fields of a call that hold something. */
export function filledFields(call: FundingCall): string[] {
  const present = { ...call.description(), focusAreas: call.focusAreas.getItems() } as unknown as Record<
    string,
    unknown
  >;
  const isFilled = (value: unknown) => value != null && !(Array.isArray(value) && value.length === 0);
  return [...DESCRIBING, 'focusAreas'].filter(field => isFilled(present[field])).sort();
}
