import { useState } from 'react';
import { useClient } from 'urql';
import { askingOnce } from '../client/client';
import { key } from '../client/key';
import {
  CallsNowDocument,
  ImportCallsDocument,
  type CallRowFragment,
  type ImportCallsMutation,
  type ImportFundingCallsInput,
} from '../gql/graphql';
import { language, useLocale, useWords } from '../language/language';
import type { Problem } from '../parts/problems';
import { compare, type Imported } from './import-differences';
import { callWords } from './words';

/** What came of a try or an import. */
export interface ImportResult {
  answer: ImportCallsMutation['importFundingCalls'];
  imported: readonly Imported[];
}

/** Tries an import, and carries it out. */
export function useImport() {
  const t = useWords(callWords);
  const locale = useLocale();
  const cached = useClient();
  const [result, setResult] = useState<ImportResult | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async (input: ImportFundingCallsInput) => {
    setBusy(true);
    // A try answers with calls as they would be; the page's cache must not take them for calls as they are.
    const client = input.dryRun ? askingOnce({ secret: key.read(), language: language.read }) : cached;
    const { data, error } = await client.mutation(ImportCallsDocument, { input, locale }).toPromise();
    const answer = data?.importFundingCalls;
    setProblems(answer?.userErrors ?? [{ message: error?.graphQLErrors[0]?.message ?? t.unreachable }]);
    setBusy(false);
    if (!answer) return;
    const before = input.dryRun ? await callsNow(answer.calls.map(({ id }) => id)) : null;
    setResult({ answer, imported: before ? compare(answer.calls, before) : [] });
  };
  const callsNow = async (ids: string[]): Promise<CallRowFragment[] | null> => {
    const client = askingOnce({ secret: key.read(), language: language.read });
    const { data } = await client.query(CallsNowDocument, { ids, locale }).toPromise();
    return data ? data.nodes.flatMap(node => (node && 'identifier' in node ? [node] : [])) : null;
  };
  return { result, problems, busy, run, forget: () => setResult(null) };
}
