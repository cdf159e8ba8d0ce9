import { Extensions, Field, InputType, Int, ObjectType } from 'type-graphql';
import { AS_IT_STANDS } from '../reading/arguments.js';
import { describedEnum } from '../shared/described-enum.js';
import { MutationPayload } from '../shared/user-error.js';
import { ImportedRowType, ImportLeftOut, ImportRejection } from './import-rows.js';
import { ColumnInput, ImportColumn } from './table-input.js';

export const TableFormat = describedEnum('TableFormat', 'A form that a table can be imported from.', {
  CSV: 'Text with a header, separated by comma, semicolon or tab.',
  XLSX: 'A sheet of an Excel workbook, given as base64.',
});
export type TableFormat = keyof typeof TableFormat;

@InputType('ImportTableInput', {
  description: 'A table as people keep it, with the columns of docs/import-formats.md.',
})
export class ImportTableInput {
  @Field(() => TableFormat, { description: 'The form the content has.' })
  format!: TableFormat;

  @Extensions(AS_IT_STANDS)
  @Field(() => String, {
    nullable: true,
    description: 'The whole file as text: this or contentBase64. Larger files go through the command line.',
  })
  content?: string | null;

  @Extensions(AS_IT_STANDS)
  @Field(() => String, {
    nullable: true,
    description:
      "The whole file's bytes as base64 (RFC 4648): this or content. A text may be UTF-8, UTF-16 or Windows-1252; a workbook is always given so.",
  })
  contentBase64?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which sheet of a workbook is read, by its name; without it the first that is not hidden.',
  })
  sheet?: string | null;

  @Field(() => [ColumnInput], {
    nullable: true,
    description: 'What headers mean that the service does not know, or knows as something else.',
  })
  columns?: ColumnInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the programme that new ideas belong to, where the table does not say it. For ideas.',
  })
  programme?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'True: say what would happen and change nothing.',
  })
  dryRun?: boolean | null;
}

/** What the imports of all tables answer. */
@ObjectType()
export abstract class ImportedTable extends MutationPayload {
  @Field(() => Boolean, { description: 'Whether nothing was changed.' })
  dryRun!: boolean;

  @Field(() => Int, { description: 'How many rows make something new.' })
  created!: number;

  @Field(() => Int, { description: 'How many rows change something.' })
  updated!: number;

  @Field(() => Int, { description: 'How many rows say nothing new.' })
  unchanged!: number;

  @Field(() => [ImportRejection], { description: 'The rows that are not taken, in order.' })
  rejected!: ImportRejection[];

  @Field(() => [ImportLeftOut], { description: 'The rows that are none of the table, such as notes below it.' })
  leftOut!: ImportLeftOut[];

  @Field(() => [ImportedRowType], { description: 'The rows that make or change something, in order.' })
  rows!: ImportedRowType[];

  @Field(() => [String], { description: "The names of a workbook's sheets, in order; empty for CSV." })
  sheets!: readonly string[];

  @Field(() => [ImportColumn], { description: "The table's columns, in order." })
  columns!: ImportColumn[];
}
