import { describedEnum } from './described-enum.js';

export const Role = describedEnum('Role', 'What a key may do.', {
  ADMIN: "Region Blekinge, the programme's owner: sees all, keeps calls, partners and focus areas, decides and waives.",
  PARTNER: 'A partner organisation: creates ideas, and edits those it owns or coordinates.',
  INTEGRATOR: 'A program that reads, such as a dashboard; it never writes.',
});
export type Role = keyof typeof Role;

export const KeyGrant = describedEnum(
  'KeyGrant',
  "What an integrator's key may see beyond the ordinary. Only an administrator grants it.",
  {
    ALL_IDEAS: 'Every idea, also those visible only to their consortium.',
    ACTIVITY: 'The activity of every idea the key sees, without money, letters of intent and reasons.',
    CONFIDENTIAL: 'Money, letters of intent and reasons inside every idea the key sees.',
  },
);
export type KeyGrant = keyof typeof KeyGrant;
