import type { EntityManager } from '@mikro-orm/core';
import { Arg, Ctx, Extensions, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { mayFor, permitFor } from '../../access/policy.js';
import type { Context } from '../../context/context.js';
import { AS_IT_STANDS } from '../../reading/arguments.js';
import { reportAnswer } from '../../imports/report-answer.js';
import type { Locale } from '../../shared/text/localized-text.js';
import { ofContent } from '../../imports/given-content.js';
import { Refusal } from '../../shared/refuse.js';
import { MutationPayload } from '../../shared/user-error.js';
import { FundingCall } from '../funding-call.js';
import { ImportedRowType, ImportLeftOut, ImportRejection } from '../../imports/import-rows.js';
import { ColumnInput, ImportColumn } from '../../imports/table-input.js';
import { TableSeen } from '../../tables/table-choice.js';
import { CallFormat } from './call-format.js';
import { givenRows } from './given-rows.js';
import { importCalls } from './import-calls.js';
import { type ImportReport, obstacles } from '../../imports/import-report.js';

@InputType('ImportFundingCallsInput', { description: 'Funding calls as a source publishes them.' })
export class ImportFundingCallsInput {
  @Field(() => CallFormat, { description: 'The form the content has.' })
  format!: CallFormat;

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
    description: 'Which sheet of a workbook is read, by its name; without it the first that is not hidden. For XLSX.',
  })
  sheet?: string | null;

  @Field(() => [ColumnInput], {
    nullable: true,
    description: 'What headers mean that the service does not know, or knows as something else. For CSV and XLSX.',
  })
  columns?: ColumnInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'True: say what would happen and change nothing.',
  })
  dryRun?: boolean | null;
}

@ObjectType('ImportFundingCallsPayload', {
  implements: MutationPayload,
  description: 'What an import did, or would do.',
})
export class ImportFundingCallsPayload extends MutationPayload {
  @Field(() => Boolean, { description: 'Whether nothing was changed.' })
  dryRun!: boolean;

  @Field(() => Int, { description: 'How many calls are new.' })
  created!: number;

  @Field(() => Int, { description: 'How many calls change.' })
  updated!: number;

  @Field(() => Int, { description: 'How many calls the source says nothing new of.' })
  unchanged!: number;

  @Field(() => [ImportRejection], { description: 'The rows that are not taken, in order.' })
  rejected!: ImportRejection[];

  @Field(() => [ImportLeftOut], {
    description: "The rows that are no calls for us, such as those that aren't public, in order.",
  })
  leftOut!: ImportLeftOut[];

  @Field(() => [ImportedRowType], { description: 'The rows that make or change a call, in order.' })
  rows!: ImportedRowType[];

  @Field(() => [FundingCall], {
    description: 'The calls concerned, up to 100, as they are now; in a dry run those that exist already.',
  })
  calls!: FundingCall[];

  @Field(() => [String], { description: "The names of a workbook's sheets, in order; empty for other formats." })
  sheets!: readonly string[];

  @Field(() => [ImportColumn], { description: "A table's columns, in order; empty for other formats." })
  columns!: ImportColumn[];
}

/** So many calls are read back in one answer. */
const READ_BACK = 100;

const NOTHING = {
  dryRun: true,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: [],
  leftOut: [],
  rows: [],
  calls: [],
  sheets: [],
  columns: [],
};

@Resolver()
export class ImportFundingCallsResolver {
  @Mutation(() => ImportFundingCallsPayload, {
    description:
      'Imports funding calls, or says what an import would do. Rows that cannot be read are named and left out, the rest is one transaction; content that breaks off changes nothing, and neither does one of more than 3,000 rows, which the command line takes. For administrators.',
  })
  async importFundingCalls(
    @Arg('input', () => ImportFundingCallsInput, { description: 'What to import.' }) input: ImportFundingCallsInput,
    @Ctx() context: Context,
  ): Promise<ImportFundingCallsPayload> {
    const dryRun = input.dryRun !== false;
    const seen = new TableSeen();
    let rows: ReturnType<typeof givenRows> = Promise.resolve([]);
    const read = async () => {
      if (mayFor(context.viewer, 'MANAGE_CALLS')) rows = givenRows(input, seen);
      // What is refused while it is read, the change tells.
      await Promise.allSettled([rows]);
    };
    await read();
    const imported = async (em: EntityManager, flush: () => Promise<void>) => {
      permitFor(context.viewer, 'MANAGE_CALLS');
      const report = await importCalls(em, await rows, dryRun ? null : flush);
      const whole = obstacles(report);
      if (!dryRun && whole.length > 0)
        throw new Refusal(
          whole.flatMap(({ faults }) => faults.map(fault => ofContent(fault, input))),
          answerOf(report, context.locale, true),
        );
      return answerOf(report, context.locale, dryRun);
    };
    // What somebody made meanwhile is known the second time.
    const payload = await context.change(ImportFundingCallsPayload, imported, read);
    return { ...NOTHING, ...payload, sheets: seen.sheets, columns: [...seen.columns] };
  }
}

function answerOf(report: ImportReport, locale: Locale, dryRun: boolean) {
  const ids = report.imported.filter(({ isNew }) => !dryRun || !isNew).map(({ id }) => id);
  const calls = [...ids, ...report.unchanged].slice(0, READ_BACK).map(id => ({ id }));
  return { dryRun, ...reportAnswer(report, locale), calls };
}
