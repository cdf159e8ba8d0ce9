import { describedEnum } from '../shared/described-enum.js';
import { AGENDA_POLICY } from './agenda-policy.js';

const { letterDays, milestoneDays, statusDays, stalledDays, decisionDays, newCallDays, newCallScore } = AGENDA_POLICY;

export const AgendaKind = describedEnum('AgendaKind', 'What waits for somebody.', {
  CALL_DEADLINE:
    "For the idea's owner and coordinator: a deadline ahead that an application being written aims at, as in `Pipeline.deadlines`.",
  LETTER_MISSING: `Letters of intent that are not signed while an application's deadline is at most ${letterDays} days away: for owner and coordinator those of others, for a member its own, and that also whenever it has been asked for.`,
  READY_TO_ADVANCE: 'For owner and coordinator: every requirement of the gate ahead is met, and the idea is ACTIVE.',
  REQUIREMENT_UNMET:
    'For owner and coordinator: what the gate ahead of an idea with a deadline still asks, one item for all that the same action meets.',
  DECISION_TO_RECORD: `For administrators: an application that is SUBMITTED or UNDER_REVIEW ${decisionDays} days after its deadline.`,
  MILESTONE_DUE: `For owner and coordinator: a milestone of an idea in PROJECT that is due within ${milestoneDays} days.`,
  MILESTONE_OVERDUE: 'For owner and coordinator: a milestone of an idea in PROJECT whose day is over.',
  NEXT_STEP_DUE: 'For owner and coordinator: the next step that the newest status update names, if it names a day.',
  STATUS_UPDATE_DUE: `For owner and coordinator: an ACTIVE idea without a status update for ${statusDays.PROJECT} days in PROJECT and ${statusDays.CONCEPT} before it, counted from its entry into the stage at the earliest.`,
  STALLED: `For owner, coordinator and administrators: an idea that is ACTIVE or PAUSED and has not changed for ${stalledDays} days.`,
  JOIN_REQUEST:
    'A request to join, for owner, coordinator and administrators; an invitation, for the partner that is invited.',
  NEW_CALL_FITS: `For owner and coordinator: a call published in the last ${newCallDays} days that an ACTIVE idea before PROJECT is eligible for and matches by ${newCallScore} at least, and has not applied to.`,
  CALL_INCOMPLETE: 'For administrators: a call that has not closed and is not CONTINUOUS, and has no deadline.',
});
export type AgendaKind = keyof typeof AgendaKind;
