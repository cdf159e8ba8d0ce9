import type { GraphQLResolveInfo } from 'graphql';
import { createParameterDecorator } from 'type-graphql';
import type { Context } from '../context/context.js';
import type { Followed } from '../reading/followed.js';
import type { FieldSql } from '../reading/scope.js';
import { given, sql, type Sql } from '../reading/sql.js';

interface Subscribing {
  readonly args: { readonly sinceSequence?: number | null };
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

/** The argument that every subscription takes. */
export const SINCE = {
  nullable: true,
  description:
    'The sequence of the last event that was received, or the Activity-Sequence of an answer; left out, the subscription begins now.',
};

/**
 * What a subscription follows: the SQL gives a JSON list of `{sequence, value}` for the rows of the activity log that
 * are `within` the range being read; the value is what the field asks for.
 */
export function following(occurrences: FieldSql) {
  return ({ args, context, info }: Subscribing): Followed => context.follow(info, occurrences, args.sinceSequence);
}

/** Which rows of the activity log a subscription looks at in one read. */
export function within(activity: Sql): Sql {
  return sql`${activity}.sequence > ${given('after')}::int and ${activity}.sequence <= ${given('upTo')}::int`;
}

/** The value of the occurrence that is being answered. */
export function Occurred() {
  return createParameterDecorator(({ root }) => root);
}
