import { type DemoIdea, sek } from '../shapes.js';

/** A project under way: power for ships at the quay. */
export const SHORE_POWER: DemoIdea = {
  key: 'shore-power-ferries',
  title: {
    sv: 'Landström för färjor i Karlskrona och Karlshamn',
    en: 'Shore power for ferries in Karlskrona and Karlshamn',
  },
  summary: {
    sv: 'Färjor och skärgårdsbåtar kopplas till elnätet vid kaj, med batterier som kapar effekttopparna i hamnen.',
    en: 'Ferries and archipelago boats connect to the grid at the quay, with batteries that cut the peaks of the port.',
  },
  challenge: {
    sv: 'Fartyg vid kaj kör hjälpmotorer på olja; luften och bullret drabbar staden och utsläppen är onödiga.',
    en: 'Ships at the quay run auxiliary engines on oil: bad air, noise in town and needless emissions.',
  },
  owner: 'region-blekinge',
  visibility: 'PUBLIC',
  createdDaysAgo: 700,
  focusAreas: ['smart-industri.marin-teknik', 'tech.smartare-samhallen'],
  environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION', 'POLLUTION_PREVENTION'],
  missions: ['OCEAN_AND_WATERS', 'CLIMATE_NEUTRAL_CITIES'],
  technologyReadinessLevel: 8,
  members: [
    {
      partner: 'exempelhamnen',
      role: 'COORDINATOR',
      joinedDaysAgo: 650,
      signedDaysAgo: 610,
      commitment: sek('30000000'),
    },
    {
      partner: 'exempelenergi',
      role: 'BENEFICIARY',
      joinedDaysAgo: 640,
      signedDaysAgo: 600,
      commitment: sek('12000000'),
    },
    {
      partner: 'exempelvarvet',
      role: 'BENEFICIARY',
      joinedDaysAgo: 630,
      signedDaysAgo: 590,
      commitment: sek('4000000'),
    },
    { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 630, signedDaysAgo: 585, commitment: sek('2000000') },
    { partner: 'foreningen-exempelskargarden', role: 'ASSOCIATED_PARTNER', joinedDaysAgo: 560 },
  ],
  applications: [
    {
      call: 'DEMO-KLIMATKLIVET-01',
      requested: sek('32000000'),
      coFinancing: sek('48000000'),
      reference: 'DEMO-2025-01188',
      startedDaysAgo: 550,
      submittedDaysAgo: 478,
      reviewDaysAgo: 455,
      decided: { daysAgo: 368, granted: sek('32000000') },
    },
  ],
  transitions: [
    { kind: 'ADVANCE', daysAgo: 660 },
    { kind: 'ADVANCE', daysAgo: 540 },
    { kind: 'ADVANCE', daysAgo: 330 },
  ],
  project: {
    plannedDaysAgo: 350,
    startsInDays: -300,
    years: 6,
    budget: sek('80000000'),
    milestones: [
      {
        title: { sv: 'Nätanslutning beställd', en: 'Grid connection ordered' },
        dueInDays: -200,
        completedDaysAgo: 190,
      },
      { title: { sv: 'Första kajen i drift', en: 'First quay in operation' }, dueInDays: 120 },
      { title: { sv: 'Batterilager i drift', en: 'Battery storage in operation' }, dueInDays: 700 },
    ],
    outcomes: [
      {
        kind: 'SOLUTION',
        title: { sv: 'Landström vid fyra kajer', en: 'Shore power at four quays' },
        environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION', 'POLLUTION_PREVENTION'],
        begunDaysAgo: 280,
      },
      {
        kind: 'SERVICE',
        title: { sv: 'Gemensam effektbokning i hamnen', en: 'Shared booking of power in the port' },
        environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
      },
    ],
    indicators: [
      {
        code: 'KS3-CO2',
        name: { sv: 'Minskade utsläpp av växthusgaser', en: 'Cut in greenhouse-gas emissions' },
        unit: 'ton CO2e per år',
        baseline: '0',
        target: '5200',
        measurements: [{ daysAgo: 40, value: '0' }],
      },
    ],
  },
};
