import { type Bilingual, alikeInBoth } from '../../shared/text/wording.js';
import type { CallStatus, DeadlineModel } from '../call-status.js';

/** How people write the models, in the words that an import reads too. */
export const MODEL_NAMES: Readonly<Record<DeadlineModel, Bilingual>> = {
  SINGLE_STAGE: { sv: 'ett steg', en: 'single-stage' },
  TWO_STAGE: { sv: 'två steg', en: 'two-stage' },
  MULTIPLE_CUT_OFF: { sv: 'flera datum', en: 'multiple cut-off' },
  CONTINUOUS: { sv: 'löpande', en: 'continuous' },
};

export const STATUS_NAMES: Readonly<Record<CallStatus, Bilingual>> = {
  DRAFT: { sv: 'utkast', en: 'draft' },
  FORTHCOMING: { sv: 'kommande', en: 'forthcoming' },
  OPEN: { sv: 'öppen', en: 'open' },
  CLOSED: { sv: 'avslutad', en: 'closed' },
  CANCELLED: { sv: 'inställd', en: 'cancelled' },
};

/** The words in which a call's faults are told: whoever wrote a table is told of its columns, not of our fields. */
export interface CallWords {
  readonly at: (field: string, ...inside: string[]) => readonly string[];
  readonly model: (model: DeadlineModel) => Bilingual;
}

/** The words of the API: its own fields and codes. */
export const API_WORDS: CallWords = { at: (...path) => path, model: alikeInBoth };
