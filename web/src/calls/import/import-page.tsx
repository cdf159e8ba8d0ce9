import { useMutation } from 'urql';
import { ImportCallsDocument, type CallFormat } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { Page } from '../../parts/page';
import { AdminOnly } from '../admin-only';
import { Import, type ImportInput } from './import-form';
import { OF_CALLS } from './import-kind';
import { importWords } from './import-words';

/** Imports calls: first a try that shows what would happen, then for real. */
export function ImportPage() {
  const t = useWords(importWords);
  return (
    <Page title={t.heading}>
      <p className="lead">{t.lead}</p>
      <AdminOnly>
        <ImportCalls />
      </AdminOnly>
    </Page>
  );
}

function ImportCalls() {
  const locale = useLocale();
  const [{ fetching: busy }, send] = useMutation(ImportCallsDocument);
  const run = async (input: ImportInput) => {
    const variables = { input: { ...input, format: input.format as CallFormat }, locale };
    const { data, error } = await send(variables);
    return { answer: data?.importFundingCalls, error };
  };
  return <Import kind={OF_CALLS} busy={busy} send={run} />;
}
