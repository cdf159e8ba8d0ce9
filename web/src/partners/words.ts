/** The words of the partners' pages. */
export const partnerWords = {
  title: { sv: 'Partner', en: 'Partners' },
  lead: {
    sv: 'Organisationerna som bär idéerna. Varje partner har en sida där den ser var dess idéer står.',
    en: 'The organisations that carry the ideas. Each has a page that shows where its ideas stand.',
  },
  search: { sv: 'Sök partner', en: 'Search partners' },
  none: { sv: 'Inga partner ännu', en: 'No partners yet' },
  noneNamed: { sv: 'Ingen partner heter så', en: 'No partner has that name' },
  ideas: {
    sv: (n: number) => (n === 1 ? 'En pågående idé' : `${n} pågående idéer`),
    en: (n: number) => (n === 1 ? 'One active idea' : `${n} active ideas`),
  },
  noIdeas: { sv: 'Inga pågående idéer', en: 'No active ideas' },
  noIdeasMore: {
    sv: 'Här syns idéer som partnern äger eller är med i.',
    en: 'Ideas that the partner owns or takes part in show here.',
  },
  website: { sv: 'Webbplats', en: 'Website' },
  onBoard: { sv: 'Visa på tavlan', en: 'Show on the board' },
  blocked: { sv: 'Det som saknas', en: 'What is missing' },
  nothing: { sv: 'Inget blockerar', en: 'Nothing blocks it' },
  shownMet: { sv: 'Inget som visas för dig blockerar', en: 'Nothing that is shown to you blocks it' },
  arrived: { sv: 'Framme: ett projekt', en: 'Arrived: a project' },
  next: { sv: 'Härnäst', en: 'Next' },
  waiting: { sv: 'Väntar på beslut', en: 'Awaiting a decision' },
  noDeadline: { sv: 'Ingen sista dag satt', en: 'No deadline set' },
  suits: { sv: 'Utlysning som passar', en: 'A call that fits' },
} as const;
