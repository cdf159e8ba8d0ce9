import { CALL_FIELD } from '../field-words';

/** The words of the form for a call. */
export const formWords = {
  ...CALL_FIELD,
  addTitle: { sv: 'Lägg till utlysning', en: 'Add a funding call' },
  editTitle: { sv: 'Ändra utlysning', en: 'Edit the funding call' },
  what: { sv: 'Vad som utlyses', en: 'What is called for' },
  identifierHint: {
    sv: 'Finansiärens egen, som HORIZON-MISS-2026-03-OCEAN-01. Har den ingen, skriv en egen som är unik.',
    en: "The funder's own, such as HORIZON-MISS-2026-03-OCEAN-01. Where there is none, write a unique one of your own.",
  },
  when: { sv: 'När (svensk tid)', en: 'When (Swedish time)' },
  deadline: { sv: (n: number) => `Sista ansökningsdag ${n}`, en: (n: number) => `Deadline ${n}` },
  deadlineLabel: { sv: (n: number) => `Namn på sista ansökningsdag ${n}`, en: (n: number) => `Name of deadline ${n}` },
  addDeadline: { sv: 'Lägg till sista ansökningsdag', en: 'Add a deadline' },
  removeDeadline: { sv: (n: number) => `Ta bort sista ansökningsdag ${n}`, en: (n: number) => `Remove deadline ${n}` },
  money: { sv: 'Pengar', en: 'Money' },
  currencyOf: {
    sv: (what: string) => `Valuta för ${what.toLowerCase()}`,
    en: (what: string) => `Currency of ${what.toLowerCase()}`,
  },
  moneyHint: {
    sv: 'Till exempel 5 miljoner, 2,5 mkr eller 500 tkr',
    en: 'Such as 5 million, 2.5 million or 500 thousand',
  },
  fundingRateHint: { sv: 'Procent av kostnaderna, till exempel 40', en: 'Per cent of the costs, such as 40' },
  rules: { sv: 'Regler', en: 'Rules' },
  about: { sv: 'Vad det handlar om', en: 'What it is about' },
  publish: { sv: 'Publicera genast', en: 'Publish at once' },
  save: { sv: 'Spara', en: 'Save' },
  saved: { sv: 'Utlysningen är sparad.', en: 'The call is saved.' },
  back: { sv: 'Tillbaka', en: 'Back' },
} as const;
