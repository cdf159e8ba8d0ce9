import { CALL_FIELD } from '../../calls/field-words';
import type { Bilingual } from '../../language/language';
import { applicationWords } from '../applications/application-words';
import { consortiumWords } from '../consortium/words';
import { planWords } from '../project/plan/plan-words';
import { projectWords } from '../project/project-words';
import { toldWords } from '../told/words';
import { ideaWords } from '../words';

/** What an event tells of, by the log's names of the fields; what isn't here says nothing to people. */
export const CHANGED: Readonly<Record<string, Bilingual>> = {
  ...CALL_FIELD,
  description: { sv: 'Beskrivning', en: 'Description' },
  region: { sv: 'Region', en: 'Region' },
  website: { sv: 'Webbplats', en: 'Website' },
  challenge: { sv: 'Utmaning', en: 'Challenge' },
  focusAreas: ideaWords.areas,
  environmentalObjectives: ideaWords.objectives,
  missions: ideaWords.missions,
  technologyReadinessLevel: ideaWords.trl,
  contactEmail: ideaWords.contact,
  visibility: ideaWords.seenBy,
  role: consortiumWords.role,
  letterOfIntent: consortiumWords.letter,
  commitment: consortiumWords.commitment,
  status: applicationWords.status,
  requested: applicationWords.requested,
  coFinancing: applicationWords.coFinancing,
  granted: applicationWords.granted,
  reference: applicationWords.reference,
  deadline: applicationWords.deadline,
  submittedAt: applicationWords.submittedAt,
  decidedAt: applicationWords.decidedOn,
  invitedAt: applicationWords.invitedOn,
  startsOn: planWords.startsOn,
  endsOn: planWords.endsOn,
  budget: planWords.budget,
  milestones: planWords.milestones,
  outcomes: planWords.outcomes,
  indicators: planWords.indicators,
  dueOn: planWords.dueOn,
  completedOn: projectWords.completedOn,
  deliveredOn: projectWords.deliveredOn,
  droppedAt: projectWords.droppedOn,
  decidedOn: projectWords.decidedOn,
  waiveDuration: projectWords.waived,
  kind: planWords.kind,
  name: { sv: 'Namn', en: 'Name' },
  code: { sv: 'Kod', en: 'Code' },
  unit: planWords.unit,
  baseline: planWords.baseline,
  target: planWords.target,
  value: projectWords.value,
  on: projectWords.day,
  message: { sv: 'Meddelande', en: 'Message' },
  health: toldWords.health,
  nextStep: toldWords.nextStep,
  nextStepDueOn: toldWords.nextDay,
};
