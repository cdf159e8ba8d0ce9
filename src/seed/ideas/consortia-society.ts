import { type DemoIdea, eur, sek } from '../shapes.js';

/** Consortia around town: water, transport and power. */
export const SOCIETY_CONSORTIA: readonly DemoIdea[] = [
  {
    key: 'ai-stormwater',
    title: { sv: 'Dagvatten som styrs av väderprognosen', en: 'Stormwater steered by the forecast' },
    summary: {
      sv: 'Dammar och magasin töms före skyfall med hjälp av prognoser och sensorer, och våtmarker renar vattnet efteråt.',
      en: 'Ponds and basins are emptied ahead of cloudbursts by forecasts and sensors; wetlands clean the water afterwards.',
    },
    challenge: {
      sv: 'Kortare och häftigare regn ger översvämning i tätorten och spolar ut föroreningar i viken.',
      en: 'Shorter and heavier rains flood the town and flush pollution into the bay.',
    },
    owner: 'bth',
    visibility: 'PUBLIC',
    createdDaysAgo: 290,
    focusAreas: ['tech.digitalisering', 'missions.samhallsutmaningar'],
    environmentalObjectives: ['CLIMATE_CHANGE_ADAPTATION', 'WATER_AND_MARINE_RESOURCES', 'BIODIVERSITY_AND_ECOSYSTEMS'],
    missions: ['CLIMATE_ADAPTATION'],
    technologyReadinessLevel: 5,
    members: [
      {
        partner: 'demokommunen',
        role: 'COORDINATOR',
        joinedDaysAgo: 160,
        signedDaysAgo: 80,
        commitment: eur('600000'),
      },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 160, signedDaysAgo: 85 },
      { partner: 'sensorexempel', role: 'BENEFICIARY', joinedDaysAgo: 140, signedDaysAgo: 60 },
    ],
    applications: [
      {
        call: 'DEMO-LIFE-01',
        requested: eur('1800000'),
        coFinancing: eur('1300000'),
        deadline: 'Idéskiss / Concept note',
        startedDaysAgo: 20,
      },
    ],
    transitions: [{ kind: 'ADVANCE', daysAgo: 180 }],
  },
  {
    key: 'electric-port-haulage',
    title: { sv: 'Eldrivna lastbilar från hamnen', en: 'Electric lorries from the port' },
    summary: {
      sv: 'Åkerier delar laddplatser och körscheman i hamnen så att containrar kan köras med el till hela sydöstra Sverige.',
      en: 'Hauliers share chargers and schedules in the port so that containers go by electricity across the southeast.',
    },
    challenge: {
      sv: 'Ett enskilt åkeri kan varken räkna hem laddare eller långa väntetider.',
      en: 'A single haulier can afford neither chargers nor long waits.',
    },
    owner: 'netport-science-park',
    visibility: 'CONSORTIUM',
    createdDaysAgo: 240,
    focusAreas: ['tech.smartare-samhallen'],
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
    missions: ['CLIMATE_NEUTRAL_CITIES'],
    technologyReadinessLevel: 7,
    members: [
      { partner: 'exempelhamnen', role: 'COORDINATOR', joinedDaysAgo: 130, signedDaysAgo: 30 },
      { partner: 'exempelenergi', role: 'BENEFICIARY', joinedDaysAgo: 110, letterOfIntent: 'REQUESTED' },
    ],
    applications: [],
    transitions: [{ kind: 'ADVANCE', daysAgo: 150 }],
  },
  {
    key: 'power-flexibility-market',
    title: { sv: 'Marknad för flexibel el', en: 'Market for flexible power' },
    summary: {
      sv: 'Industri, badhus och värmepumpar säljer flexibilitet till elnätet när det är trångt, genom en öppen marknad.',
      en: 'Industry, public baths and heat pumps sell flexibility to the grid when it is crowded, on an open market.',
    },
    challenge: {
      sv: 'Kapaciteten tar slut några timmar om året men stoppar nya anslutningar hela året.',
      en: 'Capacity runs out a few hours a year yet stops new connections all year round.',
    },
    owner: 'netport-science-park',
    visibility: 'PUBLIC',
    createdDaysAgo: 365,
    focusAreas: ['tech.smartare-samhallen', 'tech.digitalisering'],
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
    missions: ['CLIMATE_NEUTRAL_CITIES'],
    technologyReadinessLevel: 5,
    members: [
      { partner: 'exempelenergi', role: 'BENEFICIARY', joinedDaysAgo: 280, signedDaysAgo: 60 },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 270, letterOfIntent: 'REQUESTED' },
      { partner: 'demokommunen', role: 'BENEFICIARY', joinedDaysAgo: 100, letterOfIntent: 'REQUESTED' },
    ],
    applications: [
      {
        call: 'DEMO-ENERGI-02',
        requested: sek('9000000'),
        coFinancing: sek('8000000'),
        deadline: 'Skiss / Outline',
        startedDaysAgo: 15,
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 300 },
      { kind: 'PAUSE', daysAgo: 190, reason: 'Nätbolagets utredning om tariffer inväntas.' },
      { kind: 'RESUME', daysAgo: 120, reason: 'Utredningen är klar och tillåter marknaden.' },
    ],
  },
];
