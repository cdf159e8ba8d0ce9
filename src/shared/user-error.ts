import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { type Fault, UserErrorCode } from './refuse.js';
import { inLocale, type Locale } from './text/localized-text.js';

@ObjectType('UserError', {
  description: 'Something that the caller can put right. The change was not made, not even in part.',
})
export class UserError {
  @Field(() => UserErrorCode, { description: 'What kind of thing it is; stable, for programs.' })
  code!: UserErrorCode;

  @Field(() => String, { description: "What is wrong and what would be right, in the request's language." })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The way to the field of the input, such as ["title", "sv"]; null when it is the whole.',
  })
  path?: string[] | null;
}

@InterfaceType('MutationPayload', { description: 'What every mutation answers.', resolveType: () => undefined })
export abstract class MutationPayload {
  @Field(() => [UserError], { description: 'Why the change was refused; empty when it was made.' })
  userErrors!: UserError[];
}

/** A fault as the API answers it, in one language. */
export function userErrorOf({ code, message, path }: Fault, locale: Locale): UserError {
  return { code, message: inLocale(message, locale), path: path?.length ? [...path] : null };
}
