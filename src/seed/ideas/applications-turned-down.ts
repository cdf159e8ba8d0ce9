import { type DemoIdea, sek } from '../shapes.js';

/** Turned down: one rests until a better call comes, one was given up. */
export const TURNED_DOWN_APPLICATIONS: readonly DemoIdea[] = [
  {
    key: 'hydrogen-bunkering',
    title: { sv: 'Bunkring av vätgas i Karlshamn', en: 'Hydrogen bunkering in Karlshamn' },
    summary: {
      sv: 'En mindre anläggning för bunkring av vätgas till bogserbåtar och lastbilar byggs ut stegvis i hamnområdet.',
      en: 'A small plant for bunkering hydrogen to tugs and lorries is built out step by step in the port area.',
    },
    challenge: {
      sv: 'Ingen beställer vätgasfartyg utan bunkring, och ingen bygger bunkring utan fartyg.',
      en: 'Nobody orders hydrogen vessels without bunkering, and nobody builds bunkering without vessels.',
    },
    owner: 'netport-science-park',
    visibility: 'CONSORTIUM',
    createdDaysAgo: 690,
    focusAreas: ['smart-industri.marin-teknik'],
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
    missions: [],
    technologyReadinessLevel: 7,
    members: [
      { partner: 'exempelhamnen', role: 'COORDINATOR', joinedDaysAgo: 580, signedDaysAgo: 420 },
      {
        partner: 'exempelenergi',
        role: 'BENEFICIARY',
        joinedDaysAgo: 570,
        signedDaysAgo: 410,
        commitment: sek('9000000'),
      },
      { partner: 'exempelinstitutet', role: 'BENEFICIARY', joinedDaysAgo: 520, signedDaysAgo: 425 },
    ],
    applications: [
      {
        call: 'DEMO-KLIMATKLIVET-02',
        requested: sek('21000000'),
        coFinancing: sek('24000000'),
        reference: 'DEMO-2025-04071',
        startedDaysAgo: 402,
        submittedDaysAgo: 333,
        reviewDaysAgo: 310,
        decided: {
          daysAgo: 240,
          rejected: 'Utsläppsminskningen per krona var för låg i jämförelse med andra ansökningar.',
        },
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 600 },
      { kind: 'ADVANCE', daysAgo: 385 },
      { kind: 'PAUSE', daysAgo: 200, reason: 'Väntar på en utlysning som även räknar med framtida fartyg.' },
    ],
  },
  {
    key: 'algae-carbon-capture',
    title: { sv: 'Mikroalger som fångar koldioxid', en: 'Microalgae that capture carbon dioxide' },
    summary: {
      sv: 'Rökgaser från kraftvärme leds genom odlingar av mikroalger, som skördas till foder och gödning.',
      en: 'Flue gas from combined heat and power is led through microalgae, harvested as feed and fertiliser.',
    },
    challenge: {
      sv: 'Små kraftvärmeverk har inte råd med storskalig koldioxidavskiljning.',
      en: 'Small combined heat and power plants cannot afford large-scale carbon capture.',
    },
    owner: 'blekinge-business-incubator',
    visibility: 'PARTNERS',
    createdDaysAgo: 670,
    focusAreas: ['missions.samhallsutmaningar'],
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
    missions: [],
    technologyReadinessLevel: 3,
    members: [
      { partner: 'exempelinstitutet', role: 'COORDINATOR', joinedDaysAgo: 610, signedDaysAgo: 500 },
      { partner: 'exempelenergi', role: 'BENEFICIARY', joinedDaysAgo: 600, signedDaysAgo: 490 },
      { partner: 'blekinge-business-incubator', role: 'BENEFICIARY', joinedDaysAgo: 600, signedDaysAgo: 498 },
    ],
    applications: [
      {
        call: 'DEMO-VINNOVA-02',
        requested: sek('3200000'),
        coFinancing: sek('3400000'),
        reference: 'DEMO-2025-02250',
        startedDaysAgo: 480,
        submittedDaysAgo: 393,
        reviewDaysAgo: 370,
        decided: { daysAgo: 320, rejected: 'Kostnaden per ton koldioxid bedöms inte bli rimlig i liten skala.' },
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 620 },
      { kind: 'ADVANCE', daysAgo: 460 },
      {
        kind: 'DISCONTINUE',
        daysAgo: 290,
        reason: 'Bedömningen delas av partnerna; kunskapen förs vidare i andra idéer.',
      },
    ],
  },
];
