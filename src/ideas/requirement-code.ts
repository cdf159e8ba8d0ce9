import { describedEnum } from '../shared/described-enum.js';

export const RequirementCode = describedEnum('RequirementCode', 'What the gates between the stages require.', {
  DESCRIBED: 'To CONSORTIUM: title, summary and challenge are there, the summary at least 80 characters.',
  FOCUS_AREA_CHOSEN: 'To CONSORTIUM: at least one focus area.',
  ENVIRONMENTAL_OBJECTIVE_CHOSEN: "To CONSORTIUM: at least one of the EU Taxonomy's six objectives.",
  COORDINATOR_APPOINTED: 'To FUNDING_APPLICATION: exactly one current coordinator.',
  ENOUGH_PARTNERS: 'To FUNDING_APPLICATION: at least three current members, associated partners not counted.',
  SECTORS_REPRESENTED: 'To FUNDING_APPLICATION: at least three sectors, among them academia and a business.',
  LETTERS_OF_INTENT: 'To FUNDING_APPLICATION: every counted member has signed a letter of intent.',
  CALL_TARGETED: 'To FUNDING_APPLICATION: an application to a call that is open or forthcoming.',
  CALL_RULES_MET: "To FUNDING_APPLICATION: the consortium meets that call's rules on partners, countries, sectors and TRL.",
  APPLICATION_GRANTED: 'To PROJECT: at least one application is granted.',
  PROJECT_DURATION: 'To PROJECT: a plan of at least 5 and at most 10 years.',
  BUDGET_COVERED: "To PROJECT: grants and commitments in the budget's currency reach the budget.",
  MILESTONES_PLANNED: "To PROJECT: at least one milestone, all inside the project's dates.",
  OUTCOMES_PLANNED: 'To PROJECT: at least one outcome.',
});
export type RequirementCode = keyof typeof RequirementCode;
