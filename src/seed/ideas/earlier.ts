import type { DemoIdea } from '../shapes.js';

/** What became of a pre-study that was there before the programme: both went on within it. */
export const EARLIER_IDEAS: readonly DemoIdea[] = [
  {
    key: 'earlier-quay-power',
    title: { sv: 'El vid kaj', en: 'Power at the quay' },
    summary: { sv: 'Fartyg vid kaj får el från land.', en: 'Ships at the quay get power from shore.' },
    challenge: {
      sv: 'Hjälpmotorerna går dygnet runt medan fartygen ligger i hamn.',
      en: 'Auxiliary engines run round the clock while ships are in port.',
    },
    owner: 'region-blekinge',
    visibility: 'CONSORTIUM',
    createdDaysAgo: 798,
    focusAreas: ['smart-industri.marin-teknik'],
    environmentalObjectives: ['CLIMATE_CHANGE_MITIGATION'],
    missions: [],
    members: [{ partner: 'bth', role: 'COORDINATOR', joinedDaysAgo: 790 }],
    applications: [],
    transitions: [
      { kind: 'ADVANCE', daysAgo: 786 },
      { kind: 'DISCONTINUE', daysAgo: 772, reason: 'Förstudien är klar. Idén lever vidare i Kickstart S3.' },
    ],
  },
  {
    key: 'earlier-sludge-count',
    title: { sv: 'Vad slammet innehåller', en: 'What the sludge contains' },
    summary: {
      sv: 'Kommunernas slam mäts på samma sätt, så att näringen i det kan jämföras.',
      en: 'The municipalities measure their sludge alike, so that its nutrients can be compared.',
    },
    owner: 'region-blekinge',
    visibility: 'CONSORTIUM',
    createdDaysAgo: 796,
    focusAreas: ['missions.samhallsutmaningar'],
    environmentalObjectives: ['CIRCULAR_ECONOMY'],
    missions: ['SOIL'],
    members: [],
    applications: [],
    transitions: [{ kind: 'DISCONTINUE', daysAgo: 774, reason: 'Mätningarna visade att kommunerna redan gör så.' }],
  },
];
