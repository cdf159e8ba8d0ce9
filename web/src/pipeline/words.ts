const SWEDISH = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const ENGLISH = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** How many projects, inside a sentence: in words up to twelve. */
const inWords = (count: number) => ({ sv: SWEDISH[count] ?? count, en: ENGLISH[count] ?? count });

/** The words of the pipeline's page. */
export const pipelineWords = {
  title: { sv: 'Översikt', en: 'The pipeline' },
  lead: {
    sv: (ideas: number, moment: string) => `${ideas} ${ideas === 1 ? 'idé' : 'idéer'}, läget ${moment}.`,
    en: (ideas: number, moment: string) => `${ideas} ${ideas === 1 ? 'idea' : 'ideas'}, as of ${moment}.`,
  },
  noIdeas: { sv: 'Inga idéer än', en: 'No ideas yet' },
  noIdeasMore: {
    sv: 'Här syns idéernas väg så snart den första finns.',
    en: 'The path of the ideas shows here as soon as there is a first one.',
  },
  noIdeaFits: { sv: 'Ingen idé passar filtren', en: 'No idea fits the filters' },
  filters: { sv: 'Filter', en: 'Filters' },
  table: { sv: 'Tabell', en: 'Table' },
  asTable: { sv: (chart: string) => `Visa ”${chart}” som tabell`, en: (chart: string) => `Show “${chart}” as a table` },
  download: {
    sv: (chart: string) => `Ladda ner ”${chart}” som CSV`,
    en: (chart: string) => `Download “${chart}” as CSV`,
  },
  firstOnPaper: {
    sv: (shown: number, of: number) => `På papper står de ${shown} första av ${of}.`,
    en: (shown: number, of: number) => `On paper stand the first ${shown} of ${of}.`,
  },
  goal: { sv: 'Programmets mål', en: "The programme's goal" },
  goalOf: {
    sv: (projects: number, required: number) =>
      `${projects} av minst ${inWords(required).sv} ${required === 1 ? 'stort' : 'stora'} projekt`,
    en: (projects: number, required: number) =>
      `${projects} of at least ${inWords(required).en} large ${required === 1 ? 'project' : 'projects'}`,
  },
  goalPassed: {
    sv: (projects: number, required: number) =>
      `${projects === 1 ? 'stort' : 'stora'} projekt – målet är minst ${inWords(required).sv}`,
    en: (projects: number, required: number) =>
      `large ${projects === 1 ? 'project' : 'projects'} – the goal is at least ${inWords(required).en}`,
  },
  goalMet: { sv: 'Målet är nått.', en: 'The goal is met.' },
  goalLeft: { sv: 'Målet är inte nått än.', en: 'The goal is not met yet.' },
  closest: { sv: 'Närmast', en: 'Closest' },
  funnel: { sv: 'Idéer per steg', en: 'Ideas by stage' },
  stage: { sv: 'Steg', en: 'Stage' },
  ideas: { sv: 'Idéer', en: 'Ideas' },
  medianDays: { sv: 'Dagar i steget (median)', en: 'Days in stage (median)' },
  medianInStage: {
    sv: (days: string) => `median ${days} ${days === '1' ? 'dag' : 'dagar'} i steget`,
    en: (days: string) => `median ${days} ${days === '1' ? 'day' : 'days'} in stage`,
  },
  states: { sv: 'Lägen', en: 'States' },
  state: { sv: 'Läge', en: 'State' },
  matrix: { sv: 'Fokusområde × steg', en: 'Focus area × stage' },
  area: { sv: 'Fokusområde', en: 'Focus area' },
  history: { sv: 'Stegen över tid', en: 'Stages over time' },
  historyAbout: { sv: 'Antal idéer i varje steg, månad för månad.', en: 'Ideas in each stage, month by month.' },
  historyRead: {
    sv: 'Peka, eller använd pil vänster och höger, för att läsa av en månad.',
    en: 'Point, or use the left and right arrows, to read a month.',
  },
  month: { sv: 'Månad', en: 'Month' },
  total: { sv: 'Totalt', en: 'Total' },
  funding: { sv: 'Finansiering', en: 'Funding' },
  currency: { sv: 'Valuta', en: 'Currency' },
  requested: { sv: 'Belopp i ansökningar', en: 'Amount in applications' },
  coFinancing: { sv: 'Medfinansiering', en: 'Co-financing' },
  granted: { sv: 'Beviljat', en: 'Granted' },
  applications: { sv: 'Ansökningar', en: 'Applications' },
  inApplications: {
    sv: (n: number, currency: string) => `${n} ${n === 1 ? 'ansökan' : 'ansökningar'} i ${currency}`,
    en: (n: number, currency: string) => `${n} ${n === 1 ? 'application' : 'applications'} in ${currency}`,
  },
  noFunding: { sv: 'Ingen ansökan med belopp', en: 'No application with an amount' },
  noFundingMore: {
    sv: 'Belopp syns för den som är inloggad och med i idéerna.',
    en: 'Amounts show to those who are signed in and take part in the ideas.',
  },
  conversion: { sv: 'Hur många som går vidare', en: 'How many advance' },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  entered: { sv: 'Kom in', en: 'Entered' },
  advanced: { sv: 'Gick vidare', en: 'Advanced' },
  rate: { sv: 'Andel', en: 'Rate' },
  conversionOf: {
    sv: (advanced: number, entered: number) => `${advanced} av ${entered}`,
    en: (advanced: number, entered: number) => `${advanced} of ${entered}`,
  },
  afterDays: {
    sv: (days: string) => `efter ${days} ${days === '1' ? 'dag' : 'dagar'} (median)`,
    en: (days: string) => `after ${days} ${days === '1' ? 'day' : 'days'} (median)`,
  },
  forecast: { sv: 'Prognos på fem år', en: 'Five-year forecast' },
  forecastAbout: {
    sv: (runs: string) =>
      `Simulerad ${runs} gånger utifrån idéernas egen historik. Fältet rymmer åtta utfall av tio; strecket är det mittersta.`,
    en: (runs: string) =>
      `Simulated ${runs} times from the pipeline's own history. The band holds eight outcomes of ten, the line is the middle one.`,
  },
  projects: { sv: 'Projekt inom fem år', en: 'Projects within five years' },
  grantedIn: { sv: (currency: string) => `Beviljat, ${currency}`, en: (currency: string) => `Granted, ${currency}` },
  target: { sv: 'Mål', en: 'Goal' },
  quantity: { sv: 'Storhet', en: 'Quantity' },
  low: { sv: 'Lågt (p10)', en: 'Low (p10)' },
  middle: { sv: 'Mitten (p50)', en: 'Middle (p50)' },
  high: { sv: 'Högt (p90)', en: 'High (p90)' },
  between: {
    sv: (low: string, high: string) => `troligen mellan ${low} och ${high}`,
    en: (low: string, high: string) => `likely between ${low} and ${high}`,
  },
  assumptions: { sv: 'Antaganden', en: 'Assumptions' },
  basedOn: {
    sv: (n: number) => `byggt på ${n} fall`,
    en: (n: number) => `based on ${n} ${n === 1 ? 'case' : 'cases'}`,
  },
  deadlines: { sv: 'Sista ansökningsdagar inom 90 dagar', en: 'Deadlines within 90 days' },
  noDeadlines: {
    sv: 'Ingen ansökan har sista ansökningsdag inom 90 dagar',
    en: 'No application has a deadline within 90 days',
  },
  deadline: { sv: 'Sista ansökningsdag', en: 'Deadline' },
  idea: { sv: 'Idé', en: 'Idea' },
  call: { sv: 'Utlysning', en: 'Call' },
  risk: { sv: 'Risk', en: 'Risk' },
  unmet: { sv: 'Saknas', en: 'Missing' },
  nothing: { sv: 'inget', en: 'nothing' },
  withheld: {
    sv: (names: string) => `visas inte för dig: ${names}`,
    en: (names: string) => `not shown to you: ${names}`,
  },
  daysLeft: { sv: 'Dagar kvar', en: 'Days left' },
  none: { sv: 'Inga idéer än', en: 'The pipeline is empty' },
} as const;
