import { type DemoIdea, sek } from '../shapes.js';

/** Consortia in manufacturing and circular business. */
export const INDUSTRY_CONSORTIA: readonly DemoIdea[] = [
  {
    key: 'additive-die-repair',
    title: { sv: 'Additiv reparation av formverktyg', en: 'Additive repair of forming tools' },
    summary: {
      sv: 'Slitna pressverktyg lagas med metallutskrift i stället för att kasseras, i en verkstad som flera företag delar.',
      en: 'Worn press tools are mended by metal printing instead of being scrapped, in a workshop that companies share.',
    },
    challenge: {
      sv: 'Ett nytt verktyg kräver tiotals ton stål och månader av väntan.',
      en: 'A new tool takes tens of tonnes of steel and months of waiting.',
    },
    owner: 'techtank',
    visibility: 'PUBLIC',
    createdDaysAgo: 330,
    focusAreas: ['smart-industri.formningsteknologi'],
    environmentalObjectives: ['CIRCULAR_ECONOMY', 'CLIMATE_CHANGE_MITIGATION'],
    missions: [],
    technologyReadinessLevel: 5,
    members: [
      {
        partner: 'exempelpress',
        role: 'COORDINATOR',
        joinedDaysAgo: 240,
        signedDaysAgo: 60,
        commitment: sek('4000000'),
      },
      { partner: 'techtank', role: 'BENEFICIARY', joinedDaysAgo: 235, signedDaysAgo: 90 },
      { partner: 'exempelinstitutet', role: 'BENEFICIARY', joinedDaysAgo: 120, letterOfIntent: 'REQUESTED' },
    ],
    applications: [
      { call: 'DEMO-VINNOVA-05', requested: sek('7000000'), coFinancing: sek('8000000'), startedDaysAgo: 8 },
    ],
    transitions: [{ kind: 'ADVANCE', daysAgo: 260 }],
  },
  {
    key: 'traceable-recycled-aluminium',
    title: { sv: 'Spårbart återvunnet aluminium', en: 'Traceable recycled aluminium' },
    summary: {
      sv: 'Spill från flera presserier sorteras per legering och spåras, så att det kan bli nya profiler i samma kvalitet.',
      en: 'Scrap from several press shops is sorted by alloy and traced, to become new profiles of the same quality.',
    },
    challenge: {
      sv: 'Blandat aluminiumspill säljs billigt och blir gjutgods av lägre kvalitet.',
      en: 'Mixed aluminium scrap is sold cheaply and becomes castings of lower quality.',
    },
    owner: 'techtank',
    visibility: 'CONSORTIUM',
    createdDaysAgo: 520,
    focusAreas: ['smart-industri.formningsteknologi'],
    environmentalObjectives: ['CIRCULAR_ECONOMY'],
    missions: [],
    technologyReadinessLevel: 5,
    members: [
      { partner: 'kretsdemo', role: 'COORDINATOR', joinedDaysAgo: 450, signedDaysAgo: 380 },
      { partner: 'exempelpress', role: 'BENEFICIARY', joinedDaysAgo: 440, letterOfIntent: 'REQUESTED' },
      { partner: 'exempelinstitutet', role: 'BENEFICIARY', joinedDaysAgo: 410, signedDaysAgo: 360 },
    ],
    applications: [],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 470 },
      { kind: 'PAUSE', daysAgo: 150, reason: 'Företagen prioriterar annat tills stålprojektet har fått besked.' },
    ],
  },
  {
    key: 'electronics-reuse',
    title: { sv: 'Återbruk av industrielektronik', en: 'Reuse of industrial electronics' },
    summary: {
      sv: 'Styrkort, drivenheter och skärmar demonteras, provas och säljs vidare med garanti i stället för att skrotas.',
      en: 'Control boards, drives and displays are dismantled, tested and resold with a warranty instead of being scrapped.',
    },
    challenge: {
      sv: 'Fungerande elektronik slängs när en maskin byts, samtidigt som reservdelar saknas hos grannen.',
      en: 'Working electronics are thrown away when a machine is replaced, while a neighbour lacks the same spare parts.',
    },
    owner: 'blekinge-business-incubator',
    visibility: 'PARTNERS',
    createdDaysAgo: 400,
    focusAreas: ['smart-industri', 'tech.digitalisering'],
    environmentalObjectives: ['CIRCULAR_ECONOMY'],
    missions: [],
    technologyReadinessLevel: 6,
    members: [
      { partner: 'kretsdemo', role: 'COORDINATOR', joinedDaysAgo: 290, signedDaysAgo: 200 },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 200, letterOfIntent: 'REQUESTED' },
      { partner: 'exempelpress', role: 'BENEFICIARY', joinedDaysAgo: 120 },
    ],
    applications: [],
    transitions: [{ kind: 'ADVANCE', daysAgo: 310 }],
  },
  {
    key: 'circular-subcontractors',
    title: { sv: 'Cirkulära affärer för underleverantörer', en: 'Circular business for subcontractors' },
    summary: {
      sv: 'Små underleverantörer prövar hyra, retur och reparation som affär, med rådgivning och delad livscykelanalys.',
      en: 'Small subcontractors try rental, return and repair as business, with advice and shared life-cycle assessment.',
    },
    challenge: {
      sv: 'Storföretagen ställer cirkulära krav som deras små leverantörer inte hinner svara på.',
      en: 'Large companies make circular demands that their small suppliers have no time to answer.',
    },
    owner: 'almi',
    visibility: 'PARTNERS',
    createdDaysAgo: 215,
    focusAreas: ['smart-industri', 'missions.samhallsutmaningar'],
    environmentalObjectives: ['CIRCULAR_ECONOMY'],
    missions: [],
    members: [
      { partner: 'exempelplast', role: 'COORDINATOR', joinedDaysAgo: 100, signedDaysAgo: 30 },
      { partner: 'exempelinstitutet', role: 'BENEFICIARY', joinedDaysAgo: 80, signedDaysAgo: 25 },
      { partner: 'techtank', role: 'ASSOCIATED_PARTNER', joinedDaysAgo: 95 },
    ],
    applications: [{ call: 'DEMO-ERDF-05', requested: sek('4000000'), coFinancing: sek('6000000'), startedDaysAgo: 9 }],
    transitions: [{ kind: 'ADVANCE', daysAgo: 120 }],
  },
];
