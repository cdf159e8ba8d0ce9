import { useState } from 'react';
import { useMutation } from 'urql';
import { ImportCallsDocument, type ImportCallsMutation, type ImportFundingCallsInput } from '../../gql/graphql';
import type { Problem } from '../../parts/form/problems';
import { useProblems } from '../../parts/form/use-problems';

/** What came of a try or an import. */
export type ImportResult = ImportCallsMutation['importFundingCalls'];

/** Tries an import, and carries it out. */
export function useImport() {
  const problemsOf = useProblems();
  const [{ fetching: busy }, send] = useMutation(ImportCallsDocument);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const run = async (input: ImportFundingCallsInput) => {
    const { data, error } = await send({ input });
    const answer = data?.importFundingCalls ?? null;
    setProblems(problemsOf(answer?.userErrors, error));
    setResult(answer);
  };
  return { result, problems, busy, run, forget: () => setResult(null) };
}
