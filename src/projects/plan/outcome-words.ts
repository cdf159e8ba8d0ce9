import { describedEnum } from '../../shared/described-enum.js';

export const OutcomeKind = describedEnum('OutcomeKind', 'What the programme promises its projects bring forth.', {
  SOLUTION: 'A solution (lösning).',
  INNOVATION: 'An innovation.',
  PRODUCT: 'A product (produkt).',
  SERVICE: 'A service (tjänst).',
});
export type OutcomeKind = keyof typeof OutcomeKind;

export const OutcomeStatus = describedEnum('OutcomeStatus', 'How far an outcome has come.', {
  PLANNED: 'Planned, not begun.',
  IN_DEVELOPMENT: 'Being developed.',
  DELIVERED: 'Delivered, on the day told.',
});
export type OutcomeStatus = keyof typeof OutcomeStatus;
