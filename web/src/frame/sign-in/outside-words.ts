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
  MISPLACED: {
    sv: 'Tjänsten känner inte igen sin egen adress och släpper därför inte in någon. Säg till den som driver den.',
    en: 'The service does not recognise its own address, so it lets nobody in. Tell those who run it.',
  },
  NOT_FINISHED: {
    sv: 'Inloggningen blev inte klar. Du ser det som är offentligt.',
    en: 'The sign-in was not completed. You see what is public.',
  },
  NOT_SIGNED_OUT: {
    sv: 'Du är fortfarande inloggad, för tjänsten går inte att nå. Försök logga ut igen.',
    en: 'You are still signed in, since the service can’t be reached. Try to sign out again.',
  },
} as const;
