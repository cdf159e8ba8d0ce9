import { nextDeadline } from '../../funding-calls/call-clock.js';
import { fault, type Fault, refuseAny } from '../../shared/refuse.js';
import { now } from '../../shared/time/clock.js';
import { type Instant, millisOf } from '../../shared/time/instant.js';
import type { Bilingual } from '../../shared/text/wording.js';
import { referenceFaults } from '../application-faults.js';
import { AHEAD, type SubmissionFacts } from '../submission.js';

/** What an application is once it is invited, or a refusal. */
export function invited(application: SubmissionFacts & { submittedAt?: Date | null }, given: Invitation) {
  const invitedAt = given.invitedAt ?? now();
  refuseAny([
    ...invitationFaults(application, { invitedAt, deadline: given.deadline }, now()),
    ...referenceFaults(given.reference),
  ]);
  const deadline = given.deadline ?? secondDeadline(application, invitedAt);
  return { invitedAt, deadline, ...(given.reference && { reference: given.reference }) };
}

/** The deadline of the second stage where the invitation names none: the call's next one, after that of the first. */
function secondDeadline({ call, deadline }: SubmissionFacts, at: Instant): Date | null {
  const answered = deadline ? millisOf(deadline) : Math.min(...call.deadlines.map(millisOf));
  return nextDeadline({ ...call, deadlines: call.deadlines.filter(each => millisOf(each) > answered) }, at);
}

/** What is recorded of an invitation to the second stage. */
export interface Invitation {
  readonly invitedAt?: Date | null | undefined;
  readonly deadline?: Date | null | undefined;
  readonly reference?: string | null | undefined;
}

/** Everything that is wrong with an invitation: its call has no second stage, or its moments are out of order. */
function invitationFaults(
  { call, submittedAt }: SubmissionFacts & { submittedAt?: Date | null },
  { invitedAt, deadline }: { invitedAt: Date; deadline: Date | null | undefined },
  at: Instant,
): Fault[] {
  if (call.deadlineModel !== 'TWO_STAGE') return [fault('NOT_ELIGIBLE', [], oneStage(call.identifier))];
  if (millisOf(invitedAt) > millisOf(at)) return [fault('INVALID', ['invitedAt'], AHEAD)];
  if (submittedAt && millisOf(invitedAt) < millisOf(submittedAt))
    return [fault('INVALID', ['invitedAt'], BEFORE_SUBMISSION)];
  return secondDeadlineFaults(deadline, invitedAt);
}

/** The second stage ends after it has begun. */
export function secondDeadlineFaults(
  deadline: Instant | null | undefined,
  invitedAt: Instant | null | undefined,
): Fault[] {
  if (!deadline || !invitedAt || millisOf(deadline) > millisOf(invitedAt)) return [];
  return [fault('INVALID', ['deadline'], DEADLINE_BEHIND)];
}

const BEFORE_SUBMISSION: Bilingual = {
  sv: 'Inbjudan ligger före inlämningen.',
  en: 'The invitation lies before the submission.',
};
const DEADLINE_BEHIND: Bilingual = {
  sv: 'Sista ansökningsdagen i steg två ska ligga efter inbjudan.',
  en: 'The deadline of the second stage must lie after the invitation.',
};

function oneStage(identifier: string): Bilingual {
  return {
    sv: `Utlysningen ${identifier} har inte två steg, så ingen bjuds in till det andra.`,
    en: `The call ${identifier} does not have two stages, so nobody is invited to the second.`,
  };
}
