import { callStatus, nextDeadline } from '../../../src/funding-calls/call-clock.js';
import type { CallStatus } from '../../../src/funding-calls/call-status.js';
import type { FundingCallRow, IdeaRow } from '../service/stored-rows.js';
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

/** The first deadline ahead that a draft aims at, its own or its call's next; calls not published or cancelled have none. */
export function nextDeadlineOfIdea(asking: Asking, { id }: IdeaRow): string | null {
  const { rows, eyes, now } = asking;
  const drafts = rows.application.filter(({ idea_id, status }) => idea_id === id && status === 'DRAFT');
  const aims = drafts.flatMap(draft => {
    const call = eyes.callOf(draft);
    if (call.published_at === null || call.cancelled_at !== null) return [];
    const aim = draft.deadline ?? nextDeadlineOfCall(asking, call);
    return aim !== null && new Date(aim) >= now ? [new Date(aim).toISOString()] : [];
  });
  return aims.sort()[0] ?? null;
}
