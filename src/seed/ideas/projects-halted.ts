import { type DemoIdea, eur, sek } from '../shapes.js';

/** Two projects that began and were halted: one rests, one was given up. */
export const HALTED_PROJECTS: readonly DemoIdea[] = [
  {
    key: 'district-heating-digital-twin',
    title: { sv: 'Digital tvilling för fjärrvärmen', en: 'Digital twin of the district heating' },
    summary: {
      sv: 'En digital tvilling av nät och hus styr temperatur och last så att fossil spetsvärme aldrig behöver startas.',
      en: 'A digital twin of grid and houses steers temperature and load so that fossil peak heat is never started.',
    },
    challenge: {
      sv: 'Kalla dagar eldas olja för att nätet körs varmare än det behöver; ingen ser lasten i tid.',
      en: 'On cold days oil is burnt because the grid runs hotter than it need be; nobody sees the load in time.',
    },
    owner: 'netport-science-park',
    visibility: 'PUBLIC',
    createdDaysAgo: 720,
    focusAreas: ['tech.digitalisering', 'tech.smartare-samhallen'],
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
    missions: ['CLIMATE_NEUTRAL_CITIES'],
    technologyReadinessLevel: 6,
    members: [
      {
        partner: 'exempelenergi',
        role: 'COORDINATOR',
        joinedDaysAgo: 695,
        signedDaysAgo: 650,
        commitment: sek('14000000'),
      },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 690, signedDaysAgo: 660, commitment: sek('2000000') },
      {
        partner: 'demokommunen',
        role: 'BENEFICIARY',
        joinedDaysAgo: 680,
        signedDaysAgo: 636,
        commitment: sek('2000000'),
      },
      { partner: 'sensorexempel', role: 'BENEFICIARY', joinedDaysAgo: 650, signedDaysAgo: 640 },
    ],
    applications: [
      {
        call: 'DEMO-ERDF-01',
        requested: sek('12000000'),
        coFinancing: sek('18000000'),
        reference: 'DEMO-20361234',
        startedDaysAgo: 632,
        submittedDaysAgo: 545,
        reviewDaysAgo: 520,
        decided: { daysAgo: 430, granted: sek('12000000') },
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 700 },
      { kind: 'ADVANCE', daysAgo: 620 },
      { kind: 'ADVANCE', daysAgo: 400 },
      { kind: 'PAUSE', daysAgo: 45, reason: 'Upphandlingen av mätare är överklagad; domen väntas till våren.' },
    ],
    project: {
      plannedDaysAgo: 415,
      startsInDays: -370,
      years: 6,
      budget: sek('30000000'),
      milestones: [
        {
          title: { sv: 'Modell av stamnätet klar', en: 'Model of the main grid done' },
          dueInDays: -150,
          completedDaysAgo: 160,
        },
        { title: { sv: 'Mätare i 400 hus', en: 'Meters in 400 houses' }, dueInDays: -30 },
        { title: { sv: 'En vinter utan olja', en: 'One winter without oil' }, dueInDays: 900 },
      ],
      outcomes: [
        {
          kind: 'PRODUCT',
          title: { sv: 'Styrprogram för fjärrvärmenät', en: 'Control software for district-heating grids' },
          environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
          begunDaysAgo: 340,
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
          target: '5',
          measurements: [{ daysAgo: 100, value: '2' }],
        },
      ],
    },
  },
  {
    key: 'maritime-battery-passport',
    title: { sv: 'Batteripass för maritima batterier', en: 'Battery passport for maritime batteries' },
    summary: {
      sv: 'Varje batteri ombord får ett pass med innehåll, hälsa och historia, så att det kan bytas, säljas och återvinnas.',
      en: 'Each battery on board gets a passport of content, health and history: to be swapped, sold and recycled.',
    },
    challenge: {
      sv: 'Uttjänta fartygsbatterier har okänt skick; de skrotas i förtid eller blir farligt avfall.',
      en: "Used ships' batteries are in unknown condition; they are scrapped early or become hazardous waste.",
    },
    owner: 'techtank',
    visibility: 'PARTNERS',
    createdDaysAgo: 728,
    focusAreas: ['smart-industri.marin-teknik', 'tech.digitalisering'],
    environmentalObjectives: ['CIRCULAR_ECONOMY', 'POLLUTION_PREVENTION'],
    missions: [],
    technologyReadinessLevel: 6,
    members: [
      { partner: 'exempelinstitutet', role: 'COORDINATOR', joinedDaysAgo: 700, signedDaysAgo: 670 },
      {
        partner: 'exempelvarvet',
        role: 'BENEFICIARY',
        joinedDaysAgo: 695,
        signedDaysAgo: 665,
        commitment: eur('300000'),
      },
      {
        partner: 'beispiel-meerestechnik',
        role: 'BENEFICIARY',
        joinedDaysAgo: 680,
        signedDaysAgo: 645,
        commitment: eur('200000'),
        ended: { daysAgo: 100, reason: 'Företaget lämnar batteriområdet.' },
      },
      { partner: 'przykladowy-uniwersytet-morski', role: 'BENEFICIARY', joinedDaysAgo: 675, signedDaysAgo: 642 },
      { partner: 'techtank', role: 'BENEFICIARY', joinedDaysAgo: 670, signedDaysAgo: 668 },
    ],
    applications: [
      {
        call: 'DEMO-HORIZON-CIRCULAR-01',
        requested: eur('4500000'),
        coFinancing: eur('500000'),
        reference: 'DEMO-101099001',
        startedDaysAgo: 640,
        submittedDaysAgo: 522,
        reviewDaysAgo: 500,
        decided: { daysAgo: 390, granted: eur('4500000') },
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 705 },
      { kind: 'ADVANCE', daysAgo: 625 },
      { kind: 'ADVANCE', daysAgo: 350 },
      {
        kind: 'DISCONTINUE',
        daysAgo: 80,
        reason: 'En internationell standard kom före; partnerna ansluter sig till den i stället.',
      },
    ],
    project: {
      plannedDaysAgo: 370,
      startsInDays: -320,
      years: 5,
      budget: eur('5000000'),
      milestones: [
        {
          title: { sv: 'Datamodell beslutad', en: 'Data model agreed' },
          dueInDays: -190,
          completedDaysAgo: 185,
        },
        { title: { sv: 'Tio fartyg anslutna', en: 'Ten vessels connected' }, dueInDays: 200 },
      ],
      outcomes: [
        {
          kind: 'PRODUCT',
          title: { sv: 'Batteripass för fartyg', en: "Battery passport for ships' batteries" },
          environmentalObjectives: ['CIRCULAR_ECONOMY'],
          begunDaysAgo: 280,
        },
      ],
      indicators: [],
    },
  },
];
