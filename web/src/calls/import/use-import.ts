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
}

/** Tries an import, and carries it out. */
export function useImport(send: Send) {
  const problemsOf = useProblems();
  const [result, setResult] = useState<ImportResult | null>(null);
  const [seen, setSeen] = useState<SeenTable | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const run = async (input: ImportInput) => {
    const { answer = null, error } = await send(input);
    setProblems(problemsOf(answer?.userErrors, error));
    setResult(answer);
    if (answer) setSeen(before => seenIn(before, answer, input.sheet));
  };
  return {
    result,
    seen,
    problems,
    run,
    forget: () => setResult(null),
    forgetFile: () => setSeen(null),
    forgetColumns: () => setSeen(before => before && { ...before, unknown: null }),
  };
}

/** The first answer counts: a header for which something has been chosen is known to the next. */
function seenIn(before: SeenTable | null, { sheets, columns }: ImportResult, sheet?: string | null): SeenTable {
  const unknown = before?.unknown ?? columns.filter(({ field }) => field == null).map(({ header }) => header);
  return { sheets, sheet: sheet ?? before?.sheet, unknown: [...new Set(unknown)] };
}
