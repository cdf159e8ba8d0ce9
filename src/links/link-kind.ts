import { describedEnum } from '../shared/described-enum.js';

export const LinkKind = describedEnum('LinkKind', 'What a linked document is.', {
  LETTER_OF_INTENT: 'A letter of intent (avsiktsförklaring).',
  CO_FINANCING: 'A decision or certificate of co-financing (medfinansieringsintyg).',
  APPLICATION: 'An application, or an annex to one.',
  DECISION: "A funder's decision.",
  PLAN: 'A project plan, budget or time plan.',
  REPORT: 'A report, interim or final.',
  WEBSITE: 'A website of the idea.',
  OTHER: 'Something else.',
});
export type LinkKind = keyof typeof LinkKind;
