import { registerEnumType } from 'type-graphql';

/** Turns words and their descriptions into a GraphQL enum, and into the object and literal types the code uses. */
export function describedEnum<const T extends Record<string, string>>(
  name: string,
  description: string,
  values: T,
): { readonly [K in keyof T & string]: K } {
  const members = Object.fromEntries(Object.keys(values).map(key => [key, key])) as { [K in keyof T & string]: K };
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([key, text]) => [key, { description: text }]));
  registerEnumType(members, { name, description, valuesConfig: valuesConfig as never });
  return members;
}

/** The words of an enum, in the order they were described. */
export function wordsOf<K extends string>(members: { readonly [P in K]: P }): K[] {
  return Object.keys(members) as K[];
}
