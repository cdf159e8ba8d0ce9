import type { Bilingual } from '../../shared/wording.js';

/** A column of the CSV format: what it is called here, and the headers that mean it. */
export interface Column {
  readonly field: string;
  /** Headers in lower case with single spaces; the first Swedish and the first English are the documented ones. */
  readonly sv: readonly string[];
  readonly en: readonly string[];
  readonly required?: true;
  /** Several columns may have the same meaning: "deadline 1", "deadline 2". */
  readonly repeated?: true;
}

/** Every column that is read, in the order of the documentation (docs/import-formats.md). */
export const COLUMNS: readonly Column[] = [
  {
    field: 'identifier',
    sv: ['identifierare', 'utlysnings-id', 'diarienummer'],
    en: ['identifier', 'id', 'call id'],
    required: true,
  },
  {
    field: 'titleSv',
    sv: ['titel', 'titel (sv)', 'svensk titel', 'rubrik'],
    en: ['title', 'title (sv)', 'swedish title'],
  },
  { field: 'titleEn', sv: ['titel (en)', 'engelsk titel'], en: ['title (en)', 'english title'] },
  {
    field: 'summarySv',
    sv: ['sammanfattning', 'sammanfattning (sv)', 'beskrivning'],
    en: ['summary', 'summary (sv)', 'description'],
  },
  { field: 'summaryEn', sv: ['sammanfattning (en)', 'beskrivning (en)'], en: ['summary (en)', 'description (en)'] },
  { field: 'programme', sv: ['program'], en: ['programme'] },
  { field: 'funder', sv: ['finansiär', 'finansiar'], en: ['funder', 'agency'], required: true },
  { field: 'url', sv: ['länk', 'webbadress', 'webbplats'], en: ['url', 'link', 'website'] },
  {
    field: 'deadlineModel',
    sv: ['sista dagens modell', 'modell', 'ansökningsmodell'],
    en: ['deadline model', 'deadlinemodel', 'model'],
  },
  { field: 'opensAt', sv: ['öppnar', 'öppningsdatum'], en: ['opens', 'opens at', 'opensat', 'opening date'] },
  {
    field: 'deadlines',
    sv: ['sista dag', 'sista dagar', 'sista ansökningsdag', 'stänger', 'stängningsdatum'],
    en: ['deadline', 'deadlines', 'closes', 'closing date'],
    repeated: true,
  },
  { field: 'currency', sv: ['valuta'], en: ['currency'] },
  { field: 'budget', sv: ['budget', 'total budget'], en: ['budget', 'total budget'] },
  { field: 'grantMin', sv: ['minsta bidrag', 'lägsta bidrag'], en: ['smallest grant', 'grant min', 'grantmin'] },
  { field: 'grantMax', sv: ['största bidrag', 'högsta bidrag'], en: ['largest grant', 'grant max', 'grantmax'] },
  {
    field: 'fundingRate',
    sv: ['stödnivå', 'stödandel', 'finansieringsgrad'],
    en: ['funding rate', 'fundingrate', 'co-financing rate'],
  },
  {
    field: 'minPartners',
    sv: ['minst antal partner', 'minsta antal partner', 'antal partner'],
    en: ['least partners', 'min partners', 'minpartners'],
  },
  {
    field: 'minCountries',
    sv: ['minst antal länder', 'minsta antal länder', 'antal länder'],
    en: ['least countries', 'min countries', 'mincountries'],
  },
  { field: 'countries', sv: ['länder', 'land'], en: ['countries', 'country'] },
  {
    field: 'requiredSectors',
    sv: ['krävda sektorer', 'sektorer'],
    en: ['required sectors', 'requiredsectors', 'sectors'],
  },
  { field: 'trl', sv: ['trl'], en: ['trl'] },
  { field: 'trlMin', sv: ['lägsta trl', 'trl från'], en: ['lowest trl', 'trl min', 'trlmin'] },
  { field: 'trlMax', sv: ['högsta trl', 'trl till'], en: ['highest trl', 'trl max', 'trlmax'] },
  { field: 'focusAreas', sv: ['fokusområden', 'fokusområde'], en: ['focus areas', 'focusareas', 'focus area'] },
  { field: 'environmentalObjectives', sv: ['miljömål'], en: ['environmental objectives', 'environmentalobjectives'] },
];

const BY_HEADER = new Map(
  COLUMNS.flatMap(column => [...column.sv, ...column.en].map(header => [header, column] as const)),
);

/** Where each field stands in a row, and the headers that mean nothing to us. */
export interface Header {
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly names: readonly string[];
  readonly unknown: readonly string[];
}

/** What is wrong with a header, by the header it concerns. */
export interface HeaderFault {
  readonly name: string;
  readonly told: Bilingual;
}

/** The column that a header means; a number at the end, as in "Deadline 2", is allowed where columns may repeat. */
export function columnOf(header: string): Column | undefined {
  const plain = header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
  const exact = BY_HEADER.get(plain);
  if (exact) return exact;
  const numbered = BY_HEADER.get(plain.replace(/ ?\d{1,2}$/, ''));
  return numbered?.repeated ? numbered : undefined;
}

export function headerOf(names: readonly string[]): Header {
  const places = new Map<string, number[]>();
  const unknown: string[] = [];
  names.forEach((name, place) => {
    const column = columnOf(name);
    if (column) places.set(column.field, [...(places.get(column.field) ?? []), place]);
    else if (name.trim() !== '') unknown.push(name.trim());
  });
  return { places, names, unknown };
}

/** Columns that are missing, and columns that are there twice. */
export function headerFaults({ places, names }: Header): HeaderFault[] {
  const missing = COLUMNS.filter(column => column.required && !places.has(column.field));
  const titled = places.has('titleSv') || places.has('titleEn');
  const absent = titled ? missing : [...missing, COLUMNS[1]!];
  const twice = COLUMNS.filter(column => !column.repeated && (places.get(column.field)?.length ?? 0) > 1);
  return [
    ...absent.map(column => ({
      name: column.en[0]!,
      told: { sv: `Kolumnen ${column.sv[0]} saknas.`, en: `The column ${column.en[0]} is missing.` },
    })),
    ...twice.map(column => {
      const those = places.get(column.field)!.map(place => names[place]);
      return {
        name: column.en[0]!,
        told: {
          sv: `Kolumnerna ${those.join(' och ')} betyder samma sak.`,
          en: `The columns ${those.join(' and ')} mean the same.`,
        },
      };
    }),
  ];
}
