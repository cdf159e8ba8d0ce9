/** The words of the form that plans a project. */
export const planWords = {
  intro: {
    sv: 'Planen kan ändras tills idén har blivit ett projekt. Det som krävs för att bli ett projekt prövas medan du skriver.',
    en: 'The plan can be changed until the idea has become a project. What that takes is tested as you write.',
  },
  frame: { sv: 'Tid och budget', en: 'Time and budget' },
  startsOn: { sv: 'Startdag', en: 'First day' },
  endsOn: { sv: 'Slutdag (räknas med)', en: 'Last day (included)' },
  budget: { sv: 'Hela budgeten', en: 'The whole budget' },

  milestones: { sv: 'Milstolpar', en: 'Milestones' },
  milestone: { sv: (n: number) => `Milstolpe ${n}`, en: (n: number) => `Milestone ${n}` },
  addMilestone: { sv: 'Lägg till milstolpe', en: 'Add a milestone' },
  titleSv: { sv: 'Namn på svenska', en: 'Name in Swedish' },
  titleEn: { sv: 'Namn på engelska', en: 'Name in English' },
  dueOn: { sv: 'Ska nås senast', en: 'Due' },
  outside: {
    sv: 'Ligger utanför projekttiden. Flytta milstolpen eller ändra projektets dagar.',
    en: "Lies outside the project's time. Move the milestone or change the project's days.",
  },
  outcomes: { sv: 'Resultat', en: 'Outcomes' },
  outcome: { sv: (n: number) => `Resultat ${n}`, en: (n: number) => `Outcome ${n}` },
  addOutcome: { sv: 'Lägg till resultat', en: 'Add an outcome' },
  kind: { sv: 'Slag', en: 'Kind' },
  objectives: { sv: 'Miljömål som det bidrar till', en: 'Environmental objectives it serves' },
  indicators: { sv: 'Indikatorer', en: 'Indicators' },
  indicator: { sv: (n: number) => `Indikator ${n}`, en: (n: number) => `Indicator ${n}` },
  addIndicator: { sv: 'Lägg till indikator', en: 'Add an indicator' },
  code: { sv: 'Kod, till exempel RCO 10', en: 'Code, such as RCO 10' },
  unit: { sv: 'Enhet', en: 'Unit' },
  baseline: { sv: 'Utgångsvärde', en: 'Baseline' },
  target: { sv: 'Mål', en: 'Target' },
  remove: {
    sv: (name: string) => `Ta bort ${name.toLowerCase()}`,
    en: (name: string) => `Remove ${name.toLowerCase()}`,
  },

  demands: { sv: 'För att bli ett projekt', en: 'To become a project' },
  met: { sv: 'Uppfyllt', en: 'Met' },
  unmet: { sv: 'Saknas', en: 'Missing' },
  granted: { sv: 'En beviljad ansökan', en: 'A granted application' },
  lasts: {
    sv: (length: string, min: string, max: string) => `${length}, programmet kräver ${min}–${max} år`,
    en: (length: string, min: string, max: string) => `${length}, the programme asks for ${min}–${max} years`,
  },
  lastsUnknown: {
    sv: (min: string, max: string) => `En projekttid på ${min}–${max} år`,
    en: (min: string, max: string) => `A time of ${min}–${max} years`,
  },
  covered: {
    sv: (sum: string) => `Budgeten är täckt: ${sum} i beviljade belopp och åtaganden`,
    en: (sum: string) => `The budget is covered: ${sum} is granted or committed`,
  },
  gap: {
    sv: (sum: string, gap: string) => `${gap} saknas: ${sum} finns i beviljade belopp och åtaganden`,
    en: (sum: string, gap: string) => `${gap} is missing: ${sum} is granted or committed`,
  },
  budgetUnknown: { sv: 'En budget som är täckt', en: 'A budget that is covered' },
  othersNotCounted: {
    sv: (currencies: string) => `Belopp i ${currencies} räknas inte.`,
    en: (currencies: string) => `Amounts in ${currencies} do not count.`,
  },
  hasMilestones: {
    sv: (n: number) => (n === 1 ? '1 milstolpe inom projekttiden' : `${n} milstolpar inom projekttiden`),
    en: (n: number) =>
      n === 1 ? "1 milestone within the project's time" : `${n} milestones within the project's time`,
  },
  someOutside: {
    sv: (n: number) =>
      n === 1 ? '1 milstolpe ligger utanför projekttiden' : `${n} milstolpar ligger utanför projekttiden`,
    en: (n: number) =>
      n === 1 ? "1 milestone lies outside the project's time" : `${n} milestones lie outside the project's time`,
  },
  atLeastMilestone: { sv: 'Minst en milstolpe', en: 'At least one milestone' },
  hasOutcomes: { sv: (n: number) => `${n} resultat`, en: (n: number) => (n === 1 ? '1 outcome' : `${n} outcomes`) },
  atLeastOutcome: { sv: 'Minst ett resultat', en: 'At least one outcome' },

  save: { sv: 'Spara planen', en: 'Save the plan' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  saved: { sv: 'Planen är sparad.', en: 'The plan is saved.' },
} as const;
