import type { Sector } from '../partners/sectors.js';

interface Text {
  readonly sv: string;
  readonly en: string;
}

/** A programme that ideas belong to; its gates ask what is usual. */
export interface ReferenceProgramme {
  readonly code: string;
  readonly name: Text;
  readonly description: Text;
  readonly requiredProjects: number;
}

/** One of the programme's own partners. */
export interface ReferencePartner {
  readonly slug: string;
  readonly name: string;
  readonly sector: Sector;
  readonly country: string;
  readonly nutsCode: string;
  readonly website: string | null;
  readonly description: Text;
}

/** An area of the smart specialisation strategy; a part begins with its parent's code. */
export interface ReferenceFocusArea {
  readonly code: string;
  readonly name: Text;
  /** The parent's code; parents stand before their parts. */
  readonly parent: string | null;
}

/** The region's own slug: it owns the programme and acts as its administrator. */
export const PROGRAMME_OWNER = 'region-blekinge';

export const REFERENCE_PROGRAMME: ReferenceProgramme = {
  code: 'KS3',
  name: { sv: 'Kickstart S3 Blekinge – delprojekt 3', en: 'Kickstart S3 Blekinge – sub-project 3' },
  description: {
    sv: 'Ska ta fram minst ett stort utvecklingsprojekt som under 5–10 år skapar lösningar, innovationer, produkter och tjänster för den gröna omställningen.',
    en: 'Shall bring forth at least one large development project which over 5–10 years creates solutions, innovations, products and services for the green transition.',
  },
  requiredProjects: 1,
};

/** NUTS 3: Blekinge län. */
const BLEKINGE = { country: 'SE', nutsCode: 'SE221' } as const;

/** The seven partners. Organisation numbers are left for Region Blekinge to enter, since none is known for sure. */
export const REFERENCE_PARTNERS: readonly ReferencePartner[] = [
  {
    slug: PROGRAMME_OWNER,
    name: 'Region Blekinge',
    sector: 'PUBLIC',
    ...BLEKINGE,
    website: 'https://regionblekinge.se',
    description: {
      sv: 'Regionen i Blekinge. Ansvarar för den regionala utvecklingen och äger projektet Kickstart S3 Blekinge.',
      en: 'The region of Blekinge. Answers for regional development and owns the project Kickstart S3 Blekinge.',
    },
  },
  {
    slug: 'blue-science-park',
    name: 'Blue Science Park',
    sector: 'SUPPORT_SYSTEM',
    ...BLEKINGE,
    website: 'https://www.bluesciencepark.se',
    description: {
      sv: 'Science park i Karlskrona: mötesplats och utvecklingsmiljö för innovation och digital omställning.',
      en: 'Science park in Karlskrona: a meeting place and a setting for innovation and digital transformation.',
    },
  },
  {
    slug: 'techtank',
    name: 'Techtank',
    sector: 'SUPPORT_SYSTEM',
    ...BLEKINGE,
    website: 'https://techtank.se',
    description: {
      sv: 'Industrikluster för Blekinges tillverkande industri, ägt av Region Blekinge och länets fem kommuner.',
      en: "Cluster of Blekinge's manufacturing industry, owned by Region Blekinge and its five municipalities.",
    },
  },
  {
    slug: 'almi',
    name: 'Almi Företagspartner',
    sector: 'SUPPORT_SYSTEM',
    ...BLEKINGE,
    website: 'https://www.almi.se',
    description: {
      sv: 'Lån och affärsutveckling för små och medelstora företag som vill växa och ställa om.',
      en: 'Loans and business development for small and medium-sized enterprises that want to grow and change.',
    },
  },
  {
    slug: 'blekinge-business-incubator',
    name: 'Blekinge Business Incubator',
    sector: 'SUPPORT_SYSTEM',
    ...BLEKINGE,
    website: null,
    description: {
      sv: 'Företagsinkubator i Blekinge med rådgivning till den som vill starta eller skala upp ett företag.',
      en: 'Business incubator in Blekinge with advice for those who want to start or scale up a company.',
    },
  },
  {
    slug: 'netport-science-park',
    name: 'Netport Science Park',
    sector: 'SUPPORT_SYSTEM',
    ...BLEKINGE,
    website: null,
    description: {
      sv: 'Science park i Karlshamn där näringsliv, akademi och offentlig sektor utvecklar tillsammans.',
      en: 'Science park in Karlshamn where business, academia and the public sector develop together.',
    },
  },
  {
    slug: 'bth',
    name: 'Blekinge Tekniska Högskola',
    sector: 'ACADEMIA',
    ...BLEKINGE,
    website: 'https://www.bth.se',
    description: {
      sv: 'Teknisk högskola i Karlskrona och Karlshamn med forskning och utbildning inom teknik och hållbarhet.',
      en: 'Institute of technology in Karlskrona and Karlshamn: research and education in technology and sustainability.',
    },
  },
];

/** The areas and parts of Blekinge's strategy of 2020. */
export const REFERENCE_FOCUS_AREAS: readonly ReferenceFocusArea[] = [
  { code: 'smart-industri', name: { sv: 'Smart industri', en: 'Smart industry' }, parent: null },
  {
    code: 'smart-industri.formningsteknologi',
    name: { sv: 'Formningsteknologi', en: 'Forming technology' },
    parent: 'smart-industri',
  },
  {
    code: 'smart-industri.marin-teknik',
    name: { sv: 'Marin teknik', en: 'Marine technology' },
    parent: 'smart-industri',
  },
  { code: 'tech', name: { sv: 'Tech', en: 'Tech' }, parent: null },
  { code: 'tech.digitalisering', name: { sv: 'Digitalisering', en: 'Digitalisation' }, parent: 'tech' },
  {
    code: 'tech.smartare-samhallen',
    name: { sv: 'Smartare samhällen', en: 'Smarter societies' },
    parent: 'tech',
  },
  { code: 'missions', name: { sv: 'Missions', en: 'Missions' }, parent: null },
  {
    code: 'missions.samhallsutmaningar',
    name: { sv: 'Samhällsutmaningar', en: 'Societal challenges' },
    parent: 'missions',
  },
];
