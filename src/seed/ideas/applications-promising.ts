import { type DemoIdea, sek } from '../shapes.js';

/** One is granted but its plan is not yet paid for; one was turned down and has applied anew. */
export const PROMISING_APPLICATIONS: readonly DemoIdea[] = [
  {
    key: 'circular-plastics-vehicles-boats',
    title: { sv: 'Cirkulär plast i fordon och båtar', en: 'Circular plastics in vehicles and boats' },
    summary: {
      sv: 'Kasserade nät, instrumentpaneler och spill blir granulat som klarar kraven i nya fordons- och båtdetaljer.',
      en: 'Discarded nets, dashboards and scrap become granulate that meets the demands of new vehicle and boat parts.',
    },
    challenge: {
      sv: 'Återvunnen plast har ojämn kvalitet och spårbarheten saknas, så konstruktörerna väljer jungfrulig råvara.',
      en: 'Recycled plastic varies in quality and cannot be traced, so designers choose virgin material.',
    },
    owner: 'techtank',
    visibility: 'PUBLIC',
    createdDaysAgo: 722,
    focusAreas: ['smart-industri.formningsteknologi', 'smart-industri.marin-teknik'],
    environmentalObjectives: ['CIRCULAR_ECONOMY'],
    missions: ['OCEAN_AND_WATERS'],
    technologyReadinessLevel: 5,
    members: [
      { partner: 'exempelplast', role: 'COORDINATOR', joinedDaysAgo: 708, signedDaysAgo: 698 },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 705, signedDaysAgo: 700 },
      {
        partner: 'exempelvarvet',
        role: 'BENEFICIARY',
        joinedDaysAgo: 702,
        signedDaysAgo: 690,
        ended: { daysAgo: 500, reason: 'Varvet avvaktar efter avslaget.' },
      },
      { partner: 'techtank', role: 'BENEFICIARY', joinedDaysAgo: 700, signedDaysAgo: 695 },
      {
        partner: 'kretsdemo',
        role: 'BENEFICIARY',
        joinedDaysAgo: 400,
        signedDaysAgo: 310,
        commitment: sek('1500000'),
      },
      { partner: 'exempelvarvet', role: 'BENEFICIARY', joinedDaysAgo: 260, signedDaysAgo: 215 },
    ],
    applications: [
      {
        call: 'DEMO-VINNOVA-01',
        requested: sek('6500000'),
        coFinancing: sek('6500000'),
        reference: 'DEMO-2024-03310',
        startedDaysAgo: 692,
        submittedDaysAgo: 603,
        reviewDaysAgo: 590,
        decided: { daysAgo: 520, rejected: 'Stark idé, men konsortiet saknade en återvinnare av materialet.' },
      },
      {
        call: 'DEMO-VINNOVA-03',
        requested: sek('7500000'),
        coFinancing: sek('8000000'),
        reference: 'DEMO-2026-01475',
        startedDaysAgo: 186,
        submittedDaysAgo: 97,
        reviewDaysAgo: 72,
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 712 },
      { kind: 'ADVANCE', daysAgo: 680 },
      {
        kind: 'RETURN',
        daysAgo: 512,
        to: 'CONSORTIUM',
        reason: 'Avslag: konsortiet ska kompletteras med en återvinnare.',
      },
      { kind: 'ADVANCE', daysAgo: 170 },
    ],
  },
  {
    key: 'biocide-free-hull-coating',
    title: { sv: 'Giftfri skrovyta', en: 'Biocide-free hull coating' },
    summary: {
      sv: 'En strukturerad skrovyta som hindrar påväxt utan gift provas på arbetsbåtar och byggs upp som tjänst på varv.',
      en: 'A structured hull surface that stops fouling without poison is tested on work boats and sold as a yard service.',
    },
    challenge: {
      sv: 'Båtbottenfärg läcker koppar, men ett skrov med påväxt drar mer bränsle.',
      en: 'Antifouling paint leaks copper, yet a fouled hull burns more fuel.',
    },
    owner: 'blue-science-park',
    visibility: 'PUBLIC',
    createdDaysAgo: 610,
    focusAreas: ['smart-industri.marin-teknik'],
    environmentalObjectives: ['POLLUTION_PREVENTION', 'CLIMATE_CHANGE_MITIGATION'],
    missions: ['OCEAN_AND_WATERS'],
    technologyReadinessLevel: 6,
    members: [
      {
        partner: 'exempelvarvet',
        role: 'COORDINATOR',
        joinedDaysAgo: 530,
        signedDaysAgo: 300,
        commitment: sek('10000000'),
      },
      { partner: 'bth', role: 'BENEFICIARY', joinedDaysAgo: 520, signedDaysAgo: 280, commitment: sek('1000000') },
      { partner: 'kretsdemo', role: 'BENEFICIARY', joinedDaysAgo: 400, signedDaysAgo: 255, commitment: sek('2000000') },
      { partner: 'foreningen-exempelskargarden', role: 'ASSOCIATED_PARTNER', joinedDaysAgo: 380 },
    ],
    applications: [
      {
        call: 'DEMO-ERDF-02',
        requested: sek('10000000'),
        coFinancing: sek('15000000'),
        reference: 'DEMO-20369876',
        startedDaysAgo: 250,
        submittedDaysAgo: 163,
        reviewDaysAgo: 140,
        decided: { daysAgo: 38, granted: sek('9000000') },
      },
    ],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 540 },
      { kind: 'ADVANCE', daysAgo: 235 },
    ],
    // The plan is ready, but grants and commitments fall four million short of its budget.
    project: {
      plannedDaysAgo: 22,
      startsInDays: 80,
      years: 5,
      budget: sek('26000000'),
      milestones: [
        { title: { sv: 'Provyta på tre båtar', en: 'Test surface on three boats' }, dueInDays: 300 },
        { title: { sv: 'Tjänsten öppen på två varv', en: 'Service open at two yards' }, dueInDays: 1200 },
      ],
      outcomes: [
        {
          kind: 'SERVICE',
          title: { sv: 'Skrovyta som tjänst', en: 'Hull surface as a service' },
          environmentalObjectives: ['POLLUTION_PREVENTION'],
        },
      ],
      indicators: [],
    },
  },
];
