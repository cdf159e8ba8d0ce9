import type { CallFormat } from '../../../src/funding-calls/exchange/call-format.js';
import { parsedFixture } from '../../support/calls/calls-from.js';
import { KEYS, type Service, startService } from '../../support/service/service.js';

/** Whole small files, one after the other, and what must come of them. */
interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
}

interface Step {
  readonly format?: CallFormat;
  readonly content?: string;
  readonly expect?: Expected;
  readonly mutation?: string;
  readonly input?: object;
  readonly on?: string;
}

interface Expected {
  readonly created?: number;
  readonly updated?: number;
  readonly unchanged?: number;
  readonly rejected?: number;
  readonly leftOut?: readonly { row: number; identifier?: string }[];
  readonly call?: ExpectedCall;
  readonly note?: boolean;
}

interface ExpectedCall extends Readonly<Record<string, unknown>> {
  readonly identifier?: string;
  readonly deadlines?: readonly string[];
  readonly summaryContains?: string;
}

const CALL = /* GraphQL */ `
  query ($identifier: String!) {
    fundingCall(identifier: $identifier) {
      id
      identifier
      title(locale: SV)
      titleEn: title(locale: EN)
      summary(locale: SV)
      funder
      programme
      url
      status
      deadlineModel
      deadlines {
        at
      }
      budget {
        amount
        currency
      }
      grantMin {
        amount
        currency
      }
      grantMax {
        amount
        currency
      }
    }
  }
`;

const IMPORT = /* GraphQL */ `
  mutation ($input: ImportFundingCallsInput!) {
    importFundingCalls(input: $input) {
      created
      updated
      unchanged
      rejected {
        row
        errors {
          message
        }
        cells {
          column
          text
          message
        }
      }
      leftOut {
        row
        identifier
        message
      }
      rows {
        identifier
        notes
      }
      userErrors {
        message
      }
    }
  }
`;

let service: Service;
beforeAll(async () => (service = await startService()), 60_000);
afterAll(() => service.stop());

const run = (document: string, variables: object) => service.as(KEYS.admin).run<any, object>(document, variables);

async function callOf(identifier: string): Promise<Record<string, unknown>> {
  const { fundingCall } = await run(CALL, { identifier });
  const money = (value: { amount: string; currency: string } | null) => value && `${value.amount} ${value.currency}`;
  const { budget, grantMin, grantMax, deadlines } = fundingCall;
  return {
    ...fundingCall,
    deadlines: deadlines.map(({ at }: { at: string }) => at.replace('.000Z', 'Z')),
    budget: money(budget),
    grantMin: money(grantMin),
    grantMax: money(grantMax),
  };
}

async function importing({ format, content, expect: expected = {} }: Step): Promise<void> {
  const { importFundingCalls: answer } = await run(IMPORT, { input: { format, content, dryRun: false } });
  const counts = { ...answer, rejected: answer.rejected.length };
  for (const name of ['created', 'updated', 'unchanged', 'rejected'] as const)
    if (expected[name] !== undefined) expect([name, counts[name]]).toEqual([name, expected[name]]);
  if (expected.leftOut) expect(answer.leftOut).toMatchObject(expected.leftOut);
  for (const { message } of answer.leftOut) expect(message).toBeTruthy();
  if (expected.note) expect(answer.rows.flatMap(({ notes }: { notes: string[] }) => notes)).not.toEqual([]);
  if (!expected.call) return;
  const { summaryContains, ...fields } = expected.call;
  const call = await callOf(fields.identifier ?? answer.rows[0].identifier);
  expect(call).toMatchObject(fields);
  if (summaryContains) expect(call['summary']).toContain(summaryContains);
}

async function changing({ mutation, input, on }: Step): Promise<void> {
  const { id } = await callOf(on!);
  const type = `${mutation![0]!.toUpperCase()}${mutation!.slice(1)}Input!`;
  const { done } = await run(
    `mutation ($input: ${type}) { done: ${mutation}(input: $input) { userErrors { message } } }`,
    {
      input: { id, ...input },
    },
  );
  expect(done.userErrors).toEqual([]);
}

describe('Imports, one after the other', () => {
  it.each<Case>(parsedFixture('import-cases.json'))('$name', async ({ steps }) => {
    for (const step of steps) await (step.mutation ? changing(step) : importing(step));
  });
});
