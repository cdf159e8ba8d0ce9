import type { IdeaAction, RequirementCode } from '../gql/graphql';
import type { Bilingual } from '../language/language';

/** The next step towards what a gate asks for. */
interface Remedy {
  /** What one must be allowed to do. */
  may: IdeaAction;
  /** Where on the idea's page it is done: the hash of its address, which opens it. */
  hash: string;
  deed: Bilingual;
}

const TO_PLAN = { may: 'MANAGE_PROJECT', hash: 'plan' } as const;

/** Each requirement's own way to being met. */
export const REMEDY: Readonly<Record<RequirementCode, Remedy>> = {
  DESCRIBED: { may: 'UPDATE', hash: 'describe', deed: { sv: 'Beskriv idén', en: 'Describe the idea' } },
  FOCUS_AREA_CHOSEN: {
    may: 'UPDATE',
    hash: 'focus-areas',
    deed: { sv: 'Välj fokusområde', en: 'Choose a focus area' },
  },
  ENVIRONMENTAL_OBJECTIVE_CHOSEN: {
    may: 'UPDATE',
    hash: 'objectives',
    deed: { sv: 'Välj miljömål', en: 'Choose an environmental objective' },
  },
  COORDINATOR_APPOINTED: {
    may: 'MANAGE_CONSORTIUM',
    hash: 'coordinator',
    deed: { sv: 'Utse koordinator', en: 'Appoint a coordinator' },
  },
  ENOUGH_PARTNERS: {
    may: 'MANAGE_CONSORTIUM',
    hash: 'add-member',
    deed: { sv: 'Lägg till partner', en: 'Add a partner' },
  },
  SECTORS_REPRESENTED: {
    may: 'MANAGE_CONSORTIUM',
    hash: 'add-member/missing',
    deed: { sv: 'Lägg till partner från sektorer som saknas', en: 'Add a partner from what is missing' },
  },
  LETTERS_OF_INTENT: {
    may: 'MANAGE_CONSORTIUM',
    hash: 'letters',
    deed: { sv: 'Markera avsiktsförklaringar', en: 'Mark letters of intent' },
  },
  CALL_TARGETED: {
    may: 'MANAGE_APPLICATIONS',
    hash: 'calls-that-fit',
    deed: { sv: 'Välj bland utlysningar som passar', en: 'Choose among calls that fit' },
  },
  CALL_RULES_MET: {
    may: 'MANAGE_CONSORTIUM',
    hash: 'call-rules',
    deed: { sv: 'Se vad utlysningen kräver', en: 'See what the call demands' },
  },
  APPLICATION_GRANTED: {
    may: 'MANAGE_APPLICATIONS',
    hash: 'applications',
    deed: { sv: 'Se ansökningarna', en: 'See the applications' },
  },
  PROJECT_DURATION: { ...TO_PLAN, deed: { sv: 'Planera projektets tid', en: "Plan the project's time" } },
  BUDGET_COVERED: {
    may: 'MANAGE_CONSORTIUM',
    hash: 'commitments',
    deed: { sv: 'Se partnernas åtaganden', en: "See the partners' commitments" },
  },
  MILESTONES_PLANNED: { ...TO_PLAN, deed: { sv: 'Planera milstolpar', en: 'Plan milestones' } },
  OUTCOMES_PLANNED: { ...TO_PLAN, deed: { sv: 'Planera resultat', en: 'Plan outcomes' } },
};
