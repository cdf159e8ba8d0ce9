import { Arg, Ctx, Extensions, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { mayFor, permitFor } from '../../access/policy.js';
import type { Context } from '../../context/context.js';
import { AS_IT_STANDS } from '../../reading/arguments.js';
import { reportAnswer } from '../../imports/report-answer.js';
import type { Locale } from '../../shared/text/localized-text.js';
import { type Fault, Refusal } from '../../shared/refuse.js';
import { MutationPayload } from '../../shared/user-error.js';
import { FundingCall } from '../funding-call.js';
import { ImportedRowType, ImportLeftOut, ImportRejection } from '../../imports/import-rows.js';
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
      "The whole file's bytes as base64 (RFC 4648): this or content. They may be UTF-8, UTF-16 or Windows-1252.",
  })
  contentBase64?: string | null;

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
}

/** So many calls are read back in one answer. */
const READ_BACK = 100;

const NOTHING = { dryRun: true, created: 0, updated: 0, unchanged: 0, rejected: [], leftOut: [], rows: [], calls: [] };

@Resolver()
export class ImportFundingCallsResolver {
  @Mutation(() => ImportFundingCallsPayload, {
    description:
      'Imports funding calls, or says what an import would do. Rows that cannot be read are named and left out, the rest is one transaction; content that breaks off changes nothing. For administrators.',
  })
  async importFundingCalls(
    @Arg('input', () => ImportFundingCallsInput, { description: 'What to import.' }) input: ImportFundingCallsInput,
    @Ctx() context: Context,
  ): Promise<ImportFundingCallsPayload> {
    const dryRun = input.dryRun !== false;
    const rows = mayFor(context.viewer, 'MANAGE_CALLS') ? givenRows(input) : Promise.resolve([]);
    // What is refused while it is read, the change tells.
    await Promise.allSettled([rows]);
    const payload = await context.change(ImportFundingCallsPayload, async (em, flush) => {
      permitFor(context.viewer, 'MANAGE_CALLS');
      const report = await importCalls(em, await rows, dryRun ? null : flush);
      const whole = obstacles(report);
      if (!dryRun && whole.length > 0)
        throw new Refusal(
          whole.flatMap(({ faults }) => faults.map(fault => ofContent(fault, input))),
          answerOf(report, context.locale, true),
        );
      return answerOf(report, context.locale, dryRun);
    });
    return { ...NOTHING, ...payload };
  }
}

/** A fault of the file as a whole is a fault of the field in which it was given. */
function ofContent(fault: Fault, { content }: ImportFundingCallsInput): Fault {
  return fault.path?.length ? fault : { ...fault, path: [content == null ? 'contentBase64' : 'content'] };
}

function answerOf(report: ImportReport, locale: Locale, dryRun: boolean) {
  const ids = report.imported.filter(({ isNew }) => !dryRun || !isNew).map(({ id }) => id);
  const calls = [...ids, ...report.unchanged].slice(0, READ_BACK).map(id => ({ id }));
  return { dryRun, ...reportAnswer(report, locale), calls };
}
