import { LONGEST } from '../../../shared/checks.js';
import { now } from '../../../shared/time/clock.js';
import { STATUS_NAMES } from '../../description/call-words.js';
import type { CallDraft, CallRow } from './call-draft.js';
import type { DraftRemarks } from './draft-remarks.js';

/** What a source says of where a call is in its life, in our words. */
export type ClaimedStatus = 'FORTHCOMING' | 'OPEN' | 'CLOSED';

/** Says so when the dates tell something else than the source's own status: the dates decide. */
export function compareStatus(
  remarks: DraftRemarks,
  path: readonly string[],
  claimed: { word: string; means: ClaimedStatus | undefined },
  { opensAt, deadlines }: Pick<CallDraft, 'opensAt' | 'deadlines'>,
): void {
  const last = deadlines.at(-1)?.at;
  const clock = now();
  const actual = opensAt && opensAt > clock ? 'FORTHCOMING' : last && last < clock ? 'CLOSED' : 'OPEN';
  if (claimed.means === actual) return;
  remarks.note({
    sv: `${path.join('.')} är ”${claimed.word}” i källan; datumen säger ${STATUS_NAMES[actual].sv}, och de gäller.`,
    en: `${path.join('.')} is "${claimed.word}" in the source; the dates say ${STATUS_NAMES[actual].en}, and they decide.`,
  });
}

/** Whether the source says that the call is closed, and has no date that says when. */
export function endsUnknown(
  remarks: DraftRemarks,
  claimed: ClaimedStatus | undefined,
  deadlines: readonly unknown[],
): boolean {
  return claimed === 'CLOSED' && deadlines.length === 0 && remarks.faults.length === 0;
}

/** A call that its source says is closed, without saying when: it would look open for ever. */
export function closedWithoutDate(row: number, identifier: string | undefined): CallRow {
  return {
    row,
    ...(identifier === undefined ? {} : { identifier: identifier.slice(0, LONGEST.name) }),
    skipped: {
      sv: 'Utlysningen är stängd och källan säger inte när.',
      en: 'The call is closed, and the source does not say when.',
    },
  };
}
