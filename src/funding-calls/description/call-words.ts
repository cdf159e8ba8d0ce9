import type { Bilingual } from '../../shared/text/wording.js';
import type { CallStatus, DeadlineModel } from '../call-status.js';

/** How people write the models, in the words that an import reads too. */
export const MODEL_NAMES: Readonly<Record<DeadlineModel, Bilingual>> = {
  SINGLE_STAGE: { sv: 'ett steg', en: 'single-stage' },
  TWO_STAGE: { sv: 'två steg', en: 'two-stage' },
  MULTIPLE_CUT_OFF: { sv: 'flera ansökningstillfällen', en: 'multiple cut-off' },
  CONTINUOUS: { sv: 'löpande', en: 'continuous' },
};

export const STATUS_NAMES: Readonly<Record<CallStatus, Bilingual>> = {
  DRAFT: { sv: 'utkast', en: 'draft' },
  FORTHCOMING: { sv: 'kommande', en: 'forthcoming' },
  OPEN: { sv: 'öppen', en: 'open' },
  CLOSED: { sv: 'stängd', en: 'closed' },
  CANCELLED: { sv: 'inställd', en: 'cancelled' },
};

/** The words in which a call's faults are told: whoever wrote a table is told of its columns, not of our fields. */
export interface CallWords {
  readonly at: (field: string, ...inside: string[]) => readonly string[];
  readonly called: (field: keyof typeof FIELD_NAMES) => Bilingual;
}

/** What people call the fields that are told of beside each other. */
const FIELD_NAMES = {
  fundingRate: { sv: 'Stödandel', en: 'Funding rate' },
  grantMin: { sv: 'Minsta bidrag', en: 'Smallest grant' },
  grantMax: { sv: 'Största bidrag', en: 'Largest grant' },
  trlMin: { sv: 'Lägsta TRL', en: 'Lowest TRL' },
  trlMax: { sv: 'Högsta TRL', en: 'Highest TRL' },
} as const;

/** The words of the API: its own fields, by the names that its forms have. */
export const API_WORDS: CallWords = { at: (...path) => path, called: field => FIELD_NAMES[field] };
