import { describedEnum } from '../shared/described-enum.js';

export const CallStatus = describedEnum(
  'CallStatus',
  'Where a funding call is in its life. Derived from its dates, except DRAFT and CANCELLED.',
  {
    DRAFT: 'Not yet published; only administrators see it.',
    FORTHCOMING: 'Published, before it opens (kommande).',
    OPEN: 'Open, with a deadline ahead or continuously (pågående).',
    CLOSED: 'The last deadline has passed (avslutad).',
    CANCELLED: 'Called off for good.',
  },
);
export type CallStatus = keyof typeof CallStatus;

export const DeadlineModel = describedEnum('DeadlineModel', 'How the deadlines of a funding call are meant.', {
  SINGLE_STAGE: 'One deadline for the full application.',
  TWO_STAGE:
    'A first deadline for an outline, a second for the full application of those invited. After the first it takes no new application.',
  MULTIPLE_CUT_OFF: 'Several dates; what has come in by each is assessed together.',
  CONTINUOUS: 'Open without a deadline (permanent).',
});
export type DeadlineModel = keyof typeof DeadlineModel;
