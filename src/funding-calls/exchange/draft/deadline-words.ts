import type { DeadlineModel } from '../../call-status.js';
import { MODEL_NAMES } from '../../description/call-words.js';
import { fits } from '../../description/call-deadlines.js';
import type { DraftDeadline } from './call-draft.js';
import { plainWord } from '../../../shared/text/plain-word.js';
import { counted } from '../../../shared/text/wording.js';
import { quoted } from '../../../tables/text/plain-text.js';
import type { DraftRemarks } from './draft-remarks.js';

/** How sources and people write the models, in lower case with single spaces. */
const WORDS: ReadonlyMap<string, DeadlineModel> = new Map(
  Object.entries({
    'single stage': 'SINGLE_STAGE',
    'one stage': 'SINGLE_STAGE',
    enstegs: 'SINGLE_STAGE',
    'ett steg': 'SINGLE_STAGE',
    'two stage': 'TWO_STAGE',
    tvåstegs: 'TWO_STAGE',
    'två steg': 'TWO_STAGE',
    'multiple cut off': 'MULTIPLE_CUT_OFF',
    'multiple cutoff': 'MULTIPLE_CUT_OFF',
    'flera ansökningstillfällen': 'MULTIPLE_CUT_OFF',
    'flera stoppdatum': 'MULTIPLE_CUT_OFF',
    'flera datum': 'MULTIPLE_CUT_OFF',
    continuous: 'CONTINUOUS',
    permanent: 'CONTINUOUS',
    ongoing: 'CONTINUOUS',
    rolling: 'CONTINUOUS',
    löpande: 'CONTINUOUS',
    'löpande ansökan': 'CONTINUOUS',
    'tills vidare': 'CONTINUOUS',
    'öppen tills vidare': 'CONTINUOUS',
    'open ended': 'CONTINUOUS',
  }),
);

/** The model that a word stands for, or undefined for a word we don't know. */
export function deadlineModelOf(word: string): DeadlineModel | undefined {
  return WORDS.get(plainWord(word));
}

const DEADLINES = {
  one: { sv: 'sista ansökningsdag', en: 'deadline' },
  many: { sv: 'sista ansökningsdagar', en: 'deadlines' },
};

/** The model as the source gives it, or as the number of deadlines tells; what was assumed is noted. */
export function deadlineModel(
  readings: DraftRemarks,
  path: readonly string[],
  word: string | undefined,
  deadlines: number,
): DeadlineModel {
  const given = word === undefined ? undefined : deadlineModelOf(word);
  if (given && fits(given, deadlines)) return given;
  const model = deadlines > 1 || given === 'CONTINUOUS' ? 'MULTIPLE_CUT_OFF' : 'SINGLE_STAGE';
  readings.assume('deadlineModel');
  // A single date needs no explanation; several could have been stages.
  if (word !== undefined || deadlines > 1) {
    const said = word === undefined ? { sv: 'inget ansökningsförfarande', en: 'no model' } : quoted(word);
    const many = counted(deadlines, DEADLINES);
    readings.note({
      sv: `${path.join('.')}: källan anger ${said.sv} och ${many.sv}; läst som ${MODEL_NAMES[model].sv}.`,
      en: `${path.join('.')}: the source gives ${said.en} and ${many.en}; read as ${MODEL_NAMES[model].en}.`,
    });
  }
  return model;
}

/** Names the deadlines by what they mean: stages in a two-stage call, cut-offs where there are several. */
export function labelled(
  readings: DraftRemarks,
  model: DeadlineModel,
  deadlines: readonly DraftDeadline[],
): DraftDeadline[] {
  const word =
    model === 'TWO_STAGE' ? 'Stage' : model === 'MULTIPLE_CUT_OFF' && deadlines.length > 1 ? 'Cut-off' : null;
  if (!word) return [...deadlines];
  return deadlines.map(({ at, label }, place) => {
    if (label === undefined) readings.assume(`deadlines.${place}.label`);
    return { at, label: label ?? `${word} ${place + 1}` };
  });
}
