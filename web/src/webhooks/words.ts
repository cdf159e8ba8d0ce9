/** The words of the webhooks' pages. */
export const webhookWords = {
  title: { sv: 'Webhookar', en: 'Webhooks' },
  lead: {
    sv: 'En webhook skickar det som händer till ditt program, i samma stund som det händer.',
    en: 'A webhook sends what happens to your program, the moment it happens.',
  },
  add: { sv: 'Ny webhook', en: 'New webhook' },
  none: { sv: 'Inga webhookar än', en: 'No webhooks yet' },
  noneMore: {
    sv: 'Ditt program behöver en adress på internet som tar emot POST. Skapa en webhook dit, så kommer det första när något händer.',
    en: 'Your program needs an address on the internet that takes a POST. Make a webhook to it, and the first delivery comes when something happens.',
  },
  everything: { sv: 'Allt som händer', en: 'Everything that happens' },
  limitedTo: { sv: (names: string) => `Bara om ${names}`, en: (names: string) => `Only of ${names}` },
  ofKey: { sv: (name: string) => `Tillhör ${name}`, en: (name: string) => `Belongs to ${name}` },
  active: { sv: 'Fungerar', en: 'Working' },
  untried: { sv: 'Inget skickat än', en: 'Nothing sent yet' },
  failing: { sv: 'Tas inte emot', en: 'Not accepted' },
  disabled: { sv: 'Avstängd', en: 'Disabled' },
  made: { sv: (day: string) => `Skapad ${day}`, en: (day: string) => `Made ${day}` },
} as const;

/** Why a webhook gets nothing more, and what to do about it. */
export const DISABLED = {
  SWITCHED_OFF: {
    sv: 'Du eller någon annan som har den har stängt av den. Sätt på den, så skickas allt som har hänt sedan dess.',
    en: 'You or somebody else who has it switched it off. Switch it on, and all that has happened since is sent.',
  },
  NOT_ACCEPTED: {
    sv: 'En leverans togs inte emot på 24 timmar. Rätta mottagaren och skicka om det som misslyckades: då fortsätter allt därifrån.',
    en: 'A delivery was not accepted for 24 hours. Mend the receiver and send again what failed: then everything goes on from there.',
  },
  GONE: {
    sv: 'Mottagaren svarade 410 Gone: den vill inte ha mer. Skicka om den leveransen för att fortsätta.',
    en: 'The receiver answered 410 Gone: it wants no more. Send that delivery again to go on.',
  },
  DELETED: { sv: 'Den är borttagen.', en: 'It is deleted.' },
  KEY_ENDED: {
    sv: 'Nyckeln den tillhör gäller inte längre. Skapa en ny webhook med en ny nyckel.',
    en: 'The key it belongs to no longer works. Make a new webhook with a new key.',
  },
} as const;
