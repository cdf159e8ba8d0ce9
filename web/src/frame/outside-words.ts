/** Why somebody isn't signed in. */
export const outsideWords = {
  UNKNOWN: {
    sv: 'Nyckeln är inte känd, eller så gäller den inte längre.',
    en: 'The key is not known, or no longer valid.',
  },
  FEED_TOKEN: {
    sv: 'Det här är en prenumerationsnyckel: den gäller bara i adresser till filer och flöden. Logga in med en API-nyckel.',
    en: 'This is a feed token: it is for addresses of files and feeds only. Sign in with an API key.',
  },
  NO_ROLE: {
    sv: 'Din organisation känner dig, men du har ingen roll här. Be Region Blekinge om en.',
    en: 'Your organisation knows you, but you have no role here. Ask Region Blekinge for one.',
  },
  UNREACHABLE: {
    sv: 'Tjänsten går inte att nå. Försök igen.',
    en: "The service can't be reached. Try again.",
  },
  TURNED_AWAY: {
    sv: 'Du är inte längre inloggad: din nyckel gäller inte längre. Du ser det som är offentligt.',
    en: 'You are no longer signed in: your key is no longer valid. You see what is public.',
  },
  NOT_FINISHED: {
    sv: 'Inloggningen blev inte klar. Du ser det som är offentligt.',
    en: 'The sign-in was not completed. You see what is public.',
  },
} as const;
