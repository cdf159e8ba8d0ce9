import type { Group } from './groups';

export const agendaWords = {
  title: { sv: 'Att göra', en: 'To do' },
  lead: { sv: 'Det som väntar på dig, det mest brådskande först.', en: 'What waits for you, the most urgent first.' },
  leadAdmin: {
    sv: 'Det som väntar på dig i programmet och i era egna idéer, det mest brådskande först.',
    en: 'What waits for you in the programme and in your own ideas, the most urgent first.',
  },
  nothing: { sv: 'Just nu väntar ingenting på dig.', en: 'Nothing waits for you right now.' },
  nothingMore: {
    sv: 'Här visas det som ska göras de närmaste 90 dagarna: sista ansökningsdagar, milstolpar, lägesrapporter och svar som någon väntar på.',
    en: 'Here is shown what is to be done in the next 90 days: deadlines, milestones, status updates and answers that somebody waits for.',
  },
  nobody: { sv: 'Logga in för att se vad som väntar på dig.', en: 'Sign in to see what waits for you.' },
  reader: {
    sv: 'Den som bara läser har ingenting att göra här.',
    en: 'Whoever only reads has nothing to do here.',
  },
  board: { sv: 'Till tavlan', en: 'To the board' },
  first: {
    sv: (shown: number, all: number) => `De ${shown} mest brådskande av ${all} visas.`,
    en: (shown: number, all: number) => `The ${shown} most urgent of ${all} are shown.`,
  },
  today: { sv: 'i dag', en: 'today' },
  tomorrow: { sv: 'i morgon', en: 'tomorrow' },
  yesterday: { sv: 'i går', en: 'yesterday' },
  inDays: { sv: (days: number) => `om ${days} dagar`, en: (days: number) => `in ${days} days` },
  daysAgo: { sv: (days: number) => `för ${days} dagar sedan`, en: (days: number) => `${days} days ago` },
  toIdea: { sv: (code: string) => `Till ${code}`, en: (code: string) => `To ${code}` },
};

export const GROUP: Readonly<Record<Group, { sv: string; en: string }>> = {
  OVERDUE: { sv: 'Försenat', en: 'Overdue' },
  WEEK: { sv: 'Den här veckan', en: 'This week' },
  MONTH: { sv: 'Den här månaden', en: 'This month' },
  LATER: { sv: 'Senare', en: 'Later' },
  ANY_DAY: { sv: 'Utan bestämd dag', en: 'On no set day' },
};
