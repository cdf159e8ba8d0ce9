import { describedEnum } from '../../shared/described-enum.js';

export const DeliveryOutcome = describedEnum('DeliveryOutcome', 'How an attempt to deliver ended.', {
  ACCEPTED: 'The receiver answered 200 to 299.',
  REFUSED: 'The receiver answered something else, see responseStatus. Redirects are not followed.',
  NO_ANSWER: 'No answer came in time, or no connection.',
  PRIVATE_ADDRESS: 'The host name leads into a network that is not public; nothing was sent.',
});
export type DeliveryOutcome = keyof typeof DeliveryOutcome;
