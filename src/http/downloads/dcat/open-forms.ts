import type { Bilingual } from '../../../shared/text/wording.js';

/** A way to a dataset: a file, or an interface that answers questions. */
export interface OpenForm {
  readonly path: string;
  /** The page by which people come to it, where its own address answers no plain question. */
  readonly page?: string;
  readonly mediaType: string;
  readonly description: Bilingual;
  /** The interface that it is a way through; a file is none's. */
  readonly service?: ServiceName;
}

/** Data that the service shows to anybody who asks, without a key. */
export interface OpenDataset<N extends string = string> {
  readonly name: N;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly keywords: { readonly sv: readonly string[]; readonly en: readonly string[] };
  /** Words of the EU's data themes (http://publications.europa.eu/resource/authority/data-theme). */
  readonly themes: readonly string[];
  /** The page that shows it to people. */
  readonly page: string;
  readonly forms: readonly OpenForm[];
}

/** Interfaces by which programs ask. */
export const SERVICES = [
  {
    name: 'graphql',
    path: '/graphql',
    description: '/explorer',
    title: { sv: 'API för Kickstart S3', en: 'The API of Kickstart S3' },
  },
  {
    name: 'common-grants',
    path: '/common-grants/opportunities',
    description: 'https://commongrants.org/protocol/api-docs/',
    title: { sv: 'Utlysningar enligt CommonGrants 0.5', en: 'Funding calls by CommonGrants 0.5' },
  },
  {
    name: 'gdp',
    path: '/gdp/utlysningar',
    description: 'https://github.com/Common-data-project-GDP/Documentation',
    title: { sv: 'Utlysningar enligt GDP', en: 'Funding calls by GDP' },
  },
] as const;

export type OpenService = (typeof SERVICES)[number];
type ServiceName = OpenService['name'];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const JSON_TYPE = 'application/json';

/** The files that each table comes as, and the API, which has it too. */
function tableForms(table: string): OpenForm[] {
  return [
    {
      path: `/export/${table}.csv`,
      mediaType: 'text/csv',
      description: {
        sv: 'CSV i UTF-8 med API:ets fältnamn som rubriker och tider i UTC.',
        en: "CSV in UTF-8, with the API's names as headers and times in UTC.",
      },
    },
    {
      path: `/export/${table}.xlsx`,
      mediaType: XLSX,
      description: {
        sv: 'Arbetsbok för Excel, med rubriker på svenska eller engelska.',
        en: 'A workbook for Excel, with headers in Swedish or English.',
      },
    },
    {
      path: '/graphql',
      page: '/explorer',
      mediaType: JSON_TYPE,
      service: 'graphql',
      description: {
        sv: 'Frågor i GraphQL, med filter, urval av fält och hur det såg ut vid ett tidigare tillfälle.',
        en: 'Questions in GraphQL, with filters, a choice of fields, and how things were at an earlier moment.',
      },
    },
  ];
}

const AREAS = {
  sv: ['grön omställning', 'smart specialisering', 'regional utveckling'],
  en: ['green transition', 'smart specialisation', 'regional development'],
} as const;

export function keywords(sv: readonly string[], en: readonly string[]) {
  return { sv: [...AREAS.sv, ...sv], en: [...AREAS.en, ...en] };
}

export const table = <const N extends string>(set: Omit<OpenDataset<N>, 'forms'>, more: readonly OpenForm[] = []) => ({
  ...set,
  forms: [...tableForms(set.name), ...more],
});

export const feedOf = (path: string): OpenForm => ({
  path,
  mediaType: 'application/atom+xml',
  description: { sv: 'De senast ändrade som flöde i Atom.', en: 'What changed last, as an Atom feed.' },
});
