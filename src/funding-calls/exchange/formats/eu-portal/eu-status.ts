import { type ClaimedStatus, compareStatus, endsUnknown } from '../../draft/claimed-status.js';
import type { CallDraft } from '../../draft/call-draft.js';
import type { Readings } from '../../draft/readings.js';

interface PortalStatus {
  readonly word: string;
  readonly means: ClaimedStatus;
}

const FORTHCOMING: PortalStatus = { word: 'Forthcoming', means: 'FORTHCOMING' };
const OPEN: PortalStatus = { word: 'Open for submission', means: 'OPEN' };
const CLOSED: PortalStatus = { word: 'Closed', means: 'CLOSED' };

/** Where a topic is, by the portal's numbers and by the words that it shows for them. */
const STATUS: ReadonlyMap<string, PortalStatus> = new Map([
  ['31094501', FORTHCOMING],
  ['31094502', OPEN],
  ['31094503', CLOSED],
  ['forthcoming', FORTHCOMING],
  ['open', OPEN],
  ['open for submission', OPEN],
  ['closed', CLOSED],
]);

/** Compares the portal's status with the dates, in words; true when it says closed and no date says when. */
export function isClosedUndated(
  readings: Readings,
  path: readonly string[],
  given: string | undefined,
  dates: Pick<CallDraft, 'opensAt' | 'deadlines'>,
): boolean {
  if (given === undefined) return false;
  const status = STATUS.get(given.toLowerCase());
  if (endsUnknown(readings, status?.means, dates.deadlines)) return true;
  compareStatus(readings, path, { word: status?.word ?? given, means: status?.means }, dates);
  return false;
}
