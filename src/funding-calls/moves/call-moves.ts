import type { FocusArea } from '../../focus-areas/focus-area.js';
import type { Bilingual } from '../../shared/text/wording.js';
import type { CallDescription } from '../description/call-description.js';

/** What a new call is made of. */
export interface NewCall {
  identifier: string;
  description: CallDescription;
  focusAreas: readonly FocusArea[];
  publishedAt: Date | null;
}

export const CANCELLED: Bilingual = { sv: 'Utlysningen är inställd.', en: 'The funding call is cancelled.' };

export const PUBLISHED_ALREADY: Bilingual = {
  sv: 'Utlysningen är redan publicerad.',
  en: 'The funding call is already published.',
};

export const NO_DRAFT: Bilingual = {
  sv: 'Bara ett utkast kan tas bort. En publicerad utlysning ställs in.',
  en: 'Only a draft can be deleted. A published call is cancelled.',
};
