import type { Cell } from '../../shared/files/table.js';
import { codes, type ExportedColumn, list, moment, WIDTH } from '../../tables/exported-columns.js';
import type { Untyped } from '../../shared/untyped.js';

export const IDEA_COLUMNS: readonly ExportedColumn[] = [
  column('code', 'Kod', 'Code', WIDTH.number, ({ code }) => code),
  column('titleSv', 'Titel', 'Title (sv)', WIDTH.text, ({ titleSv }) => titleSv),
  column('titleEn', 'Titel (en)', 'Title (en)', WIDTH.text, ({ titleEn }) => titleEn),
  column('stage', 'Steg', 'Stage', WIDTH.word, ({ stage }) => stage),
  column('state', 'Läge', 'State', WIDTH.word, ({ state }) => state),
  column('owner', 'Ägare', 'Owner', WIDTH.name, ({ owner }) => owner.name),
  column('coordinator', 'Koordinator', 'Coordinator', WIDTH.name, idea => idea.consortium.coordinator?.name ?? null),
  column('members', 'Medlemmar', 'Members', WIDTH.name, ({ consortium }) =>
    list(consortium.memberships.map((member: Untyped) => member.partner.name)),
  ),
  column('focusAreas', 'Fokusområden', 'Focus areas', WIDTH.name, ({ focusAreas }) => codes(focusAreas)),
  column('environmentalObjectives', 'Miljömål', 'Environmental objectives', WIDTH.name, idea =>
    list(idea.environmentalObjectives),
  ),
  column('technologyReadinessLevel', 'TRL', 'TRL', WIDTH.number, idea => idea.technologyReadinessLevel),
  column('nextDeadline', 'Nästa sista dag', 'Next deadline', WIDTH.moment, idea => moment(idea.nextDeadline)),
  column('enteredStageAt', 'I steget sedan', 'Entered stage', WIDTH.moment, idea => moment(idea.enteredStageAt)),
  column('daysInStage', 'Dagar i steget', 'Days in stage', WIDTH.number, ({ daysInStage }) => daysInStage),
  column('readiness', 'Beredskap', 'Readiness', WIDTH.number, ({ readiness }) => readiness?.progress ?? null),
  column('createdAt', 'Skapad', 'Created', WIDTH.moment, ({ createdAt }) => moment(createdAt)),
  column('updatedAt', 'Ändrad', 'Changed', WIDTH.moment, ({ updatedAt }) => moment(updatedAt)),
];

export const PIPELINE_COLUMNS: readonly ExportedColumn[] = [
  column('asOf', 'Vid', 'As of', WIDTH.moment, ({ asOf }) => moment(asOf)),
  column('focusArea', 'Fokusområde', 'Focus area', WIDTH.name, ({ focusArea }) => focusArea.code),
  column('name', 'Namn', 'Name', WIDTH.name, ({ focusArea }) => focusArea.name),
  column('stage', 'Steg', 'Stage', WIDTH.word, ({ stage }) => stage),
  column('ideas', 'Idéer', 'Ideas', WIDTH.number, ({ count }) => count),
];

function column(field: string, sv: string, en: string, width: number, cell: (node: Untyped) => Cell): ExportedColumn {
  return { field, title: { sv, en }, width, cell };
}
