import { type DemoIdea, sek } from '../shapes.js';

/** Applicants who are writing: one after its first call was called off, one past a gate that was waived. */
export const DRAFTED_APPLICATIONS: readonly DemoIdea[] = [
  {
    key: 'smart-energy-communities',
    title: { sv: 'Energigemenskaper på landsbygden', en: 'Rural energy communities' },
    summary: {
      sv: 'Byar, lantbruk och småföretag delar sol, batterier och styrning så att elen räcker när nätet är fullt.',
      en: 'Villages, farms and small companies share solar, batteries and control so that power lasts when the grid is full.',
    },
    challenge: {
      sv: 'Elnätet är fullt i delar av länet och små företag får nej när de vill elektrifiera.',
      en: 'The grid is full in parts of the county and small companies are refused when they want to electrify.',
    },
    owner: 'netport-science-park',
    visibility: 'PUBLIC',
    createdDaysAgo: 270,
    focusAreas: ['tech.smartare-samhallen'],
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
    missions: ['CLIMATE_NEUTRAL_CITIES'],
    technologyReadinessLevel: 6,
    members: [
      {
        partner: 'exempelenergi',
        role: 'COORDINATOR',
        joinedDaysAgo: 200,
        signedDaysAgo: 60,
        commitment: sek('5000000'),
      },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 190, signedDaysAgo: 70 },
      {
        partner: 'demokommunen',
        role: 'BENEFICIARY',
        joinedDaysAgo: 150,
        signedDaysAgo: 52,
        commitment: sek('2000000'),
      },
      { partner: 'sensorexempel', role: 'BENEFICIARY', joinedDaysAgo: 100, signedDaysAgo: 65 },
    ],
    applications: [
      {
        call: 'DEMO-ENERGI-04',
        requested: sek('3500000'),
        coFinancing: sek('2500000'),
        startedDaysAgo: 50,
        withdrawn: { daysAgo: 7, reason: 'Utlysningen är inställd.' },
      },
      { call: 'DEMO-ERDF-03', requested: sek('6000000'), coFinancing: sek('9000000'), startedDaysAgo: 5 },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 210 },
      { kind: 'ADVANCE', daysAgo: 40 },
    ],
  },
  {
    key: 'bio-based-composites',
    title: { sv: 'Kompositer av lin och lignin', en: 'Composites of flax and lignin' },
    summary: {
      sv: 'Glasfiber och fossil plast i båtar och bänkar ersätts av lin och lignin från sydsvenska råvaror.',
      en: 'Glass fibre and fossil resin in boats and benches give way to flax and lignin from southern Sweden.',
    },
    challenge: {
      sv: 'Kasserade plastbåtar går inte att återvinna och läggs på deponi eller överges i vikarna.',
      en: 'Scrapped glass-fibre boats cannot be recycled and end in landfill or abandoned in the bays.',
    },
    owner: 'almi',
    visibility: 'PARTNERS',
    createdDaysAgo: 310,
    focusAreas: ['smart-industri.marin-teknik', 'smart-industri.formningsteknologi'],
    environmentalObjectives: ['CIRCULAR_ECONOMY'],
    missions: [],
    technologyReadinessLevel: 4,
    members: [
      { partner: 'exempelinstitutet', role: 'COORDINATOR', joinedDaysAgo: 220, signedDaysAgo: 90 },
      {
        partner: 'exempelplast',
        role: 'BENEFICIARY',
        joinedDaysAgo: 210,
        signedDaysAgo: 80,
        commitment: sek('1200000'),
      },
      {
        partner: 'exempelvarvet',
        role: 'BENEFICIARY',
        joinedDaysAgo: 180,
        signedDaysAgo: 35,
        commitment: sek('3000000'),
      },
      { partner: 'demokommunen', role: 'BENEFICIARY', joinedDaysAgo: 60, letterOfIntent: 'REQUESTED' },
    ],
    applications: [
      { call: 'DEMO-VINNOVA-04', requested: sek('5000000'), coFinancing: sek('5000000'), startedDaysAgo: 30 },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 230 },
      {
        kind: 'ADVANCE',
        daysAgo: 10,
        waive: ['LETTERS_OF_INTENT'],
        reason: 'Kommunens nämnd beslutar om avsiktsförklaringen veckan efter sista ansökningsdag.',
      },
    ],
  },
];
