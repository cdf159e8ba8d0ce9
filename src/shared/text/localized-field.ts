import { Embedded } from '@mikro-orm/decorators/legacy';
import { Arg, Field } from 'type-graphql';
import { Locale, LocalizedText } from './localized-text.js';

/** A text column pair that the API answers in one language: the argument's, else the request's. */
export function LocalizedField({ description, nullable = false }: { description: string; nullable?: boolean }) {
  return (prototype: object, name: string): void => {
    Embedded(() => LocalizedText, { nullable })(prototype, name);
    Field(() => String, { description, nullable })(prototype, name);
    Reflect.defineMetadata('design:paramtypes', [String], prototype, name);
    LocaleArg()(prototype, name, 0);
  };
}

/** The argument by which a text is asked for in one language. */
export function LocaleArg() {
  return Arg('locale', () => Locale, {
    nullable: true,
    description: "The language to answer in; without it the request's Accept-Language, else Swedish.",
  });
}
