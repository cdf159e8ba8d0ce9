import type { Untyped } from '../../shared/untyped.js';
import { codes, column, type ExportedColumn, list, moment, WIDTH } from '../../tables/exported-columns.js';

export const IDEA_COLUMNS: readonly ExportedColumn[] = [
  column('code', 'Nummer', 'Number', WIDTH.number, ({ code }) => code),
  column('titleSv', 'Titel', 'Title in Swedish', WIDTH.text, ({ titleSv }) => titleSv),
  column('titleEn', 'Titel på engelska', 'Title in English', WIDTH.text, ({ titleEn }) => titleEn),
  column('stage', 'Steg', 'Stage', WIDTH.word, ({ stage }) => stage),
  column('state', 'Läge', 'State', WIDTH.word, ({ state }) => state),
  column('owner', 'Ägare', 'Owner', WIDTH.name, ({ owner }) => owner.name),
  column('coordinator', 'Koordinator', 'Coordinator', WIDTH.name, idea => idea.consortium.coordinator?.name ?? null),
  column('members', 'Partner', 'Partners', WIDTH.name, ({ consortium }) =>
    list(consortium.memberships.map((member: Untyped) => member.partner.name)),
  ),
  column('focusAreas', 'Fokusområden', 'Focus areas', WIDTH.name, ({ focusAreas }) => codes(focusAreas)),
  column('environmentalObjectives', 'Miljömål', 'Environmental objectives', WIDTH.name, idea =>
    list(idea.environmentalObjectives),
  ),
  column('technologyReadinessLevel', 'TRL', 'TRL', WIDTH.number, idea => idea.technologyReadinessLevel),
  column('nextDeadline', 'Nästa sista ansökningsdag', 'Next deadline', WIDTH.moment, idea => moment(idea.nextDeadline)),
  column('enteredStageAt', 'I steget sedan', 'Entered stage', WIDTH.moment, idea => moment(idea.enteredStageAt)),
  column('daysInStage', 'Dagar i steget', 'Days in stage', WIDTH.number, ({ daysInStage }) => daysInStage),
  column(
    'readiness',
    'Uppfyllda krav',
    'Requirements met',
    WIDTH.number,
    ({ readiness }) => readiness?.progress ?? null,
  ),
  column('createdAt', 'Skapad', 'Created', WIDTH.moment, ({ createdAt }) => moment(createdAt)),
  column('updatedAt', 'Ändrad', 'Changed', WIDTH.moment, ({ updatedAt }) => moment(updatedAt)),
  column('programme', 'Program', 'Programme', WIDTH.word, ({ programme }) => programme.code),
];

export const PIPELINE_COLUMNS: readonly ExportedColumn[] = [
  column('asOf', 'Läget den', 'As of', WIDTH.moment, ({ asOf }) => moment(asOf)),
  column('focusArea', 'Fokusområde', 'Focus area', WIDTH.name, ({ focusArea }) => focusArea.code),
  column('name', 'Namn', 'Name', WIDTH.name, ({ focusArea }) => focusArea.name),
  column('stage', 'Steg', 'Stage', WIDTH.word, ({ stage }) => stage),
  column('ideas', 'Idéer', 'Ideas', WIDTH.number, ({ count }) => count),
];
