import { deadlineRisk } from '../pipeline/deadline-risk.js';
import { daysBetween } from '../shared/time/clock.js';
import { daysAfter, swedishDay } from '../shared/time/local-time.js';
import type { IncompleteCall, Other, OwnLetter, PendingRequest, StalledIdea, Undecided } from './agenda-facts.js';
import { type Waiting, waiting } from './agenda-item.js';
import type { Moment } from './led-ideas.js';
import * as words from './words.js';

type When = Omit<Moment, 'passed' | 'partnerId'>;

/** What waits for the viewer beside the ideas that it leads. */
export function ofOther(other: Other, when: When): Waiting[] {
  switch (other.what) {
    case 'LETTER':
      return ownLetter(other, when);
    case 'REQUEST':
      return [joinRequest(other)];
    case 'UNDECIDED':
      return undecided(other, when);
    case 'INCOMPLETE':
      return [incomplete(other)];
    case 'STAYS':
      return [];
  }
}

/** Once it has been asked for, and when a deadline is near. */
function ownLetter(
  { id, ideaId, standing, letterOfIntent, drafts }: OwnLetter,
  { at, today, policy }: When,
): Waiting[] {
  const [draft] = drafts;
  const [dueOn, isAskedFor] = [draft ? swedishDay(draft.at) : null, letterOfIntent === 'REQUESTED'];
  if (!isAskedFor && (!dueOn || dueOn > daysAfter(today, policy.letterDays))) return [];
  return [
    waiting('LETTER_MISSING', [id], {
      ...{ dueOn, requirements: ['LETTERS_OF_INTENT'] },
      risk: draft ? deadlineRisk({ daysLeft: daysBetween(at, draft.at), unmet: 1 }) : null,
      about: { ideaId, ...(draft && { callId: draft.callId, applicationId: draft.id }) },
      wording: () => words.ownLetterText(isAskedFor, draft),
      meets: { action: 'MANAGE_OWN_MEMBERSHIP', standing },
    }),
  ];
}

function joinRequest({ id, ideaId, standing, origin, partner }: PendingRequest): Waiting {
  return waiting('JOIN_REQUEST', [id], {
    about: { ideaId, joinRequestId: id },
    wording: () => (origin === 'IDEA' ? words.INVITATION : words.requestText(partner)),
    meets: { action: origin === 'IDEA' ? 'ANSWER_INVITATION' : 'MANAGE_CONSORTIUM', standing },
  });
}

function undecided(
  { id, ideaId, callId, identifier, closedAt, standing }: Undecided,
  { today, policy }: When,
): Waiting[] {
  const dueOn = daysAfter(swedishDay(closedAt), policy.decisionDays);
  if (dueOn > today) return [];
  return [
    waiting('DECISION_TO_RECORD', [id], {
      dueOn,
      about: { ideaId, callId, applicationId: id },
      wording: () => words.decisionText(identifier, closedAt),
      meets: { action: 'RECORD_DECISION', standing },
    }),
  ];
}

function incomplete({ id, identifier }: IncompleteCall): Waiting {
  return waiting('CALL_INCOMPLETE', [id], { about: { callId: id }, wording: () => words.incompleteText(identifier) });
}

export function stalled({ ideaId, updatedAt, standing }: StalledIdea, { at }: Pick<When, 'at'>): Waiting {
  return waiting('STALLED', [ideaId], {
    about: { ideaId },
    wording: () => words.stalledText(updatedAt, daysBetween(updatedAt, at)),
    meets: { action: 'POST_STATUS_UPDATE', standing },
  });
}
