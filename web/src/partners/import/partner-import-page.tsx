import { useMutation } from 'urql';
import { ImportPartnersDocument, type TableFormat } from '../../gql/graphql';
import { Import, type ImportInput } from '../../calls/import/import-form';
import type { ImportKind } from '../../calls/import/import-kind';
import { AdminOnly } from '../../calls/admin-only';
import { importWords } from '../../calls/import/import-words';
import { useLocale, useWords } from '../../language/language';
import { Page } from '../../parts/page';
import { partnerFormWords as words } from '../form/words';
import { partnerWords } from '../words';

const { name, slug, sector, organisationNumber, pic, country, nutsCode, website } = words;
const { about: description, descriptionSv, descriptionEn, contactEmail } = words;
const COLUMNS = {
  ...{ name, slug, sector, organisationNumber, pic, country, nutsCode, website },
  ...{ descriptionSv, descriptionEn, contactEmail },
};

const OF_PARTNERS: ImportKind = {
  heading: partnerWords.importTitle,
  rows: partnerWords.title,
  formats: ['CSV', 'XLSX'],
  fields: { ...COLUMNS, description },
  columns: Object.keys(COLUMNS),
  href: identifier => `/partners/${identifier}`,
  isOfCalls: false,
  most: 5_000,
  template: 'partners',
};

/** Imports partners: first a try that shows what would happen, then for real. */
export function PartnerImportPage() {
  const t = useWords(importWords);
  const title = useWords({ title: partnerWords.importTitle }).title;
  return (
    <Page title={title}>
      <p className="lead">{t.lead}</p>
      <AdminOnly>
        <ImportPartners />
      </AdminOnly>
    </Page>
  );
}

function ImportPartners() {
  const locale = useLocale();
  const [{ fetching: busy }, send] = useMutation(ImportPartnersDocument);
  const run = async (input: ImportInput) => {
    const variables = { input: { ...input, format: input.format as TableFormat }, locale };
    const { data, error } = await send(variables);
    return { answer: data?.importPartners, error };
  };
  return <Import kind={OF_PARTNERS} busy={busy} send={run} />;
}
