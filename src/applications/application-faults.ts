import { type CallClock, entryDeadlines, isOpenOrForthcoming, takesApplications } from '../funding-calls/call-clock.js';
import { LONGEST, moneyFaults, textFaults } from '../shared/checks.js';
import { now } from '../shared/time/clock.js';
import type { Money } from '../shared/money.js';
import { type Fault, fault } from '../shared/refuse.js';
import { momentText } from '../shared/text/figures.js';
import { APPLICATION_STATUS_NAMES, BEING_WRITTEN } from './application-path.js';
import type { ApplicationStatus } from './application-status.js';

/** What an application asks for, and which deadline it aims at. */
export interface ApplicationDraft {
  requested?: Money | null | undefined;
  coFinancing?: Money | null | undefined;
  deadline?: Date | null | undefined;
}

/** One applies to calls that are open or will be, and whose first stage has not closed. */
export function startFaults(call: CallClock & { identifier: string }): Fault[] {
  if (takesApplications(call, now())) return [];
  if (isOpenOrForthcoming(call, now())) return [fault('NOT_ELIGIBLE', ['callId'], firstStageClosed(call))];
  return [
    fault('NOT_ELIGIBLE', ['callId'], {
      sv: `Utlysningen ${call.identifier} är varken öppen eller kommande.`,
      en: `The call ${call.identifier} is neither open nor forthcoming.`,
    }),
  ];
}

function firstStageClosed(call: CallClock & { identifier: string }) {
  const closed = momentText(entryDeadlines(call)[0]!);
  return {
    sv: `Första steget i ${call.identifier} stängde ${closed.sv}; nu går bara de inbjudna vidare.`,
    en: `The first stage of ${call.identifier} closed ${closed.en}; only those invited go on.`,
  };
}

/** Nothing is handed in before it was begun. */
export function beforeStartFaults(submittedAt: Date, startedAt: Date): Fault[] {
  if (submittedAt >= startedAt) return [];
  const started = momentText(startedAt);
  return [
    fault('INVALID', ['submittedAt'], {
      sv: `Ansökan påbörjades ${started.sv} och kan inte ha lämnats in tidigare.`,
      en: `The application was started ${started.en} and cannot have been submitted before that.`,
    }),
  ];
}

export function amountFaults({ requested, coFinancing }: ApplicationDraft): Fault[] {
  return [...moneyFaults(['requested'], requested), ...moneyFaults(['coFinancing'], coFinancing)];
}

export function referenceFaults(reference: string | null | undefined): Fault[] {
  return reference == null ? [] : textFaults(['reference'], reference, LONGEST.name);
}

/** What has been handed in stays as it was; the funder's reference comes later. */
export function lateChangeFaults(status: ApplicationStatus, changes: ApplicationDraft): Fault[] {
  if (BEING_WRITTEN.includes(status)) return [];
  const is = APPLICATION_STATUS_NAMES[status];
  return (['requested', 'coFinancing', 'deadline'] as const)
    .filter(field => changes[field] !== undefined)
    .map(field =>
      fault('ILLEGAL_TRANSITION', [field], {
        sv: `Ansökan är ${is.sv}; bara reference kan ändras.`,
        en: `The application is ${is.en}; only reference can be changed.`,
      }),
    );
}
