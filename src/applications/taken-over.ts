import type { Money } from '../shared/money.js';
import { type Fault, fault } from '../shared/refuse.js';
import type { Bilingual } from '../shared/text/wording.js';
import type { DeadlineModel } from '../funding-calls/call-status.js';
import type { ApplicationStatus } from './application-status.js';

/** An application that came so far before the service knew of it. */
export interface TakenOver {
  readonly status: ApplicationStatus;
  readonly requested?: Money | null | undefined;
  readonly granted?: Money | null | undefined;
}

/** What no table tells, and a table that says it of another application. */
export function takenOverFaults(
  { status, granted }: TakenOver,
  { identifier, deadlineModel }: { readonly identifier: string; readonly deadlineModel: DeadlineModel },
): Fault[] {
  if (status === 'INVITED' && deadlineModel !== 'TWO_STAGE')
    return [fault('NOT_ELIGIBLE', ['status'], notInvited(identifier))];
  return granted && status !== 'GRANTED' ? [fault('INVALID', ['granted'], NOT_GRANTED)] : [];
}

function notInvited(identifier: string): Bilingual {
  return {
    sv: `Utlysningen ${identifier} har inte två steg, så ingen bjuds in till det andra. Skriv inlämnad, under bedömning, beviljad eller avslagen.`,
    en: `The call ${identifier} does not have two stages, so nobody is invited to the second. Write submitted, under review, granted or rejected.`,
  };
}

const NOT_GRANTED: Bilingual = {
  sv: 'Bara en beviljad ansökan har ett beviljat belopp.',
  en: 'Only a granted application has an amount granted.',
};
