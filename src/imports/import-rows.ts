import { Field, Int, ObjectType } from 'type-graphql';
import { Change } from '../activity/activity.js';
import type { Localized } from '../shared/text/localized-text.js';
import { UserError } from '../shared/user-error.js';

@ObjectType('ImportCell', { description: 'A cell, or a value, that a row was refused for.' })
export class ImportCell {
  @Field(() => String, { description: "The column's header, or the way to the source's field." })
  column!: string;

  @Field(() => String, { description: 'What stands there in the source, at most 500 characters.' })
  text!: string;

  /** The message, before it is answered in one language. */
  readonly reason!: Localized;
}

@ObjectType('ImportRejection', { description: 'A row that was not taken, and why.' })
export class ImportRejection {
  @Field(() => Int, {
    description:
      "The row, counted from 1 in the source's list (in CSV the header is row 1); 0 is the content as a whole.",
  })
  row!: number;

  @Field(() => String, { nullable: true, description: 'The identifier, if it could be read.' })
  identifier?: string | null;

  @Field(() => [UserError], { description: "What is wrong; the paths name the source's fields." })
  errors!: UserError[];

  @Field(() => [ImportCell], { description: 'The cells that are wrong, as they stand in the source.' })
  cells!: ImportCell[];
}

@ObjectType('ImportLeftOut', {
  description:
    'What was left out, and why: a row that is none of the table, or nothing for us; columns that are not known, by the row of their header.',
})
export class ImportLeftOut {
  @Field(() => Int, { description: "The row, counted from 1 in the source's list; 0 is more than one row." })
  row!: number;

  @Field(() => String, { nullable: true, description: 'The identifier, if it could be read.' })
  identifier?: string | null;

  readonly reason!: Localized;
}

@ObjectType('ImportedRow', { description: 'A row that makes something new, or changes something.' })
export class ImportedRowType {
  @Field(() => Int, { description: "The row, counted from 1 in the source's list." })
  row!: number;

  @Field(() => String, { description: "What it is known by: a call's identifier, a partner's slug, an idea's code." })
  identifier!: string;

  readonly name!: Localized;

  @Field(() => [Date], {
    description: "A call's deadlines after the import, in order of time, UTC; empty for other rows.",
  })
  deadlines!: readonly Date[];

  @Field(() => Boolean, { description: 'Whether it is new.' })
  isNew!: boolean;

  @Field(() => [Change], { description: 'Which fields change, and how; empty for a new one.' })
  changes!: readonly Change[];

  @Field(() => [String], {
    description:
      'What was assumed or could not be read, such as an hour that the source leaves out; and why a new call is a draft.',
  })
  notes!: string[];
}
