import { type DemoIdea, sek } from '../shapes.js';

/** A project under way: hydrogen in hot forming. */
export const FORMING_PRESSES: DemoIdea = {
  key: 'hydrogen-ready-forming-presses',
  title: { sv: 'Vätgasberedda formningspressar', en: 'Hydrogen-ready forming presses' },
  summary: {
    sv: 'Ugnarna före varmformning byggs om så att gasol kan bytas mot grön vätgas utan att kvaliteten sjunker.',
    en: 'The furnaces before hot forming are rebuilt so that LPG can give way to green hydrogen without loss of quality.',
  },
  challenge: {
    sv: 'Gasoleldade ugnar står för största delen av presslinjernas utsläpp, och kunderna kräver fossilfri plåt.',
    en: "LPG-fired furnaces cause most of the press lines' emissions, and customers demand fossil-free sheet metal.",
  },
  owner: 'techtank',
  visibility: 'PUBLIC',
  createdDaysAgo: 712,
  focusAreas: ['smart-industri.formningsteknologi'],
  environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION', 'POLLUTION_PREVENTION'],
  missions: [],
  technologyReadinessLevel: 6,
  members: [
    {
      partner: 'exempelpress',
      role: 'COORDINATOR',
      joinedDaysAgo: 684,
      signedDaysAgo: 660,
      commitment: sek('30000000'),
    },
    { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 680, signedDaysAgo: 655, commitment: sek('5000000') },
    { partner: 'techtank', role: 'BENEFICIARY', joinedDaysAgo: 678, signedDaysAgo: 650, commitment: sek('3000000') },
    { partner: 'sensorexempel', role: 'BENEFICIARY', joinedDaysAgo: 660, signedDaysAgo: 640 },
    { partner: 'region-blekinge', role: 'ASSOCIATED_PARTNER', joinedDaysAgo: 640 },
  ],
  applications: [
    {
      call: 'DEMO-ENERGI-01',
      requested: sek('24000000'),
      coFinancing: sek('38000000'),
      reference: 'DEMO-2025-00417',
      startedDaysAgo: 600,
      submittedDaysAgo: 508,
      reviewDaysAgo: 490,
      decided: { daysAgo: 380, granted: sek('24000000') },
    },
  ],
  transitions: [
    { kind: 'ADVANCE', daysAgo: 690 },
    { kind: 'ADVANCE', daysAgo: 590 },
    { kind: 'ADVANCE', daysAgo: 355 },
  ],
  project: {
    plannedDaysAgo: 370,
    startsInDays: -330,
    years: 7,
    budget: sek('62000000'),
    milestones: [
      {
        title: { sv: 'Säkerhetsutredning för vätgas klar', en: 'Safety study for hydrogen done' },
        dueInDays: -240,
        completedDaysAgo: 251,
      },
      {
        title: { sv: 'Första brännaren provad på pilotlinjen', en: 'First burner tested on the pilot line' },
        dueInDays: -90,
        completedDaysAgo: 74,
      },
      { title: { sv: 'Leverantör av elektrolysör vald', en: 'Electrolyser supplier chosen' }, dueInDays: -15 },
      { title: { sv: 'En presslinje helt på vätgas', en: 'One press line wholly on hydrogen' }, dueInDays: 540 },
      { title: { sv: 'Fyra linjer omställda', en: 'Four lines converted' }, dueInDays: 1900 },
    ],
    outcomes: [
      {
        kind: 'SOLUTION',
        title: { sv: 'Ombyggnadssats för gasolugnar', en: 'Conversion kit for LPG furnaces' },
        environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
        begunDaysAgo: 300,
      },
      {
        kind: 'SERVICE',
        title: { sv: 'Provbädd öppen för underleverantörer', en: 'Test bed open to subcontractors' },
        environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION', 'POLLUTION_PREVENTION'],
      },
    ],
    indicators: [
      {
        code: 'RCO 10',
        name: {
          sv: 'Företag som samarbetar med forskningsorganisationer',
          en: 'Enterprises cooperating with research organisations',
        },
        unit: 'företag',
        baseline: '0',
        target: '12',
        measurements: [
          { daysAgo: 250, value: '2' },
          { daysAgo: 70, value: '5' },
        ],
      },
      {
        code: 'KS3-CO2',
        name: { sv: 'Minskade utsläpp av växthusgaser', en: 'Cut in greenhouse-gas emissions' },
        unit: 'ton CO2e per år',
        baseline: '0',
        target: '8400',
        measurements: [{ daysAgo: 70, value: '310.5' }],
      },
    ],
  },
};
