import type { CallDraft, CallRow, DraftDeadline } from '../../draft/call-draft.js';
import { deadlineModel, labelled } from '../../draft/deadline-words.js';
import { eachMomentOnce } from '../../../description/call-deadlines.js';
import { keywordsOf } from './eu-keywords.js';
import { programmeByCode, programmeByIdentifier, withoutShortName } from './eu-programmes.js';
import { collaborationRules } from './eu-rules.js';
import { EU_FUNDER, NO_GRANT, topicPage } from './eu-search.js';
import { isClosedUndated } from './eu-status.js';
import { epochText, euDeadline, euOpening } from './eu-times.js';
import { finishedRow } from '../../draft/finished-row.js';
import { closedWithoutDate } from '../../draft/claimed-status.js';
import { ENGLISH_ONLY } from '../../draft/bilingual.js';
import { isObject, type Json } from '../../source/json/json.js';
import { Readings } from '../../draft/readings.js';

const FIELDS = {
  identifier: ['identifier'],
  title: ['title'],
  programme: ['frameworkProgramme', 'description'],
  deadlineModel: ['deadlineModel'],
  opensAt: ['plannedOpeningDateLong'],
  deadlines: ['deadlineDatesLong'],
} as const;

/** Grants; everything else in the file is a tender. */
const GRANT = '1';

/** One record of the portal's bulk file as a draft; it has no amounts and no texts. */
export function euBulkRow(value: Json, row: number): CallRow {
  const readings = Readings.of(value);
  const identifier = readings.identifier('identifier');
  if (isObject(value) && readings.text('type') !== GRANT)
    return { row, ...(identifier ? { identifier } : {}), skipped: NO_GRANT };
  const dates = datesOf(readings, identifier);
  const status = readings.text('status', 'id') ?? readings.text('status', 'description');
  if (isClosedUndated(readings, ['status'], status, dates)) return closedWithoutDate(row, identifier);
  const title = readings.title('title') ?? readings.title('callTitle');
  readings.note(ENGLISH_ONLY);
  readings.assume('funder');
  readings.assume('url');
  const parts = {
    ...dates,
    ...collaborationRules(readings, actionOf(readings)),
    identifier,
    title: title === undefined ? undefined : { sv: title, en: title },
    language: 'en',
    keywords: keywordsOf(readings.value('keywords'), [identifier]),
    programme: programmeOf(readings, identifier),
    funder: EU_FUNDER,
    url: identifier === undefined ? undefined : topicPage(identifier),
    source: { system: 'EU_PORTAL', externalId: identifier },
  } as const;
  return finishedRow(row, parts, readings, FIELDS);
}

function datesOf(
  readings: Readings,
  identifier: string | undefined,
): Pick<CallDraft, 'opensAt' | 'deadlines' | 'deadlineModel'> {
  const read = readings.dateTexts(FIELDS.deadlines).flatMap((text): DraftDeadline[] => {
    const at = euDeadline(readings, FIELDS.deadlines, epochText(text));
    return at ? [{ at }] : [];
  });
  const deadlines = eachMomentOnce(read);
  const opens = readings.text('plannedOpeningDateLong');
  const model = deadlineModel(readings, FIELDS.deadlineModel, modelWord(readings, identifier), deadlines.length);
  return {
    opensAt: euOpening(readings, FIELDS.opensAt, opens === undefined ? undefined : epochText(opens)),
    deadlines: labelled(readings, model, deadlines),
    deadlineModel: model,
  };
}

/** The model is often an empty object here; a topic in two stages says so at the end of its identifier. */
function modelWord(readings: Readings, identifier: string | undefined): string | undefined {
  const [action] = readings.objects('actions');
  const procedure = action && new Readings(action).text('submissionProcedure', 'abbreviation');
  const given =
    readings.text('deadlineModel', 'abbreviation') ?? readings.text('deadlineModel', 'description') ?? procedure;
  if (given !== undefined || !identifier?.endsWith('-two-stage')) return given;
  readings.note({
    sv: 'deadlineModel saknas; beteckningen säger two-stage.',
    en: 'deadlineModel is missing; the identifier says two-stage.',
  });
  return 'two-stage';
}

function programmeOf(readings: Readings, identifier: string | undefined): string | undefined {
  const described = readings.name('frameworkProgramme', 'description');
  if (described !== undefined) return withoutShortName(described);
  const code = readings.name('frameworkProgramme', 'id');
  const known = programmeByCode(code) ?? programmeByIdentifier(identifier);
  if (programmeByCode(code) === undefined) readings.assume('programme');
  return known ?? (code === undefined ? undefined : `EU programme ${code}`);
}

function actionOf(readings: Readings): string | undefined {
  const [action] = readings.objects('topicActions');
  return action && new Readings(action).text('description');
}
