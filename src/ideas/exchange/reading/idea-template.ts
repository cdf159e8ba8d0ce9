import { guide, type TableTemplate } from '../../../tables/template/table-template.js';
import { MISSION_NAMES, OBJECTIVE_NAMES } from '../../classification-names.js';
import { STAGE_NAMES, STATE_NAMES } from '../../stage-names.js';
import { IDEA_TABLE } from './idea-columns.js';
import { VISIBILITY_NAMES } from './idea-words.js';

const LEVELS = Array.from({ length: 9 }, (_, at) => ({ sv: String(at + 1), en: String(at + 1) }));
const BESIDE: readonly [string, string] = [
  'En för varje partner, i samma ordning, med semikolon emellan.',
  'One for each partner, in the same order, with semicolons between.',
];

/** A table of ideas to fill in. */
export const IDEA_TEMPLATE: TableTemplate = {
  title: { sv: 'Idéer', en: 'Ideas' },
  columns: IDEA_TABLE.all,
  guides: {
    titleSv: guide(['Idéns titel. Behövs.', 'The title of the idea. Needed.'], 'Tång som filter i hamnar'),
    summarySv: guide(
      ['Vad idén är, i några meningar. Behövs.', 'What the idea is, in a few sentences. Needed.'],
      'Tång odlas i hamnbassänger och tar upp näring.',
    ),
    challengeSv: guide(['Utmaningen som den svarar på.', 'The challenge that it answers.'], 'Övergödning i Östersjön'),
    focusAreas: guide(
      ['Kod eller namn; flera med semikolon emellan.', 'Code or name; several with semicolons between.'],
      'smart-industri.marin-teknik',
      'FOCUS_AREAS',
    ),
    environmentalObjectives: guide(
      [
        'EU-taxonomins miljömål; flera med semikolon emellan.',
        "The EU Taxonomy's objectives; several with semicolons between.",
      ],
      ['övergång till en cirkulär ekonomi', 'transition to a circular economy'],
      Object.values(OBJECTIVE_NAMES),
    ),
    missions: guide(
      ['EU-uppdrag; flera med semikolon emellan.', 'EU missions; several with semicolons between.'],
      ['återställa våra hav och vatten', 'restore our ocean and waters'],
      Object.values(MISSION_NAMES),
    ),
    technologyReadinessLevel: guide(['Teknisk mognad, 1 till 9.', 'Technology readiness level, 1 to 9.'], '4', LEVELS),
    contactEmail: guide(['En funktionsbrevlåda.', "A role's mailbox."], 'innovation@organisation.example'),
    visibility: guide(
      ['Vem som ser idén.', 'Who sees the idea.'],
      ['konsortiet', 'consortium'],
      Object.values(VISIBILITY_NAMES),
    ),
    owner: guide(
      ['Kortnamn, namn eller organisationsnummer. Behövs.', 'Short name, name or organisation number. Needed.'],
      'Techtank',
    ),
    coordinator: guide(['Den som leder konsortiet.', 'Who leads the consortium.'], 'Techtank'),
    members: guide(
      ['De som är med, med semikolon emellan.', 'Who takes part, with semicolons between.'],
      'Techtank; Region Blekinge',
    ),
    roles: guide(BESIDE, ['koordinator; associerad partner', 'coordinator; associated partner']),
    letters: guide(BESIDE, ['undertecknad; efterfrågad', 'signed; requested']),
    commitments: guide(BESIDE, ['500 tkr; -', '500000 SEK; -']),
    stage: guide(
      ['Hur långt idén har kommit.', 'How far the idea has come.'],
      ['konsortium', 'consortium'],
      Object.values(STAGE_NAMES),
    ),
    state: guide(
      ['Om idén går vidare.', 'Whether the idea moves.'],
      ['pågående', 'active'],
      Object.values(STATE_NAMES),
    ),
    enteredStageAt: guide(['Dagen då den kom in i steget.', 'The day on which it came into its stage.'], '2026-03-01'),
    calls: guide(
      ['Utlysningar som den söker, med semikolon emellan.', 'Calls that it applies to, with semicolons between.'],
      'EXEMPEL-2030-1',
    ),
    applicationStatuses: guide(
      ['En för varje utlysning, i samma ordning.', 'One for each call, in the same order.'],
      ['inlämnad', 'submitted'],
    ),
  },
};
