/** The words of what the programme has brought about, and of groups. */
export const resultsWords = {
  outcomes: { sv: 'Resultat', en: 'Outcomes' },
  kind: { sv: 'Slag', en: 'Kind' },
  planned: { sv: 'Planerade', en: 'Planned' },
  inDevelopment: { sv: 'Under utveckling', en: 'In development' },
  delivered: { sv: 'Levererade', en: 'Delivered' },
  deliveredOf: {
    sv: (delivered: number, all: number) => `${delivered} av ${all} levererade`,
    en: (delivered: number, all: number) => `${delivered} of ${all} delivered`,
  },
  underWay: {
    sv: (n: number) => `${n} under utveckling`,
    en: (n: number) => `${n} in development`,
  },
  noOutcomes: { sv: 'Inga resultat är planerade än', en: 'No outcomes are planned yet' },
  indicators: { sv: 'Indikatorer', en: 'Indicators' },
  indicatorsAbout: {
    sv: 'Senaste mätvärden tillsammans, per kod och enhet. Procenttal summeras inte.',
    en: 'The newest values measured, together, by code and unit. Percentages are not summed.',
  },
  indicator: { sv: 'Indikator', en: 'Indicator' },
  code: { sv: 'Kod', en: 'Code' },
  unit: { sv: 'Enhet', en: 'Unit' },
  projects: { sv: 'Projekt', en: 'Projects' },
  measured: { sv: 'Har mätt', en: 'Have measured' },
  baseline: { sv: 'Utgångsvärde', en: 'Baseline' },
  target: { sv: 'Målvärde', en: 'Target' },
  latest: { sv: 'Senaste mätvärde', en: 'Latest value' },
  targetOf: { sv: (target: string) => `mål ${target}`, en: (target: string) => `target ${target}` },
  measuredOf: {
    sv: (measured: number, projects: number) => `${measured} av ${projects} projekt har mätt`,
    en: (measured: number, projects: number) =>
      `measured by ${measured} of ${projects} ${projects === 1 ? 'project' : 'projects'}`,
  },
  noIndicators: { sv: 'Inga indikatorer är planerade än', en: 'No indicators are planned yet' },
  milestones: { sv: 'Milstolpar', en: 'Milestones' },
  completed: { sv: 'Nådda', en: 'Completed' },
  overdue: { sv: 'Försenade', en: 'Overdue' },
  dropped: { sv: 'Strukna', en: 'Dropped' },
  ofPlanned: {
    sv: (all: number) => `av ${all} planerade`,
    en: (all: number) => `of ${all} planned`,
  },
  slip: {
    sv: (days: string) => `Förskjutning: ${days} ${days === '1' ? 'dag' : 'dagar'} (median)`,
    en: (days: string) => `Slip: ${days} ${days === '1' ? 'day' : 'days'} (median)`,
  },
  slipDays: { sv: 'Förskjutning i dagar (median)', en: 'Slip in days (median)' },
  quantity: { sv: 'Storhet', en: 'Quantity' },
  count: { sv: 'Antal', en: 'Number' },
  noMilestones: { sv: 'Inga milstolpar är planerade än', en: 'No milestones are planned yet' },
  applications: { sv: 'Ansökningar och beslut', en: 'Applications and decisions' },
  status: { sv: 'Status', en: 'Status' },
  success: {
    sv: (granted: number, decided: number, rate: string) => `${granted} av ${decided} avgjorda är beviljade (${rate})`,
    en: (granted: number, decided: number, rate: string) =>
      `${granted} of ${decided} ${decided === 1 ? 'decision' : 'decisions'} granted (${rate})`,
  },
  daysToDecision: {
    sv: (days: string) => `beslut efter ${days} ${days === '1' ? 'dag' : 'dagar'} (median)`,
    en: (days: string) => `decided after ${days} ${days === '1' ? 'day' : 'days'} (median)`,
  },
  undecided: { sv: 'Inget beslut än.', en: 'No decision yet.' },
  successRate: { sv: 'Beviljandegrad', en: 'Success rate' },
  medianDaysToDecision: { sv: 'Dagar till beslut (median)', en: 'Days to decision (median)' },
  groups: { sv: 'Idéer i grupper', en: 'Ideas in groups' },
  groupsAbout: {
    sv: 'En idé som hör till flera grupper räknas i var och en.',
    en: 'An idea that belongs to several groups counts in each.',
  },
  groupBy: { sv: 'Gruppera efter', en: 'Group by' },
  group: { sv: 'Grupp', en: 'Group' },
  ideas: { sv: 'Idéer', en: 'Ideas' },
  noGroups: { sv: 'Ingen idé hör till någon grupp', en: 'No idea belongs to a group' },
  inApplications: {
    sv: (amounts: string) => `${amounts} i ansökningar`,
    en: (amounts: string) => `${amounts} in applications`,
  },
  grantedOf: { sv: (amounts: string) => `${amounts} beviljat`, en: (amounts: string) => `${amounts} granted` },
  outcomesDelivered: {
    sv: (n: number) => `${n} ${n === 1 ? 'resultat levererat' : 'resultat levererade'}`,
    en: (n: number) => `${n} ${n === 1 ? 'outcome' : 'outcomes'} delivered`,
  },
} as const;

/** What ideas can be grouped by, in the order of the list. */
export const GROUPING = {
  FOCUS_AREA: { sv: 'Fokusområde', en: 'Focus area' },
  OWNER: { sv: 'Ägare', en: 'Owner' },
  PARTNER: { sv: 'Partner', en: 'Partner' },
  SECTOR: { sv: 'Sektor', en: 'Sector' },
  ENVIRONMENTAL_OBJECTIVE: { sv: 'Miljömål', en: 'Environmental objective' },
  MISSION: { sv: 'EU-uppdrag', en: 'EU Mission' },
  FUNDER: { sv: 'Finansiär', en: 'Funder' },
  CALL_PROGRAMME: { sv: 'Utlysningens program', en: 'Programme of the call' },
  HEALTH: { sv: 'Läge enligt lägesrapport', en: 'Health' },
  PROGRAMME: { sv: 'Program', en: 'Programme' },
  YEAR_CREATED: { sv: 'År idén skapades', en: 'Year created' },
} as const;
