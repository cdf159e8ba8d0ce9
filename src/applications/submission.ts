import { type CallClock, callStatus, hasPassed } from '../funding-calls/call-clock.js';
import type { CallStatus } from '../funding-calls/call-status.js';
import { type Instant, millisOf } from '../shared/time/instant.js';
import { fault, type Fault } from '../shared/refuse.js';
import { type Bilingual, momentText } from '../shared/text/wording.js';

/** What the eligibility of a submission depends on. */
export interface SubmissionFacts {
  /** The deadline that the applicants aim at; without one, any deadline ahead will do. */
  readonly deadline?: Instant | null;
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
 * one of the call's, had not passed.
 */
export function submissionFaults(application: SubmissionFacts, submittedAt: Instant, at: Instant): Fault[] {
  if (millisOf(submittedAt) > millisOf(at)) {
    return [
      fault('INVALID', ['submittedAt'], { sv: 'Tiden ligger i framtiden.', en: 'That moment lies in the future.' }),
    ];
  }
  const status = callStatus(application.call, submittedAt);
  if (status === 'OPEN') return deadlineFaults(application, submittedAt);
  return [{ code: 'NOT_ELIGIBLE', message: notOpen(application.call, status) }];
}

/** What is wrong with the chosen deadline: it is not one of the call's, or has passed. Empty without a choice. */
export function deadlineFaults({ call, deadline }: SubmissionFacts, at: Instant): Fault[] {
  if (!deadline) return [];
  if (!call.deadlines.some(each => millisOf(each) === millisOf(deadline))) {
    return [fault('NOT_ELIGIBLE', ['deadline'], notAmong(call, deadline))];
  }
  return hasPassed(deadline, at) ? [fault('NOT_ELIGIBLE', ['deadline'], passed(deadline))] : [];
}

function notOpen(
  { identifier, opensAt, deadlines }: SubmissionFacts['call'],
  status: Exclude<CallStatus, 'OPEN'>,
): Bilingual {
  const opens = opensAt ? momentText(opensAt) : '';
  const closed = momentText(new Date(Math.max(0, ...deadlines.map(millisOf))));
  const messages: Record<typeof status, Bilingual> = {
    DRAFT: {
      sv: `Utlysningen ${identifier} är inte publicerad.`,
      en: `The call ${identifier} is not published.`,
    },
    FORTHCOMING: { sv: `Utlysningen ${identifier} öppnar ${opens}.`, en: `The call ${identifier} opens ${opens}.` },
    CLOSED: { sv: `Utlysningen ${identifier} stängde ${closed}.`, en: `The call ${identifier} closed ${closed}.` },
    CANCELLED: { sv: `Utlysningen ${identifier} är inställd.`, en: `The call ${identifier} is cancelled.` },
  };
  return messages[status];
}

function notAmong({ identifier, deadlines }: SubmissionFacts['call'], deadline: Instant): Bilingual {
  const known = [...deadlines]
    .sort((a, b) => millisOf(a) - millisOf(b))
    .map(momentText)
    .join(', ');
  const chosen = momentText(deadline);
  return {
    sv: `${chosen} är inte en sista ansökningsdag för ${identifier}. Dess sista ansökningsdagar: ${known || 'inga'}.`,
    en: `${chosen} is not a deadline of ${identifier}. Its deadlines: ${known || 'none'}.`,
  };
}

function passed(deadline: Instant): Bilingual {
  const chosen = momentText(deadline);
  return { sv: `Sista ansökningsdag ${chosen} har passerat.`, en: `The deadline ${chosen} has passed.` };
}
