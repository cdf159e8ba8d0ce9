import { callStatus, nextDeadline } from '../../../src/funding-calls/call-clock.js';
import type { CallStatus } from '../../../src/funding-calls/call-status.js';
import type { ApplicationRow, FundingCallRow, IdeaRow } from '../service/stored-rows.js';
import type { Asking } from './asking.js';

/** What the rules of a call's clock are asked about. */
export function clockOf(call: FundingCallRow) {
  const { published_at, cancelled_at, opens_at, deadlines, deadline_model } = call;
  return {
    publishedAt: published_at,
    cancelledAt: cancelled_at,
    opensAt: opens_at,
    deadlines,
    deadlineModel: deadline_model,
  };
}

export function statusOfCall({ now }: Asking, call: FundingCallRow): CallStatus {
  return callStatus(clockOf(call), now);
}

export function nextDeadlineOfCall({ now }: Asking, call: FundingCallRow): string | null {
  return nextDeadline(clockOf(call), now)?.toISOString() ?? null;
}

/**
 * The first deadline ahead that an application being written aims at: its own or its call's next, in the first stage of
 * two the first at the latest. Calls not published or cancelled have none.
 */
export function nextDeadlineOfIdea(asking: Asking, { id }: IdeaRow): string | null {
  const { rows, eyes, now } = asking;
  const drafts = rows.application.filter(
    ({ idea_id, status }) => idea_id === id && (status === 'DRAFT' || status === 'INVITED'),
  );
  const aims = drafts.flatMap(draft => {
    const call = eyes.callOf(draft);
    if (call.published_at === null || call.cancelled_at !== null) return [];
    const aim = aimOf(asking, draft, call);
    return aim !== null && new Date(aim) >= now ? [new Date(aim).toISOString()] : [];
  });
  return aims.sort()[0] ?? null;
}

/** The deadline that an application being written aims at. */
export function aimOf(asking: Asking, { status, deadline }: ApplicationRow, call: FundingCallRow): string | null {
  if (status === 'INVITED') return deadline;
  if (call.deadline_model !== 'TWO_STAGE') return deadline ?? nextDeadlineOfCall(asking, call);
  const all = [...call.deadlines, ...(deadline === null ? [] : [deadline])];
  return all.length === 0 ? null : new Date(Math.min(...all.map(each => new Date(each).getTime()))).toISOString();
}
