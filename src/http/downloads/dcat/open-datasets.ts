import { feedOf, JSON_TYPE, keywords, type OpenDataset, table } from './open-forms.js';

/** All that is shown to anybody, by the names of its tables. The log is not: without a key it is empty. */
export const DATASETS = [
  table({
    name: 'pipeline',
    title: { sv: 'Projektidéer per steg och fokusområde', en: 'Project ideas by stage and focus area' },
    description: {
      sv: 'Hur många offentliga projektidéer för grön omställning i Blekinge som är i varje steg, från koncept till projekt, per fokusområde.',
      en: 'How many public project ideas for the green transition in Blekinge there are in each stage, from concept to project, by focus area.',
    },
    keywords: keywords(['statistik'], ['statistics']),
    themes: ['REGI', 'ENVI'],
    page: '/pipeline',
  }),
  table(
    {
      name: 'ideas',
      title: { sv: 'Projektidéer för grön omställning', en: 'Project ideas for the green transition' },
      description: {
        sv: 'Offentliga projektidéer i Blekinge: titel, sammanfattning, utmaning, ägare, partner, steg, fokusområden och miljömål. Texterna är skrivna av idéernas ägare.',
        en: 'Public project ideas in Blekinge: title, summary, challenge, owner, partners, stage, focus areas and environmental objectives. The texts are written by the owners of the ideas.',
      },
      keywords: keywords(['projektidé'], ['project idea']),
      themes: ['REGI', 'ENVI'],
      page: '/',
    },
    [feedOf('/feeds/ideas.atom')],
  ),
  table({
    name: 'memberships',
    title: { sv: 'Konsortier bakom projektidéer', en: 'Consortia behind project ideas' },
    description: {
      sv: 'Vilka organisationer som deltar i offentliga projektidéer, i vilken roll och sedan när.',
      en: 'Which organisations take part in public project ideas, in which role and since when.',
    },
    keywords: keywords(['konsortium', 'samverkan'], ['consortium', 'collaboration']),
    themes: ['REGI'],
    page: '/',
  }),
  table({
    name: 'applications',
    title: { sv: 'Ansökningar om finansiering', en: 'Applications for funding' },
    description: {
      sv: 'Vilka utlysningar som offentliga projektidéer har sökt, och hur det gick. Utan belopp.',
      en: 'Which calls public project ideas have applied to, and how it went. Without amounts.',
    },
    keywords: keywords(['ansökan', 'finansiering'], ['application', 'funding']),
    themes: ['REGI', 'ECON'],
    page: '/',
  }),
  table({
    name: 'projects',
    title: { sv: 'Utvecklingsprojekt', en: 'Development projects' },
    description: {
      sv: 'Projekt som offentliga idéer har blivit: tid, budget och hur långt de har kommit.',
      en: 'Projects that public ideas have become: dates, budget and how far they have come.',
    },
    keywords: keywords(['projekt'], ['project']),
    themes: ['REGI', 'ENVI'],
    page: '/pipeline',
  }),
  table({
    name: 'milestones',
    title: { sv: 'Milstolpar i utvecklingsprojekt', en: 'Milestones of development projects' },
    description: {
      sv: 'Projektens milstolpar: när de skulle nås, och när de nåddes.',
      en: "The projects' milestones: when they were due, and when they were reached.",
    },
    keywords: keywords(['projekt', 'milstolpe'], ['project', 'milestone']),
    themes: ['REGI'],
    page: '/pipeline',
  }),
  table({
    name: 'indicators',
    title: { sv: 'Indikatorer i utvecklingsprojekt', en: 'Indicators of development projects' },
    description: {
      sv: 'Vad projekten mäter: utgångsläge, mål och senaste mätning.',
      en: 'What the projects measure: baseline, target and latest measurement.',
    },
    keywords: keywords(['projekt', 'indikator'], ['project', 'indicator']),
    themes: ['REGI', 'ENVI'],
    page: '/pipeline',
  }),
  table({
    name: 'partners',
    title: { sv: 'Organisationer i grön omställning', en: 'Organisations in the green transition' },
    description: {
      sv: 'Organisationer som deltar: namn, sektor, nummer, region, webbplats och hur de beskriver sig själva.',
      en: 'Organisations that take part: name, sector, number, region, website and how they describe themselves.',
    },
    keywords: keywords(['organisation'], ['organisation']),
    themes: ['REGI', 'ECON'],
    page: '/partners',
  }),
  table(
    {
      name: 'calls',
      title: { sv: 'Utlysningar för grön omställning', en: 'Funding calls for the green transition' },
      description: {
        sv: 'Utlysningar som kan finansiera projekt i Blekinge: finansiär, program, tider, belopp och krav. Texterna är finansiärernas.',
        en: "Calls that may fund projects in Blekinge: funder, programme, dates, amounts and demands. The texts are the funders'.",
      },
      keywords: keywords(['utlysning', 'finansiering'], ['funding call', 'grant']),
      themes: ['REGI', 'ECON', 'ENVI'],
      page: '/calls',
    },
    [
      {
        path: '/gdp/utlysningar',
        mediaType: JSON_TYPE,
        service: 'gdp',
        description: {
          sv: 'De svenska forskningsfinansiärernas gemensamma datastandard (GDP), version 1.',
          en: "The Swedish research funders' common data standard (GDP), version 1.",
        },
      },
      {
        path: '/common-grants/opportunities',
        mediaType: JSON_TYPE,
        service: 'common-grants',
        description: { sv: 'Protokollet CommonGrants, version 0.5.', en: 'The CommonGrants protocol, version 0.5.' },
      },
      feedOf('/feeds/calls.atom'),
      {
        path: '/calendar.ics',
        mediaType: 'text/calendar',
        description: { sv: 'Sista ansökningsdagar som kalender.', en: 'Deadlines as a calendar.' },
      },
    ],
  ),
] as const satisfies readonly OpenDataset[];

export type DatasetName = (typeof DATASETS)[number]['name'];
