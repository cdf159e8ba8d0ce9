import { type Instant, millisOf } from '../shared/time/instant.js';
import type { CallStatus, DeadlineModel } from './call-status.js';

/** What the clock of a funding call is read from. */
export interface CallClock {
  readonly publishedAt?: Instant | null;
  readonly cancelledAt?: Instant | null;
  readonly opensAt?: Instant | null;
  /** In any order. */
  readonly deadlines: readonly Instant[];
  readonly deadlineModel: DeadlineModel;
}

/**
 * Where the call is in its life at a moment. Time only ever moves it forward:
 * DRAFT → FORTHCOMING → OPEN → CLOSED, and CANCELLED from any of them, for good.
 * A published call that has opened, isn't CONTINUOUS and has no deadline is OPEN: its deadline is not known yet.
 * A call without `opensAt` is open from its publication.
 */
export function callStatus(call: CallClock, at: Instant): CallStatus {
  if (hasCome(call.cancelledAt, at)) return 'CANCELLED';
  if (!hasCome(call.publishedAt, at)) return 'DRAFT';
  if (call.opensAt && !hasCome(call.opensAt, at)) return 'FORTHCOMING';
  if (call.deadlineModel === 'CONTINUOUS' || call.deadlines.length === 0) return 'OPEN';
  return call.deadlines.some(deadline => !hasPassed(deadline, at)) ? 'OPEN' : 'CLOSED';
}

/** The first deadline ahead; null when all have passed, there is none, or the call is cancelled. */
export function nextDeadline(call: CallClock, at: Instant): Date | null {
  if (hasCome(call.cancelledAt, at)) return null;
  const ahead = call.deadlines.filter(deadline => !hasPassed(deadline, at)).map(millisOf);
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
}

/** Whether the call is open, or will be. */
export function isOpenOrForthcoming(call: CallClock, at: Instant): boolean {
  return ['OPEN', 'FORTHCOMING'].includes(callStatus(call, at));
}

/**
 * The deadlines that a new application can answer: of a call in two stages the first alone, since the later ones are for
 * those invited.
 */
export function entryDeadlines({ deadlines, deadlineModel }: CallClock): readonly Instant[] {
  if (deadlineModel !== 'TWO_STAGE' || deadlines.length === 0) return deadlines;
  return [new Date(Math.min(...deadlines.map(millisOf)))];
}

/** The first deadline ahead that a new application can answer; null when there is none. */
export function nextEntryDeadline(call: CallClock, at: Instant): Date | null {
  return nextDeadline({ ...call, deadlines: entryDeadlines(call) }, at);
}

/** Whether an application can be begun: the call is open or will be, and its first stage has not closed. */
export function takesApplications(call: CallClock, at: Instant): boolean {
  return isOpenOrForthcoming({ ...call, deadlines: entryDeadlines(call) }, at);
}

/** A deadline passes only after its instant: what comes in at the very deadline is in time. */
export function hasPassed(deadline: Instant, at: Instant): boolean {
  return millisOf(at) > millisOf(deadline);
}

function hasCome(moment: Instant | null | undefined, at: Instant): boolean {
  return moment != null && millisOf(moment) <= millisOf(at);
}
