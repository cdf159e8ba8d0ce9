import type { ActivityKind } from '../activity/activity-kind.js';
import type { Bilingual } from '../shared/text/wording.js';

const of = (sv: string, en: string): Bilingual => ({ sv, en });

/** What happened to an idea, in a word or two: never what it says, since a mail is read by whoever opens it. */
export const CHANGE_WORDS: ReadonlyMap<ActivityKind, Bilingual> = new Map([
  ['IDEA_CREATED', of('ny idé', 'new idea')],
  ['IDEA_UPDATED', of('ändrad beskrivning', 'changed description')],
  ['IDEA_ADVANCED', of('nytt steg', 'new stage')],
  ['IDEA_RETURNED', of('tillbaka till ett tidigare steg', 'back to an earlier stage')],
  ['IDEA_PAUSED', of('pausad', 'paused')],
  ['IDEA_RESUMED', of('återupptagen', 'resumed')],
  ['IDEA_DISCONTINUED', of('avslutad', 'discontinued')],
  ['IDEA_COMPLETED', of('slutförd', 'completed')],
  ['IDEA_TRANSFERRED', of('ny ägare', 'new owner')],
  ['MEMBERSHIP_ADDED', of('ändrat konsortium', 'changed consortium')],
  ['MEMBERSHIP_UPDATED', of('ändrat konsortium', 'changed consortium')],
  ['MEMBERSHIP_ENDED', of('ändrat konsortium', 'changed consortium')],
  ['JOIN_REQUESTED', of('förfrågan om att gå med', 'request to join')],
  ['JOIN_ANSWERED', of('svar på en förfrågan', 'answer to a request')],
  ['JOIN_WITHDRAWN', of('förfrågan gäller inte längre', 'request no longer stands')],
  ['APPLICATION_STARTED', of('ny ansökan', 'new application')],
  ['APPLICATION_UPDATED', of('ändrad ansökan', 'changed application')],
  ['APPLICATION_SUBMITTED', of('inlämnad ansökan', 'submitted application')],
  ['APPLICATION_REVIEWED', of('ansökan bedöms', 'application under review')],
  ['APPLICATION_INVITED', of('inbjuden till steg två', 'invited to the second stage')],
  ['APPLICATION_DECIDED', of('beslut om en ansökan', 'decision on an application')],
  ['DECISION_CORRECTED', of('rättat beslut', 'corrected decision')],
  ['APPLICATION_WITHDRAWN', of('återtagen ansökan', 'withdrawn application')],
  ['PROJECT_PLANNED', of('projektplan', 'project plan')],
  ['PROJECT_UPDATED', of('ändrad projektplan', 'changed project plan')],
  ['PROJECT_REVISED', of('ändrad projektplan', 'changed project plan')],
  ['MILESTONE_COMPLETED', of('nådd milstolpe', 'milestone reached')],
  ['OUTCOME_DELIVERED', of('levererat resultat', 'outcome delivered')],
  ['INDICATOR_MEASURED', of('ny mätning', 'new measurement')],
  ['MEASUREMENT_CORRECTED', of('rättad mätning', 'corrected measurement')],
  ['STATUS_UPDATED', of('ny lägesrapport', 'new status update')],
  ['LINK_ADDED', of('nytt dokument', 'new document')],
  ['LINK_REMOVED', of('borttaget dokument', 'document removed')],
]);
