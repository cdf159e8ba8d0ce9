import {
  APPLICATION_NAMES,
  LETTER_NAMES,
  ROLE_NAMES,
  VISIBILITY_NAMES,
} from '../../ideas/exchange/reading/idea-words.js';
import { MISSION_NAMES, OBJECTIVE_NAMES } from '../../ideas/classification-names.js';
import { STAGE_NAMES, STATE_NAMES } from '../../ideas/stage-names.js';
import type { Untyped } from '../../shared/untyped.js';
import { exactLine } from '../../shared/text/clean-text.js';
import { codes, column, type ExportedColumn, inWords, list, moment, WIDTH } from '../../tables/exported-columns.js';
import { asCell } from '../../tables/text/cell-text.js';
import { asItem } from '../../tables/text/list-items.js';

/** Where there is no English the API gives the Swedish. */
const english = (sv: string | null, en: string | null) => (en === sv ? null : en);

const beside = (items: readonly Untyped[], of: (item: Untyped) => string | null) =>
  items.every(item => of(item) === null) ? null : list(items.map(item => of(item) ?? '-'));

const sum = (money: { amount: string; currency: string } | null) => money && `${money.amount} ${money.currency}`;

const nameOf = (partner: Untyped) => partner && asCell(partner.name);

/** The names of members; of those who are called the same their short names. */
function namesOf(memberships: readonly Untyped[]): string[] {
  const shown = memberships.map(({ partner }) => exactLine(partner.name));
  return memberships.map(({ partner }, at) =>
    shown.some((name, other) => other !== at && name === shown[at]) ? partner.slug : asItem(partner.name),
  );
}

/** What a table of ideas says beside, so that an import reads it back. */
const IMPORTED_TOO: readonly ExportedColumn[] = [
  column('summarySv', 'Sammanfattning', 'Summary in Swedish', WIDTH.text, ({ summarySv }) => summarySv),
  column('summaryEn', 'Sammanfattning på engelska', 'Summary in English', WIDTH.text, idea =>
    english(idea.summarySv, idea.summaryEn),
  ),
  column('challengeSv', 'Utmaning', 'Challenge in Swedish', WIDTH.text, ({ challengeSv }) => challengeSv),
  column('challengeEn', 'Utmaning på engelska', 'Challenge in English', WIDTH.text, idea =>
    english(idea.challengeSv, idea.challengeEn),
  ),
  inWords(
    column('missions', 'EU-uppdrag', 'EU missions', WIDTH.name, ({ missions }) => list(missions)),
    MISSION_NAMES,
  ),
  inWords(
    column('visibility', 'Synlighet', 'Visibility', WIDTH.word, ({ visibility }) => visibility),
    VISIBILITY_NAMES,
  ),
  column('contactEmail', 'Kontakt', 'Contact', WIDTH.name, ({ contactEmail }) => contactEmail),
  inWords(
    column('roles', 'Roller', 'Roles', WIDTH.name, ({ consortium }) =>
      beside(consortium.memberships, ({ role }) => role),
    ),
    ROLE_NAMES,
  ),
  inWords(
    column('letters', 'Avsiktsförklaringar', 'Letters of intent', WIDTH.name, ({ consortium }) =>
      beside(consortium.memberships, ({ letterOfIntent }) => letterOfIntent),
    ),
    LETTER_NAMES,
  ),
  column('commitments', 'Åtaganden', 'Commitments', WIDTH.name, ({ consortium }) =>
    beside(consortium.memberships, ({ commitment }) => sum(commitment)),
  ),
  column('calls', 'Utlysningar', 'Funding calls', WIDTH.name, ({ applications }) =>
    list(applications.map(({ call }: Untyped) => asItem(call.identifier))),
  ),
  inWords(
    column('applicationStatuses', 'Ansökningar', 'Applications', WIDTH.name, ({ applications }) =>
      beside(applications, ({ status }) => status),
    ),
    APPLICATION_NAMES,
  ),
  column('requested', 'Sökt belopp', 'Amount requested', WIDTH.name, ({ applications }) =>
    beside(applications, ({ requested }) => sum(requested)),
  ),
  column('granted', 'Beviljat belopp', 'Amount granted', WIDTH.name, ({ applications }) =>
    beside(applications, ({ granted }) => sum(granted)),
  ),
];

export const IDEA_COLUMNS: readonly ExportedColumn[] = [
  column('code', 'Nummer', 'Number', WIDTH.number, ({ code }) => code),
  column('titleSv', 'Titel', 'Title in Swedish', WIDTH.text, ({ titleSv }) => titleSv),
  column('titleEn', 'Titel på engelska', 'Title in English', WIDTH.text, ({ titleEn }) => titleEn),
  inWords(
    column('stage', 'Steg', 'Stage', WIDTH.word, ({ stage }) => stage),
    STAGE_NAMES,
  ),
  inWords(
    column('state', 'Läge', 'State', WIDTH.word, ({ state }) => state),
    STATE_NAMES,
  ),
  column('owner', 'Ägare', 'Owner', WIDTH.name, ({ owner }) => asCell(owner.name)),
  column('coordinator', 'Koordinator', 'Coordinator', WIDTH.name, idea => nameOf(idea.consortium.coordinator)),
  column('members', 'Partner', 'Partners', WIDTH.name, ({ consortium }) => list(namesOf(consortium.memberships))),
  column('focusAreas', 'Fokusområden', 'Focus areas', WIDTH.name, ({ focusAreas }) => codes(focusAreas)),
  inWords(
    column('environmentalObjectives', 'Miljömål', 'Environmental objectives', WIDTH.name, idea =>
      list(idea.environmentalObjectives),
    ),
    OBJECTIVE_NAMES,
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
  ...IMPORTED_TOO,
];

/**
 * From which version of the idea a row is written, for those who may change it: they see all that is in it, so that what
 * they empty in it is emptied when it is imported.
 */
export const IDEA_VERSION = column('version', 'Version', 'Version', WIDTH.number, ({ version, viewerCan }) =>
  viewerCan.includes('UPDATE') ? version : null,
);

export const PIPELINE_COLUMNS: readonly ExportedColumn[] = [
  column('asOf', 'Läget den', 'As of', WIDTH.moment, ({ asOf }) => moment(asOf)),
  column('focusArea', 'Fokusområde', 'Focus area', WIDTH.name, ({ focusArea }) => focusArea.code),
  column('name', 'Namn', 'Name', WIDTH.name, ({ focusArea }) => focusArea.name),
  inWords(
    column('stage', 'Steg', 'Stage', WIDTH.word, ({ stage }) => stage),
    STAGE_NAMES,
  ),
  column('ideas', 'Idéer', 'Ideas', WIDTH.number, ({ count }) => count),
];
