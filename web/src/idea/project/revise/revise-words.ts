/** The words of the form that amends a project under way. */
export const reviseWords = {
  intro: {
    sv: 'Ändra det som ska ändras, för ett skäl i taget. Det som tas bort stryks ur planen men syns kvar, och det som först planerades finns kvar att jämföra med.',
    en: 'Change what is to be changed, for one reason at a time. What is removed is dropped from the plan and stays visible, and what was planned first is kept to compare with.',
  },
  why: { sv: 'Varför projektet ändras', en: 'Why the project is amended' },
  reference: { sv: 'Finansiärens ändringsbeslut, diarienummer', en: 'The funder’s decision, reference number' },
  referenceHint: { sv: 'Om finansiären har beslutat om ändringen.', en: 'If the funder has decided on the amendment.' },
  decidedOn: { sv: 'Beslutsdag', en: 'Day of the decision' },
  tooLong: {
    sv: (min: string, max: string) => `Ett projekt ska vara ${min}–${max} år.`,
    en: (min: string, max: string) => `A project lasts ${min}–${max} years.`,
  },
  waive: { sv: 'Medge undantag från projekttiden', en: 'Waive how long it lasts' },
  save: { sv: 'Spara ändringen', en: 'Save the amendment' },
  saved: { sv: 'Projektet är ändrat.', en: 'The project is amended.' },
} as const;
