import { type GraphQLArgument, type GraphQLField, isRequiredArgument } from 'graphql';
import type { Tape } from './tape.js';

/** Which arguments a field gets: of `id` and its alternatives exactly one, of the paging ones those that go together. */
export function chosenArgs(
  { args }: GraphQLField<unknown, unknown>,
  tape: Tape,
  isRoot: boolean,
): readonly GraphQLArgument[] {
  const named = (names: readonly string[]) => args.filter(({ name }) => names.includes(name));
  const alternatives = named(['id', 'code', 'slug', 'identifier']);
  if (alternatives.length > 1) return [tape.one(alternatives)];
  const paging = ['first', 'after', 'last', 'before'];
  const others = args.filter(arg => !paging.includes(arg.name) && (isRequiredArgument(arg) || tape.once(2)));
  if (!args.some(({ name }) => name === 'first')) return others;
  const ways = [['first'], ['first', 'after'], ...(isRoot ? [[], ['after'], ['last'], ['last', 'before']] : [])];
  return [...named(tape.one(ways)), ...others];
}
