import { useMutation } from 'urql';
import { AdminOnly } from '../../calls/admin-only';
import { Import, type ImportInput } from '../../calls/import/import-form';
import type { ImportKind } from '../../calls/import/import-kind';
import { importWords } from '../../calls/import/import-words';
import { ImportIdeasDocument, type TableFormat } from '../../gql/graphql';
import { useLocale, useWords } from '../../language/language';
import { Select } from '../../parts/form/fields';
import { Page } from '../../parts/page';
import { useProgrammes } from '../new-idea/programme-choice';
import { IDEA_COLUMN, ideaImportWords } from './idea-column-words';

const OF_IDEAS: ImportKind = {
  heading: ideaImportWords.title,
  rows: ideaImportWords.rows,
  formats: ['CSV', 'XLSX'],
  fields: IDEA_COLUMN,
  columns: Object.keys(IDEA_COLUMN),
  href: code => `/ideas/${encodeURIComponent(code)}`,
  isOfCalls: false,
  most: 1_000,
  template: 'ideas',
};

/** Imports ideas: first a try that shows what would happen, then for real. */
export function IdeaImportPage() {
  const t = useWords(importWords);
  const { title } = useWords(ideaImportWords);
  return (
    <Page title={title}>
      <p className="lead">{t.lead}</p>
      <AdminOnly>
        <ImportIdeas />
      </AdminOnly>
    </Page>
  );
}

function ImportIdeas() {
  const locale = useLocale();
  const [{ fetching: busy }, send] = useMutation(ImportIdeasDocument);
  const run = async (input: ImportInput) => {
    const variables = { input: { ...input, format: input.format as TableFormat }, locale };
    const { data, error } = await send(variables);
    return { answer: data?.importIdeas, error };
  };
  return <Import kind={OF_IDEAS} busy={busy} send={run} choices={<NewIdeasProgramme />} />;
}

/** Where several programmes take new ideas, the one of those whose row doesn't say it. */
function NewIdeasProgramme() {
  const t = useWords(ideaImportWords);
  const { open } = useProgrammes();
  if (open.length < 2) return null;
  return (
    <Select
      name="programme"
      label={t.programme}
      hint={t.programmeHint}
      choices={open.map(({ code, name }) => [code, `${name} (${code})`] as const)}
      none={t.asTheTableSays}
      defaultValue=""
    />
  );
}
