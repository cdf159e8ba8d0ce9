import type { Money } from '../shared/money.js';
import { type Fault, fault } from '../shared/refuse.js';
import type { Bilingual } from '../shared/text/wording.js';
import type { ApplicationStatus } from './application-status.js';

/** An application that came so far before the service knew of it. */
export interface TakenOver {
  readonly status: ApplicationStatus;
  readonly requested?: Money | null | undefined;
  readonly granted?: Money | null | undefined;
}

/** What no table tells, and a table that says it of another application. */
export function takenOverFaults({ status, granted }: TakenOver): Fault[] {
  if (status === 'INVITED') return [fault('NOT_ELIGIBLE', ['status'], NO_INVITATION)];
  return granted && status !== 'GRANTED' ? [fault('INVALID', ['granted'], NOT_GRANTED)] : [];
}

const NO_INVITATION: Bilingual = {
  sv: 'En inbjudan till steg två har en dag och en sista ansökningsdag: skriv under bedömning och registrera sedan inbjudan.',
  en: 'An invitation to the second stage has a day and a deadline: write under review, and record the invitation afterwards.',
};

const NOT_GRANTED: Bilingual = {
  sv: 'Bara en beviljad ansökan har ett beviljat belopp.',
  en: 'Only a granted application has an amount granted.',
};
