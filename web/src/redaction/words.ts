/** The words of taking values out of the log. */
export const redactionWords = {
  title: { sv: 'Händelselogg', en: 'Activity log' },
  lead: {
    sv: 'Sök det som ska tas bort ur loggen: ett namn eller en text i skäl, ändringar och vem som gjorde något.',
    en: 'Look for what is to be taken out of the log: a name or a text in reasons, changes and who did something.',
  },
  text: { sv: 'Text i loggen', en: 'Text in the log' },
  search: { sv: 'Sök', en: 'Search' },
  nothing: { sv: 'Inget i loggen innehåller det.', en: 'Nothing in the log holds it.' },
  nothingMore: {
    sv: 'Sökningen skiljer inte på stora och små bokstäver, men på å, ä, ö och andra bokstäver.',
    en: 'The search does not tell capitals from small letters, but å, ä and ö from other letters.',
  },
  found: { sv: 'Händelser', en: 'Events' },
  redact: { sv: 'Ta bort uppgifter …', en: 'Redact …' },
  redactOf: { sv: (what: string) => `Ta bort uppgifter: ${what}`, en: (what: string) => `Redact: ${what}` },
  redactTitle: { sv: 'Ta bort uppgifter ur loggen', en: 'Take values out of the log' },
  which: { sv: 'Vad ska tas bort?', en: 'What is to go?' },
  ground: { sv: 'Grund', en: 'Ground' },
  groundHint: {
    sv: 'Artikel 17 i dataskyddsförordningen eller ett gallringsbeslut. Skriv inte det som tas bort.',
    en: 'Article 17 of the GDPR, or a decision on disposal. Do not write what is to go.',
  },
  forGood: {
    sv: 'Det går inte att ångra. Samma text tas bort också i idéns andra händelser, stegen, förfrågningarna och lägesrapporterna. Loggens kedja håller ändå.',
    en: 'It cannot be undone. The same text also goes from other events of the idea, its steps, requests and status updates. The chain of the log holds all the same.',
  },
  done: { sv: 'Uppgifterna är borttagna.', en: 'The values have been taken out.' },
  redacted: { sv: 'Borttaget', en: 'Redacted' },
  actor: { sv: 'Vem som gjorde det', en: 'Who did it' },
  reason: { sv: 'Skäl', en: 'Reason' },
  before: { sv: (field: string) => `${field}, före`, en: (field: string) => `${field}, before` },
  after: { sv: (field: string) => `${field}, efter`, en: (field: string) => `${field}, after` },
  by: { sv: (name: string) => `av ${name}`, en: (name: string) => `by ${name}` },
};
