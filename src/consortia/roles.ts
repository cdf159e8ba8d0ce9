import { describedEnum } from '../shared/described-enum.js';

export const ConsortiumRole = describedEnum('ConsortiumRole', "A partner's part in a consortium.", {
  COORDINATOR: 'Leads the consortium; one at most at a time.',
  BENEFICIARY: 'Takes part and receives funding.',
  AFFILIATED_ENTITY: 'Takes part through its legal link to a beneficiary.',
  ASSOCIATED_PARTNER: 'Takes part without funding; not counted towards the required number of partners.',
});
export type ConsortiumRole = keyof typeof ConsortiumRole;

export const LetterOfIntent = describedEnum(
  'LetterOfIntent',
  "How far a member's letter of intent has come (avsiktsförklaring).",
  {
    NONE: 'None has been asked for.',
    REQUESTED: 'Asked for, not yet signed.',
    SIGNED: 'Signed.',
  },
);
export type LetterOfIntent = keyof typeof LetterOfIntent;
