import { describedEnum } from '../shared/described-enum.js';

export const ApplicationStatus = describedEnum(
  'ApplicationStatus',
  'How far an application to a funding call has come (ansökan, beslut).',
  {
    DRAFT: 'Being written.',
    SUBMITTED: 'Handed in before the deadline.',
    UNDER_REVIEW: 'The funder is assessing it.',
    INVITED: 'Invited to the second stage of a TWO_STAGE call; submitted again it is SUBMITTED in stage 2.',
    GRANTED: 'Granted, with an amount (beviljad).',
    REJECTED: 'Turned down (avslagen).',
    WITHDRAWN: 'Taken back by the applicants.',
  },
);
export type ApplicationStatus = keyof typeof ApplicationStatus;
