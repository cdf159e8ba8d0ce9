import { type DemoIdea, eur, sek } from '../shapes.js';

/** Applicants who wait for an answer. */
export const SUBMITTED_APPLICATIONS: readonly DemoIdea[] = [
  {
    key: 'industrial-water-reuse',
    title: { sv: 'Vatten som används två gånger', en: 'Water used twice' },
    summary: {
      sv: 'Renat avloppsvatten återanvänds i livsmedelsindustri och bevattning i stället för att släppas i Östersjön.',
      en: 'Treated wastewater is reused by food industry and irrigation instead of being let out into the Baltic Sea.',
    },
    challenge: {
      sv: 'Grundvattnet räcker inte torra somrar, samtidigt som näringsrikt vatten rinner ut i havet.',
      en: 'Groundwater runs short in dry summers while nutrient-rich water flows out to sea.',
    },
    owner: 'region-blekinge',
    visibility: 'PUBLIC',
    createdDaysAgo: 480,
    focusAreas: ['tech.smartare-samhallen', 'missions.samhallsutmaningar'],
    environmentalObjectives: ['WATER_AND_MARINE_RESOURCES', 'CLIMATE_CHANGE_ADAPTATION'],
    missions: ['OCEAN_AND_WATERS', 'CLIMATE_ADAPTATION'],
    technologyReadinessLevel: 6,
    members: [
      {
        partner: 'demokommunen',
        role: 'COORDINATOR',
        joinedDaysAgo: 410,
        signedDaysAgo: 230,
        commitment: eur('250000'),
      },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 400, signedDaysAgo: 240 },
      {
        partner: 'sensorexempel',
        role: 'BENEFICIARY',
        joinedDaysAgo: 350,
        signedDaysAgo: 225,
        commitment: eur('50000'),
      },
      { partner: 'przykladowy-uniwersytet-morski', role: 'BENEFICIARY', joinedDaysAgo: 300, signedDaysAgo: 205 },
    ],
    applications: [
      {
        call: 'DEMO-INTERREG-02',
        requested: eur('1400000'),
        coFinancing: eur('450000'),
        reference: 'DEMO-STHB-0107',
        startedDaysAgo: 202,
        submittedDaysAgo: 123,
        reviewDaysAgo: 95,
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 420 },
      { kind: 'ADVANCE', daysAgo: 180 },
    ],
  },
  {
    key: 'autonomous-sensor-buoys',
    title: { sv: 'Självgående mätbojar', en: 'Autonomous sensor buoys' },
    summary: {
      sv: 'Billiga bojar som själva håller sin plats mäter syre, buller och alger och delar data öppet i tre länder.',
      en: 'Cheap buoys that keep their own place measure oxygen, noise and algae and share open data in three countries.',
    },
    challenge: {
      sv: 'Havet mäts på få platser och sällan; förändringar upptäcks först när skadan är skedd.',
      en: 'The sea is measured in few places and seldom; changes are found when the harm is done.',
    },
    owner: 'bth',
    visibility: 'PARTNERS',
    createdDaysAgo: 560,
    focusAreas: ['smart-industri.marin-teknik', 'tech.digitalisering'],
    environmentalObjectives: ['WATER_AND_MARINE_RESOURCES', 'BIODIVERSITY_AND_ECOSYSTEMS'],
    missions: ['OCEAN_AND_WATERS'],
    technologyReadinessLevel: 5,
    members: [
      { partner: 'bth', role: 'COORDINATOR', joinedDaysAgo: 495, signedDaysAgo: 400 },
      { partner: 'sensorexempel', role: 'BENEFICIARY', joinedDaysAgo: 490, signedDaysAgo: 350 },
      { partner: 'beispiel-meerestechnik', role: 'BENEFICIARY', joinedDaysAgo: 420, signedDaysAgo: 320 },
      { partner: 'przykladowy-uniwersytet-morski', role: 'BENEFICIARY', joinedDaysAgo: 400, signedDaysAgo: 310 },
      { partner: 'asociacija-pavyzdine-jura', role: 'BENEFICIARY', joinedDaysAgo: 380, signedDaysAgo: 305 },
      { partner: 'blue-science-park', role: 'ASSOCIATED_PARTNER', joinedDaysAgo: 360 },
    ],
    applications: [
      {
        call: 'DEMO-HORIZON-OCEAN-01',
        requested: eur('5200000'),
        coFinancing: eur('300000'),
        reference: 'DEMO-101177002',
        startedDaysAgo: 292,
        submittedDaysAgo: 142,
        reviewDaysAgo: 110,
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 500 },
      { kind: 'ADVANCE', daysAgo: 270 },
    ],
  },
  {
    key: 'recycled-steel-forming',
    title: { sv: 'Formning av återvunnet stål', en: 'Forming recycled steel' },
    summary: {
      sv: 'Presslinjer ställs om för plåt av återvunnet stål med mer föroreningar, styrda av mätning i realtid.',
      en: 'Press lines adapt to sheet metal of recycled steel with more impurities, steered by measurement in real time.',
    },
    challenge: {
      sv: 'Återvunnet stål spricker oftare i pressen, så kassationen äter upp klimatvinsten.',
      en: 'Recycled steel cracks more often in the press, so scrap eats up the climate gain.',
    },
    owner: 'techtank',
    visibility: 'CONSORTIUM',
    createdDaysAgo: 505,
    focusAreas: ['smart-industri.formningsteknologi', 'tech.digitalisering'],
    environmentalObjectives: ['CIRCULAR_ECONOMY', 'CLIMATE_CHANGE_MITIGATION'],
    missions: [],
    technologyReadinessLevel: 6,
    members: [
      {
        partner: 'exempelpress',
        role: 'COORDINATOR',
        joinedDaysAgo: 440,
        signedDaysAgo: 150,
        commitment: sek('18000000'),
      },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 430, signedDaysAgo: 140, commitment: sek('2500000') },
      { partner: 'sensorexempel', role: 'BENEFICIARY', joinedDaysAgo: 300, signedDaysAgo: 120 },
    ],
    applications: [
      {
        call: 'DEMO-ENERGI-03',
        requested: sek('16000000'),
        coFinancing: sek('22000000'),
        deadline: 'Brytdatum 2 / Cut-off 2',
        startedDaysAgo: 92,
        submittedDaysAgo: 26,
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 450 },
      { kind: 'ADVANCE', daysAgo: 75 },
    ],
  },
];
