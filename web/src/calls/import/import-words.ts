import type { CallFormat } from '../../gql/graphql';
import { CALL_FIELD } from '../field-words';

/** The words of the import. */
export const importWords = {
  heading: { sv: 'Importera utlysningar', en: 'Import funding calls' },
  lead: {
    sv: 'Prova först, så ser du vad som läggs till och ändras innan något sparas.',
    en: 'Try it first: you see what would be added and changed, and nothing is saved.',
  },
  format: { sv: 'Format', en: 'Format' },
  formats: {
    sv: {
      CSV: 'CSV',
      XLSX: 'Excel (.xlsx)',
      GDP: 'GDP (Vinnova m.fl.)',
      VINNOVA: 'Vinnovas register',
      EU_PORTAL: 'EU:s portal',
      COMMON_GRANTS: 'CommonGrants',
    } satisfies Record<CallFormat, string>,
    en: {
      CSV: 'CSV',
      XLSX: 'Excel (.xlsx)',
      GDP: 'GDP (Vinnova and others)',
      VINNOVA: "Vinnova's register",
      EU_PORTAL: 'The EU portal',
      COMMON_GRANTS: 'CommonGrants',
    } satisfies Record<CallFormat, string>,
  },
  file: { sv: 'Fil', en: 'File' },
  fileHint: { sv: 'Välj en fil, eller släpp den här.', en: 'Choose a file, or drop it here.' },
  most: {
    sv: (count: number) => `Högst ${count.toLocaleString('sv')} rader åt gången.`,
    en: (count: number) => `At most ${count.toLocaleString('en')} rows at a time.`,
  },
  template: { sv: 'Ladda ner en mall', en: 'Download a template' },
  templateFile: { sv: 'mall-utlysningar.csv', en: 'call-template.csv' },
  sheet: { sv: 'Blad', en: 'Sheet' },
  sheetHint: { sv: 'Vilket av arbetsbokens blad som läses.', en: "Which of the workbook's sheets is read." },
  columns: { sv: 'Vad kolumnerna betyder', en: 'What the columns mean' },
  columnsHint: {
    sv: 'Välj vad en rubrik betyder, och prova igen.',
    en: 'Choose what a header means, and try again.',
  },
  notRead: { sv: 'Läses inte', en: 'Not read' },
  templateHint: {
    sv: 'En tabell att fylla i i Excel och spara som CSV.',
    en: 'A table to fill in with Excel and save as CSV.',
  },
  workbook: { sv: 'Tom arbetsbok', en: 'Empty workbook' },
  workbookHint: {
    sv: 'Excel, med förklaringar, exempel och listor att välja ur.',
    en: 'Excel, with explanations, examples and lists to choose from.',
  },
  content: { sv: 'Innehåll', en: 'Content' },
  contentHint: {
    sv: 'Eller klistra in innehållet här. Det som anges sist gäller.',
    en: 'Or paste the content here. What is given last counts.',
  },
  try: { sv: 'Prova', en: 'Try' },
  doIt: { sv: 'Importera på riktigt', en: 'Import for real' },
  tried: { sv: 'Så skulle det bli', en: 'This is what it would do' },
  done: { sv: 'Importerat', en: 'Imported' },
  created: { sv: 'Nya', en: 'New' },
  updated: { sv: 'Ändrade', en: 'Changed' },
  unchanged: { sv: 'Oförändrade', en: 'Unchanged' },
  rejected: { sv: 'Avvisade', en: 'Rejected' },
  rejectedRows: { sv: 'Avvisade rader', en: 'Rejected rows' },
  leftOut: { sv: 'Utelämnade', en: 'Left out' },
  leftOutRows: { sv: 'Utelämnade rader', en: 'Rows left out' },
  asItStands: { sv: 'Så står det', en: 'As it stands' },
  identifier: CALL_FIELD.identifier,
  row: { sv: 'Rad', en: 'Row' },
  why: { sv: 'Varför', en: 'Why' },
  calls: { sv: 'Utlysningar', en: 'Calls' },
  field: { sv: 'Fält', en: 'Field' },
  before: { sv: 'Förut', en: 'Before' },
} as const;

/** What a try says of the rows. */
export const importing = {
  change: { sv: 'Vad som händer', en: 'What happens' },
  isNew: { sv: 'Läggs till', en: 'Will be added' },
  after: { sv: 'Blir', en: 'After' },
} as const;

/** What is said of them once they are imported. */
export const imported = {
  change: { sv: 'Vad som hände', en: 'What happened' },
  isNew: { sv: 'Tillagd', en: 'Added' },
  after: { sv: 'Blev', en: 'After' },
} as const;
