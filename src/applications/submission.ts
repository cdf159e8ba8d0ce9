import { type CallClock, callStatus, entryDeadlines, hasPassed } from '../funding-calls/call-clock.js';
import type { CallStatus } from '../funding-calls/call-status.js';
import { type Instant, millisOf } from '../shared/time/instant.js';
import { fault, type Fault } from '../shared/refuse.js';
import { momentText } from '../shared/text/figures.js';
import { alikeInBoth, type Bilingual, joined } from '../shared/text/wording.js';

/** What the eligibility of a submission depends on. */
export interface SubmissionFacts {
  /** The deadline that the applicants aim at; without one, any deadline ahead will do. */
  readonly deadline?: Instant | null;
  /** When it was invited to the second stage, which it then answers. */
  readonly invitedAt?: Instant | null;
  readonly call: CallClock & { readonly identifier: string };
}

/** What is recorded of a submission. */
export interface Submission {
  readonly submittedAt?: Date | null | undefined;
  /** The funder's. */
  readonly reference?: string | null | undefined;
}

/**
 * Everything that stands in the way of handing the application in at `submittedAt`, which may lie before `at`, the
 * present, when it is recorded afterwards. Empty when the call was open then and the chosen deadline, which must be
 * one of the call's, had not passed. The first stage of two is judged by the first deadline, the second one by the
 * application's own, also when the call has closed.
 */
export function submissionFaults(application: SubmissionFacts, submittedAt: Instant, at: Instant): Fault[] {
  if (millisOf(submittedAt) > millisOf(at)) {
    return [fault('INVALID', ['submittedAt'], AHEAD)];
  }
  const { call, deadline, invitedAt } = application;
  const status = callStatus(call, submittedAt);
  if (invitedAt && status !== 'CANCELLED') return secondStageFaults({ deadline, invitedAt }, submittedAt);
  if (status === 'OPEN' && call.deadlineModel === 'TWO_STAGE')
    return entryDeadlines(call).flatMap(first => passedFaults(first, submittedAt));
  if (status === 'OPEN') return deadlineFaults(application, submittedAt);
  return [{ code: 'NOT_ELIGIBLE', message: notOpen(application.call, status) }];
}

function secondStageFaults({ deadline, invitedAt }: { deadline?: Instant | null; invitedAt: Instant }, at: Instant) {
  if (millisOf(at) < millisOf(invitedAt)) return [fault('INVALID', ['submittedAt'], beforeInvitation(invitedAt))];
  return deadline ? passedFaults(deadline, at) : [];
}

/**
 * What is wrong with the chosen deadline: it is not one that a new application to the call can answer, or has passed.
 * Empty without a choice.
 */
export function deadlineFaults({ call, deadline }: SubmissionFacts, at: Instant): Fault[] {
  if (!deadline) return [];
  if (!entryDeadlines(call).some(each => millisOf(each) === millisOf(deadline))) {
    return [fault('NOT_ELIGIBLE', ['deadline'], notAmong(call, deadline))];
  }
  return passedFaults(deadline, at);
}

function passedFaults(deadline: Instant, at: Instant): Fault[] {
  return hasPassed(deadline, at) ? [fault('NOT_ELIGIBLE', ['deadline'], passed(deadline))] : [];
}

function beforeInvitation(invitedAt: Instant): Bilingual {
  const { sv, en } = momentText(invitedAt);
  return {
    sv: `Inbjudan kom ${sv}; den fullständiga ansökan kan inte ha lämnats in tidigare.`,
    en: `The invitation came ${en}; the full application cannot have been submitted before that.`,
  };
}

function notOpen(
  { identifier, opensAt, deadlines }: SubmissionFacts['call'],
  status: Exclude<CallStatus, 'OPEN'>,
): Bilingual {
  const opens = opensAt ? momentText(opensAt) : alikeInBoth('');
  const closed = momentText(new Date(Math.max(0, ...deadlines.map(millisOf))));
  const messages: Record<typeof status, Bilingual> = {
    DRAFT: {
      sv: `Utlysningen ${identifier} är inte publicerad.`,
      en: `The call ${identifier} is not published.`,
    },
    FORTHCOMING: {
      sv: `Utlysningen ${identifier} öppnar ${opens.sv}.`,
      en: `The call ${identifier} opens ${opens.en}.`,
    },
    CLOSED: {
      sv: `Utlysningen ${identifier} stängde ${closed.sv}.`,
      en: `The call ${identifier} closed ${closed.en}.`,
    },
    CANCELLED: { sv: `Utlysningen ${identifier} är inställd.`, en: `The call ${identifier} is cancelled.` },
  };
  return messages[status];
}

const FIRST_STAGE: Bilingual = { sv: ' i första steget', en: ' of the first stage' };
export const AHEAD: Bilingual = { sv: 'Tiden ligger i framtiden.', en: 'That moment lies in the future.' };
const NONE: Bilingual = { sv: 'inga', en: 'none' };

function notAmong(call: SubmissionFacts['call'], deadline: Instant): Bilingual {
  const { identifier } = call;
  const ahead = [...entryDeadlines(call)].sort((a, b) => millisOf(a) - millisOf(b));
  const known = ahead.length > 0 ? joined(ahead.map(momentText), ', ') : NONE;
  const [chosen, stage] = [momentText(deadline), call.deadlineModel === 'TWO_STAGE' ? FIRST_STAGE : alikeInBoth('')];
  return {
    sv: `${chosen.sv} är inte en sista ansökningsdag för ${identifier}. Dess sista ansökningsdagar${stage.sv}: ${known.sv}.`,
    en: `${chosen.en} is not a deadline of ${identifier}. Its deadlines${stage.en}: ${known.en}.`,
  };
}

function passed(deadline: Instant): Bilingual {
  const chosen = momentText(deadline);
  return { sv: `Sista ansökningsdagen ${chosen.sv} har passerat.`, en: `The deadline ${chosen.en} has passed.` };
}
