import { sameAreas } from '../../focus-areas/same-areas.js';
import { differing } from '../../shared/changes.js';
import { fits } from '../description/call-deadlines.js';
import type { CallDescription } from '../description/call-description.js';
import type { FundingCall } from '../funding-call.js';
import type { CallStatement, SourceChanges } from './call-statement.js';
import { takenOver } from './take-over.js';

/** What makes a new call of what a source says. */
export function firstSaid(statement: CallStatement): SourceChanges & { readonly description: CallDescription } {
  const { description, assumed } = takenOver({ description: {}, assumed: new Set() }, statement);
  const { source, focusAreas } = statement;
  return { source, focusAreas, description: description as CallDescription, assumed: [...assumed].sort() };
}

/**
 * What a later import changes in a call: what the source says otherwise than the call does, except in fields that a
 * person has edited since. What the source leaves out, or what is only assumed, replaces nothing that was said.
 */
export function changesBy(statement: CallStatement, call: FundingCall): SourceChanges {
  const before = call.description();
  const kept = new Set(call.fieldsOfPeople());
  const description = withoutKept(statement.description, kept, before);
  const known = { description: before, assumed: new Set(call.assumedFields) };
  const after = takenOver(known, { ...statement, description });
  const isAwaited = call.assumedFields.includes('publishedAt');
  const { source, focusAreas } = statement;
  const areasStay =
    kept.has('focusAreas') || focusAreas.length === 0 || sameAreas(call.focusAreas.getItems(), focusAreas);
  return {
    source,
    description: differing(before, after.description),
    focusAreas: areasStay ? undefined : focusAreas,
    assumed: [...after.assumed, ...(isAwaited ? ['publishedAt'] : [])].sort(),
  };
}

/** A person's deadlines and model belong together: what doesn't go with them is left out too. */
function withoutKept(
  said: Partial<CallDescription>,
  kept: ReadonlySet<string>,
  { deadlineModel, deadlines }: CallDescription,
): Partial<CallDescription> {
  const left = new Set(kept);
  if (kept.has('deadlines') && said.deadlineModel && !fits(said.deadlineModel, deadlines?.length ?? 0))
    left.add('deadlineModel');
  if (kept.has('deadlineModel') && deadlineModel === 'CONTINUOUS') left.add('deadlines');
  return Object.fromEntries(Object.entries(said).filter(([field]) => !left.has(field)));
}
