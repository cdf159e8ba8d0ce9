import { Embeddable, Property } from '@mikro-orm/decorators/legacy';
import { Field, InputType } from 'type-graphql';
import { cleaned } from './clean-text.js';
import { describedEnum } from '../described-enum.js';

export const Locale = describedEnum('Locale', 'A language that texts and messages are answered in.', {
  SV: 'Swedish, the language every text has.',
  EN: 'English; a text without English is answered in Swedish.',
});
export type Locale = keyof typeof Locale;

/** A text in Swedish and, where somebody has written it, in English. */
export interface Localized {
  sv: string;
  en?: string | null | undefined;
}

@Embeddable()
@InputType('LocalizedTextInput', {
  description:
    'A text in Swedish, and in English where there is one; reading falls back to the other language. It is stored with composed letters (NFC) and without blanks around it; what has nothing to see in it is blank.',
})
export class LocalizedText implements Localized {
  @Property({ type: 'text' })
  @Field(() => String, { description: 'The Swedish text. Required; it may not be blank.' })
  sv!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The English text, or null when there is none.' })
  en?: string | null;

  static of(text: Localized): LocalizedText {
    return Object.assign(new LocalizedText(), { sv: cleaned(text.sv), en: cleaned(text.en ?? '') || null });
  }
}

/** Picks the language asked for, or the other one where it is missing. */
export function inLocale(text: Localized, locale: Locale): string {
  return locale === 'EN' ? text.en || text.sv : text.sv || text.en || '';
}
