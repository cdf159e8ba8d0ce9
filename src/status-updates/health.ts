import { describedEnum } from '../shared/described-enum.js';

export const Health = describedEnum('Health', 'How an idea goes, by whoever leads it.', {
  ON_TRACK: 'As planned.',
  AT_RISK: 'Something stands in the way, and is being dealt with.',
  OFF_TRACK: 'It will not reach what was planned without a decision.',
});
export type Health = keyof typeof Health;
