import { type DemoIdea, eur } from '../shapes.js';

/** A project under way, with partners from three countries: eelgrass. */
export const EELGRASS: DemoIdea = {
  key: 'eelgrass-restoration-monitoring',
  title: {
    sv: 'Ålgräs tillbaka: återställning och uppföljning',
    en: 'Eelgrass returns: restoration and monitoring',
  },
  summary: {
    sv: 'Ängar av ålgräs planteras i grunda vikar och följs med drönare, sensorer och medborgarforskning i tre länder.',
    en: 'Eelgrass meadows are planted in shallow bays and followed by drones, sensors and citizens in three countries.',
  },
  challenge: {
    sv: 'Ålgräset har minskat kraftigt, och ingen vet tidigt nog vilka planteringar som kommer att överleva.',
    en: 'Eelgrass has declined sharply, and nobody knows early enough which plantings will survive.',
  },
  owner: 'blue-science-park',
  visibility: 'PUBLIC',
  createdDaysAgo: 725,
  focusAreas: ['smart-industri.marin-teknik', 'missions.samhallsutmaningar'],
  environmentalObjectives: ['BIODIVERSITY_AND_ECOSYSTEMS', 'WATER_AND_MARINE_RESOURCES'],
  missions: ['OCEAN_AND_WATERS', 'CLIMATE_ADAPTATION'],
  technologyReadinessLevel: 5,
  members: [
    { partner: 'bth', role: 'COORDINATOR', joinedDaysAgo: 690, signedDaysAgo: 655, commitment: eur('250000') },
    {
      partner: 'przykladowy-uniwersytet-morski',
      role: 'BENEFICIARY',
      joinedDaysAgo: 670,
      signedDaysAgo: 630,
      commitment: eur('200000'),
    },
    {
      partner: 'sensorexempel',
      role: 'BENEFICIARY',
      joinedDaysAgo: 660,
      signedDaysAgo: 640,
      commitment: eur('150000'),
    },
    { partner: 'asociacija-pavyzdine-jura', role: 'BENEFICIARY', joinedDaysAgo: 640, signedDaysAgo: 620 },
    { partner: 'demokommunen', role: 'ASSOCIATED_PARTNER', joinedDaysAgo: 300 },
  ],
  applications: [
    {
      call: 'DEMO-INTERREG-01',
      requested: eur('1800000'),
      coFinancing: eur('600000'),
      reference: 'DEMO-STHB-0042',
      startedDaysAgo: 590,
      submittedDaysAgo: 502,
      reviewDaysAgo: 480,
      decided: { daysAgo: 350, granted: eur('1800000') },
    },
  ],
  transitions: [
    { kind: 'ADVANCE', daysAgo: 695 },
    { kind: 'ADVANCE', daysAgo: 575 },
    { kind: 'ADVANCE', daysAgo: 310 },
  ],
  project: {
    plannedDaysAgo: 330,
    startsInDays: -290,
    years: 5,
    budget: eur('2400000'),
    milestones: [
      {
        title: { sv: 'Två vikar kartlagda', en: 'Two bays mapped' },
        dueInDays: -180,
        completedDaysAgo: 176,
      },
      {
        title: { sv: 'Första hektaret planterat', en: 'First hectare planted' },
        dueInDays: -60,
        completedDaysAgo: 66,
      },
      { title: { sv: 'Plattformen öppen för allmänheten', en: 'Platform open to the public' }, dueInDays: 150 },
      { title: { sv: 'Fem hektar planterade', en: 'Five hectares planted' }, dueInDays: 1100 },
    ],
    outcomes: [
      {
        kind: 'INNOVATION',
        title: { sv: 'Tidig varning för döende plantor', en: 'Early warning of dying plants' },
        environmentalObjectives: ['BIODIVERSITY_AND_ECOSYSTEMS'],
        begunDaysAgo: 200,
        deliveredDaysAgo: 30,
      },
      {
        kind: 'SERVICE',
        title: { sv: 'Öppen karta över ålgräsängar', en: 'Open map of eelgrass meadows' },
        environmentalObjectives: ['WATER_AND_MARINE_RESOURCES'],
        begunDaysAgo: 120,
      },
    ],
    indicators: [
      {
        code: 'RCO 84',
        name: {
          sv: 'Pilotåtgärder som utvecklats och genomförts gemensamt',
          en: 'Pilot actions developed jointly and implemented in projects',
        },
        unit: 'pilotåtgärder',
        baseline: '0',
        target: '4',
        measurements: [
          { daysAgo: 150, value: '1' },
          { daysAgo: 35, value: '2' },
        ],
      },
      {
        code: 'RCO 83',
        name: {
          sv: 'Gemensamt utarbetade strategier och handlingsplaner',
          en: 'Strategies and action plans jointly developed',
        },
        unit: 'strategier',
        baseline: '0',
        target: '2',
        measurements: [],
      },
    ],
  },
};
