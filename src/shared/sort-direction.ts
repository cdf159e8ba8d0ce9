import { describedEnum } from './described-enum.js';

export const SortDirection = describedEnum('SortDirection', 'Which end of the order comes first.', {
  ASC: 'Smallest, earliest or first in the alphabet first.',
  DESC: 'Largest, latest or last in the alphabet first.',
});
export type SortDirection = keyof typeof SortDirection;
