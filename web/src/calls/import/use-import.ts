import { useState } from 'react';
import type { CombinedError } from 'urql';
import type { ImportCallsMutation } from '../../gql/graphql';
import type { Problem } from '../../parts/form/problems';
import { useProblems } from '../../parts/form/use-problems';
import type { ImportInput } from './import-form';

/** What came of a try or an import. */
export type ImportResult = Omit<ImportCallsMutation['importFundingCalls'], 'calls' | '__typename'>;

/** Sends what is to be imported. */
export type Send = (
  input: ImportInput,
) => Promise<{ answer: ImportResult | undefined; error: CombinedError | undefined }>;

/** What the first try saw of a table: its sheets, and the headers that it did not know. */
export interface SeenTable {
  readonly sheets: readonly string[];
  readonly sheet?: string | undefined;
  /** Null until the chosen sheet has been tried. */
  readonly unknown: readonly string[] | null;
  /** Whether it was another file or text: what was chosen holds for the new one, too, where that has the same. */
  readonly isOther?: true;
}

/** Tries an import, and carries it out. */
export function useImport(send: Send) {
  const problemsOf = useProblems();
  const [result, setResult] = useState<ImportResult | null>(null);
  const [seen, setSeen] = useState<SeenTable | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const run = async (input: ImportInput) => {
    const { answer = null, error } = await sendAnew(send, input);
    setProblems(problemsOf(answer?.userErrors, error));
    setResult(answer);
    if (answer) setSeen(before => seenIn(before, answer, input));
  };
  return {
    result,
    seen,
    problems,
    run,
    forget: () => setResult(null),
    /** What has been chosen holds for a file that was put right. */
    otherFile: () => setSeen(before => before && { ...before, isOther: true }),
    forgetColumns: () => setSeen(before => before && { ...before, unknown: null }),
  };
}

/** A workbook without the sheet that was chosen in the one before is asked about as it stands. */
async function sendAnew(send: Send, input: ImportInput) {
  const { sheet, ...rest } = input;
  const sent = await send(input);
  return sheet !== undefined && sent.answer && !sent.answer.sheets.includes(sheet)
    ? send({ ...rest, dryRun: true })
    : sent;
}

/** The first answer counts: a header for which something has been chosen is known to the next. */
function seenIn(before: SeenTable | null, { sheets, columns }: ImportResult, given: ImportInput): SeenTable {
  const chosen = new Set(given.columns?.map(({ header }) => header));
  const now = columns.filter(({ header, field }) => field == null || chosen.has(header)).map(({ header }) => header);
  const unknown = (before?.isOther ? null : before?.unknown) ?? now;
  const [sheet, unknownOnce] = [given.sheet ?? before?.sheet, [...new Set(unknown)]];
  return { sheets, ...(sheet !== undefined && sheets.includes(sheet) && { sheet }), unknown: unknownOnce };
}
