import { type DemoIdea, eur } from '../shapes.js';

/** Consortia by the sea. */
export const SEA_CONSORTIA: readonly DemoIdea[] = [
  {
    key: 'electric-work-boats',
    title: { sv: 'Eldrivna arbetsbåtar', en: 'Electric work boats' },
    summary: {
      sv: 'Service- och bogserbåtar byggs om till eldrift med utbytbara batterier och prövas i hamn och skärgård.',
      en: 'Service boats and tugs are rebuilt for electric drive with swappable batteries and tested in port and archipelago.',
    },
    challenge: {
      sv: 'Arbetsbåtar går på diesel i trettio år till om de inte byggs om.',
      en: 'Work boats will run on diesel for another thirty years unless they are rebuilt.',
    },
    owner: 'blue-science-park',
    visibility: 'PARTNERS',
    createdDaysAgo: 380,
    focusAreas: ['smart-industri.marin-teknik'],
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION', 'WATER_AND_MARINE_RESOURCES'],
    missions: ['OCEAN_AND_WATERS'],
    technologyReadinessLevel: 6,
    members: [
      {
        partner: 'exempelvarvet',
        role: 'COORDINATOR',
        joinedDaysAgo: 280,
        signedDaysAgo: 100,
        commitment: eur('400000'),
      },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 270, signedDaysAgo: 110 },
      { partner: 'beispiel-meerestechnik', role: 'BENEFICIARY', joinedDaysAgo: 90, signedDaysAgo: 50 },
      { partner: 'exempelhamnen', role: 'ASSOCIATED_PARTNER', joinedDaysAgo: 200 },
    ],
    applications: [
      { call: 'DEMO-HORIZON-OCEAN-02', requested: eur('5500000'), coFinancing: eur('400000'), startedDaysAgo: 40 },
    ],
    transitions: [{ kind: 'ADVANCE', daysAgo: 300 }],
  },
  {
    key: 'climate-adapted-coast',
    title: { sv: 'Levande kustskydd', en: 'Living coastal protection' },
    summary: {
      sv: 'Strandängar, sanddyner och vass byggs upp som skydd mot högt vatten, i stället för murar av sten och betong.',
      en: 'Shore meadows, dunes and reeds are built up against high water, instead of walls of stone and concrete.',
    },
    challenge: {
      sv: 'Stormfloder skadar allt mer bebyggelse, och hårda skydd utarmar stranden.',
      en: 'Storm surges damage more and more buildings, and hard defences deplete the shore.',
    },
    owner: 'region-blekinge',
    visibility: 'PUBLIC',
    createdDaysAgo: 350,
    focusAreas: ['missions.samhallsutmaningar'],
    environmentalObjectives: ['CLIMATE_CHANGE_ADAPTATION', 'BIODIVERSITY_AND_ECOSYSTEMS'],
    missions: ['CLIMATE_ADAPTATION', 'OCEAN_AND_WATERS'],
    technologyReadinessLevel: 4,
    members: [
      { partner: 'demokommunen', role: 'COORDINATOR', joinedDaysAgo: 230, signedDaysAgo: 40 },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 220, signedDaysAgo: 90 },
      { partner: 'asociacija-pavyzdine-jura', role: 'BENEFICIARY', joinedDaysAgo: 70, letterOfIntent: 'REQUESTED' },
      { partner: 'foreningen-exempelskargarden', role: 'ASSOCIATED_PARTNER', joinedDaysAgo: 210 },
    ],
    applications: [
      { call: 'DEMO-INTERREG-03', requested: eur('1200000'), coFinancing: eur('400000'), startedDaysAgo: 18 },
    ],
    transitions: [{ kind: 'ADVANCE', daysAgo: 250 }],
  },
  {
    key: 'ghost-nets',
    title: { sv: 'Spökgarn blir råvara', en: 'Ghost nets become raw material' },
    summary: {
      sv: 'Förlorade fiskeredskap spåras med ekolod, bärgas av fiskare och blir råvara till nya rep och tekniska detaljer.',
      en: 'Lost fishing gear is found by sonar, salvaged by fishers and becomes raw material for new ropes and parts.',
    },
    challenge: {
      sv: 'Spökgarn fortsätter att fånga fisk i åratal, och bärgning är dyr när materialet saknar köpare.',
      en: 'Ghost nets go on catching fish for years, and salvage is costly while nobody buys the material.',
    },
    owner: 'blue-science-park',
    visibility: 'PUBLIC',
    createdDaysAgo: 715,
    focusAreas: ['smart-industri.marin-teknik', 'missions.samhallsutmaningar'],
    environmentalObjectives: ['WATER_AND_MARINE_RESOURCES', 'CIRCULAR_ECONOMY'],
    missions: ['OCEAN_AND_WATERS'],
    technologyReadinessLevel: 5,
    members: [
      {
        partner: 'przykladowy-uniwersytet-morski',
        role: 'BENEFICIARY',
        joinedDaysAgo: 680,
        signedDaysAgo: 620,
        ended: { daysAgo: 345, reason: 'Universitetet lämnar efter avslaget.' },
      },
      { partner: 'bth', role: 'COORDINATOR', joinedDaysAgo: 675, signedDaysAgo: 640 },
      { partner: 'exempelplast', role: 'BENEFICIARY', joinedDaysAgo: 660, signedDaysAgo: 630 },
      { partner: 'foreningen-exempelskargarden', role: 'BENEFICIARY', joinedDaysAgo: 650, signedDaysAgo: 615 },
      { partner: 'eksempel-havvind', role: 'BENEFICIARY', joinedDaysAgo: 60, letterOfIntent: 'REQUESTED' },
    ],
    applications: [
      {
        call: 'DEMO-INTERREG-01',
        requested: eur('1600000'),
        coFinancing: eur('420000'),
        reference: 'DEMO-STHB-0051',
        startedDaysAgo: 596,
        submittedDaysAgo: 503,
        reviewDaysAgo: 480,
        decided: { daysAgo: 360, rejected: 'Marknaden för det återvunna materialet är inte visad.' },
      },
      { call: 'DEMO-INTERREG-03', requested: eur('1700000'), coFinancing: eur('450000'), startedDaysAgo: 14 },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 690 },
      { kind: 'ADVANCE', daysAgo: 580 },
      { kind: 'RETURN', daysAgo: 350, to: 'CONSORTIUM', reason: 'Avslag: köpare av materialet ska med i konsortiet.' },
    ],
  },
  {
    key: 'archipelago-biogas',
    title: { sv: 'Biogas till skärgårdstrafiken', en: 'Biogas for archipelago traffic' },
    summary: {
      sv: 'Gödsel och matavfall blir flytande biogas till skärgårdens båtar genom en gemensam anläggning i länet.',
      en: 'Manure and food waste become liquid biogas for the boats of the archipelago by a shared plant in the county.',
    },
    challenge: {
      sv: 'Båtarna behöver ett bränsle som finns nära och klarar långa turer.',
      en: 'The boats need a fuel that is near at hand and lasts long trips.',
    },
    owner: 'region-blekinge',
    visibility: 'PARTNERS',
    createdDaysAgo: 640,
    focusAreas: ['missions.samhallsutmaningar'],
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION', 'CIRCULAR_ECONOMY'],
    missions: [],
    technologyReadinessLevel: 8,
    members: [
      { partner: 'exempelenergi', role: 'COORDINATOR', joinedDaysAgo: 540, signedDaysAgo: 400 },
      { partner: 'kretsdemo', role: 'BENEFICIARY', joinedDaysAgo: 500, letterOfIntent: 'REQUESTED' },
    ],
    applications: [],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 560 },
      {
        kind: 'DISCONTINUE',
        daysAgo: 210,
        reason: 'Skärgårdstrafiken väljer eldrift; underlaget för biogas försvann.',
      },
    ],
  },
];
