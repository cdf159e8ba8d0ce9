import { API_WORDS } from '../../../src/funding-calls/description/call-words.js';
import { FundingCall } from '../../../src/funding-calls/funding-call.js';
import type { CallDraft } from '../../../src/funding-calls/exchange/draft/call-draft.js';
import { statementOf } from '../../../src/funding-calls/exchange/draft/draft-statement.js';
import { changesBy, firstSaid } from '../../../src/funding-calls/sources/source-changes.js';

const ZONE = 'Europe/Stockholm';
export const at = (local: string) => new Date(`${local}+01:00`);
export const deadline = (local: string, label?: string) => (label ? { at: at(local), label } : { at: at(local) });

/** A draft of a call in two stages that is told by its source in every field. */
export const draft = (changes: Partial<CallDraft> = {}): CallDraft => ({
  identifier: 'T-1',
  title: { sv: 'Titel' },
  programme: 'P',
  funder: 'F',
  deadlineModel: 'TWO_STAGE',
  deadlines: [deadline('2035-02-15T14:00')],
  zone: ZONE,
  source: { system: 'CSV', externalId: 'T-1' },
  notes: [],
  ...changes,
});

/** The call that a first import makes of a draft. */
export const imported = (changes: Partial<CallDraft> = {}) =>
  FundingCall.imported('T-1', firstSaid(statementOf(draft(changes), [])));

/** Imports such a draft once more; the fields that it changed. */
export function importing(call: FundingCall, changes: Partial<CallDraft>): string[] {
  const found = changesBy(statementOf(draft(changes), []), call);
  if (Object.keys(found.description).length === 0) call.assumedFields = [...found.assumed];
  return call.takeOver(found, API_WORDS);
}
