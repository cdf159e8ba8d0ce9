import { ArgsType, Field, Int } from 'type-graphql';
import { badInput } from '../bad-input.js';

export const PAGE_DEFAULT = 20;
export const PAGE_MAX = 100;

/** Which page of a list is asked for. */
export interface Page {
  readonly size: number;
  readonly backward: boolean;
  readonly cursorArgument: 'after' | 'before';
  readonly continues: boolean;
}

export function pageOf(args: {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}): Page {
  const backward = args.last != null;
  if (backward && args.first != null) throw badInput('Give either first or last, not both.');
  if (backward ? args.after != null : args.before != null)
    throw badInput('after goes with first, before goes with last.');
  const size = args.last ?? args.first ?? PAGE_DEFAULT;
  const name = backward ? 'last' : 'first';
  if (size < 0 || size > PAGE_MAX) throw badInput(`${name} must be at least 0 and at most ${PAGE_MAX}.`);
  return {
    size,
    backward,
    cursorArgument: backward ? 'before' : 'after',
    continues: (backward ? args.before : args.after) != null,
  };
}

/** The arguments of a list that pages forward. */
@ArgsType()
export class ForwardArgs {
  @Field(() => Int, { nullable: true, defaultValue: PAGE_DEFAULT, description: 'How many rows at most, 0 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

/** The arguments of a list that pages both ways: `first` with `after`, or `last` with `before`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many rows from the beginning or after the cursor, 0 to 100; 20 when neither first nor last is given.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before; goes with first.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many rows from the end or before the cursor, 0 to 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'The startCursor of the page after; goes with last.' })
  before?: string | null;
}
