import type { Localized } from '../../../shared/text/localized-text.js';
import type { Bilingual } from '../../../shared/text/wording.js';
import type { DraftRemarks } from './draft-remarks.js';

/** A text that exists in one or both languages; English alone stands for the Swedish too, and of a title that is noted. */
export function bilingual(
  remarks: DraftRemarks,
  field: 'title' | 'summary',
  { sv, en }: { readonly sv: string | undefined; readonly en: string | undefined },
): Localized | undefined {
  if (sv !== undefined) return en === undefined ? { sv } : { sv, en };
  if (en === undefined) return undefined;
  remarks.assume(`${field}.sv`, field === 'title' ? ENGLISH_ONLY : undefined);
  return { sv: en, en };
}

export const ENGLISH_ONLY: Bilingual = {
  sv: 'Texten finns bara på engelska; den står också som svensk.',
  en: 'The text exists in English only; it stands for the Swedish too.',
};
