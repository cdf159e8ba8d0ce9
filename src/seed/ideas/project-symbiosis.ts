import { type DemoIdea, sek } from '../shapes.js';

/** A completed project: its last years were taken over by the programme, which is why it is older than its idea. */
export const SYMBIOSIS: DemoIdea = {
  key: 'industrial-symbiosis-olofstrom',
  title: { sv: 'Industriell symbios i Olofström', en: 'Industrial symbiosis in Olofström' },
  summary: {
    sv: 'Spillvärme, skrot och vatten från ett företag blir råvara hos grannen genom gemensam handel och planering.',
    en: "One company's waste heat, scrap and water become its neighbour's raw material by joint trade and planning.",
  },
  challenge: {
    sv: 'Satsningen hade pågått några år utan gemensam uppföljning när programmet tog över dess slutskede.',
    en: 'The effort had gone on for some years without shared follow-up when the programme took over its last phase.',
  },
  owner: 'bth',
  visibility: 'PUBLIC',
  createdDaysAgo: 726,
  focusAreas: ['smart-industri.formningsteknologi', 'missions.samhallsutmaningar'],
  environmentalObjectives: ['CIRCULAR_ECONOMY', 'CLIMATE_CHANGE_MITIGATION'],
  missions: ['CLIMATE_NEUTRAL_CITIES'],
  technologyReadinessLevel: 8,
  members: [
    {
      partner: 'exempelpress',
      role: 'COORDINATOR',
      joinedDaysAgo: 721,
      signedDaysAgo: 717,
      commitment: sek('9000000'),
    },
    { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 721, signedDaysAgo: 718, commitment: sek('2000000') },
    {
      partner: 'demokommunen',
      role: 'BENEFICIARY',
      joinedDaysAgo: 720,
      signedDaysAgo: 716,
      commitment: sek('3000000'),
    },
    {
      partner: 'kretsdemo',
      role: 'BENEFICIARY',
      joinedDaysAgo: 719,
      signedDaysAgo: 716,
      ended: { daysAgo: 200, reason: 'Företagets del var slutförd.' },
    },
  ],
  applications: [
    {
      call: 'DEMO-REGION-01',
      requested: sek('4000000'),
      coFinancing: sek('14000000'),
      reference: 'DEMO-2024-01002',
      startedDaysAgo: 715,
      submittedDaysAgo: 690,
      reviewDaysAgo: 670,
      decided: { daysAgo: 610, granted: sek('4000000') },
    },
  ],
  transitions: [
    { kind: 'ADVANCE', daysAgo: 722 },
    { kind: 'ADVANCE', daysAgo: 700 },
    { kind: 'ADVANCE', daysAgo: 600 },
    { kind: 'COMPLETE', daysAgo: 20, reason: 'Alla resultat är levererade och handeln drivs vidare av företagen.' },
  ],
  project: {
    plannedDaysAgo: 605,
    startsInDays: -1880,
    years: 5,
    budget: sek('18000000'),
    milestones: [
      {
        title: { sv: 'Flöden kartlagda hos tolv företag', en: 'Flows mapped at twelve companies' },
        dueInDays: -480,
        completedDaysAgo: 492,
      },
      {
        title: { sv: 'Spillvärme levereras till kommunen', en: 'Waste heat delivered to the municipality' },
        dueInDays: -260,
        completedDaysAgo: 245,
      },
      {
        title: { sv: 'Handeln övertagen av företagen', en: 'Trade taken over by the companies' },
        dueInDays: -95,
        completedDaysAgo: 98,
      },
    ],
    outcomes: [
      {
        kind: 'SERVICE',
        title: { sv: 'Marknadsplats för restflöden', en: 'Marketplace for residual flows' },
        environmentalObjectives: ['CIRCULAR_ECONOMY'],
        begunDaysAgo: 560,
        deliveredDaysAgo: 140,
      },
      {
        kind: 'SOLUTION',
        title: { sv: 'Spillvärmenät mellan industri och bad', en: 'Waste-heat grid from industry to public baths' },
        environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
        begunDaysAgo: 540,
        deliveredDaysAgo: 246,
      },
    ],
    indicators: [
      {
        code: 'KS3-CIRCULAR',
        name: { sv: 'Material som fått nytt bruk', en: 'Material put to new use' },
        unit: 'ton per år',
        baseline: '150',
        target: '2000',
        measurements: [
          { daysAgo: 500, value: '820' },
          { daysAgo: 300, value: '1490.5' },
          { daysAgo: 60, value: '2135' },
        ],
      },
    ],
  },
};
