import Big from 'big.js';
import { type CallClock, isOpenOrForthcoming } from '../funding-calls/call-clock.js';
import { LONGEST, moneyFaults, textFaults } from '../shared/checks.js';
import { now } from '../shared/time/clock.js';
import type { Amount, Money } from '../shared/money.js';
import { type Fault, fault } from '../shared/refuse.js';
import { momentText } from '../shared/text/wording.js';
import { APPLICATION_STATUS_NAMES } from './application-path.js';
import type { ApplicationStatus } from './application-status.js';

/** What an application asks for, and which deadline it aims at. */
export interface ApplicationDraft {
  requested?: Money | null | undefined;
  coFinancing?: Money | null | undefined;
  deadline?: Date | null | undefined;
}

/** What a funder decided. */
export interface Decision {
  granted: boolean;
  amount?: Money | null | undefined;
  decidedAt?: Date | null | undefined;
  reason?: string | null | undefined;
}

/** One applies to calls that are open or will be. */
export function startFaults(call: CallClock & { identifier: string }): Fault[] {
  if (isOpenOrForthcoming(call, now())) return [];
  return [
    fault('NOT_ELIGIBLE', ['callId'], {
      sv: `Utlysningen ${call.identifier} är varken öppen eller kommande.`,
      en: `The call ${call.identifier} is neither open nor forthcoming.`,
    }),
  ];
}

/** Nothing is handed in before it was begun. */
export function beforeStartFaults(submittedAt: Date, startedAt: Date): Fault[] {
  if (submittedAt >= startedAt) return [];
  const started = momentText(startedAt);
  return [
    fault('INVALID', ['submittedAt'], {
      sv: `Ansökan påbörjades ${started} och kan inte ha lämnats in tidigare.`,
      en: `The application was started ${started} and cannot have been submitted before that.`,
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
  if (status === 'DRAFT') return [];
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

/** A grant needs an amount above zero, a refusal has none. */
export function decisionFaults({
  granted,
  amount,
  given,
}: {
  granted: boolean;
  amount: Amount | null | undefined;
  given: Amount | null | undefined;
}): Fault[] {
  if (!granted && given) {
    return [fault('INVALID', ['amount'], { sv: 'Ett avslag har inget belopp.', en: 'A rejection has no amount.' })];
  }
  if (granted && !amount) {
    return [fault('REQUIRED', ['amount'], { sv: 'Ange beviljat belopp.', en: 'Say which amount was granted.' })];
  }
  if (granted && Big(amount!.amount).eq(0)) {
    return [
      fault('INVALID', ['amount', 'amount'], {
        sv: 'Beviljat belopp ska vara större än noll.',
        en: 'The amount granted must be above zero.',
      }),
    ];
  }
  return moneyFaults(['amount'], given);
}

/** A decision is made after the application was submitted, and not in the future. */
export function decisionDateFaults(decidedAt: Date, submittedAt: Date | null | undefined): Fault[] {
  if (decidedAt > now()) {
    return [
      fault('INVALID', ['decidedAt'], { sv: 'Tiden ligger i framtiden.', en: 'That moment lies in the future.' }),
    ];
  }
  if (!submittedAt || decidedAt >= submittedAt) return [];
  return [
    fault('INVALID', ['decidedAt'], {
      sv: 'Beslutet ligger före inlämningen.',
      en: 'The decision lies before the submission.',
    }),
  ];
}
