import type { LocalizedTextInput } from '../../gql/graphql';
import { someOf, textOf } from './form-text';

/** What has a name and says what it covers, in both languages. */
export interface NamedInBoth {
  nameSv: string;
  nameEn: string;
  descriptionSv?: string | null;
  descriptionEn?: string | null;
}

const both = (sv: string, en: string | null): LocalizedTextInput | null => (sv || en ? { sv, en } : null);

/** What the form says of a name and a description; a text without Swedish is for the service to refuse, at its field. */
export function textsOf(form: FormData): { name: LocalizedTextInput; description: LocalizedTextInput | null } {
  return {
    name: { sv: textOf(form, 'name.sv'), en: someOf(form, 'name.en') },
    description: both(textOf(form, 'description.sv'), someOf(form, 'description.en')),
  };
}

/** Reading falls back to Swedish; a text that is the same in both was never translated. */
export const english = (sv: string | null | undefined, en: string | null | undefined): string | null =>
  en && en !== sv ? en : null;

/** The texts as they were. */
export function formerTexts({ nameSv, nameEn, descriptionSv, descriptionEn }: NamedInBoth) {
  return {
    name: { sv: nameSv, en: english(nameSv, nameEn) },
    description: both(descriptionSv ?? '', english(descriptionSv, descriptionEn)),
  };
}
