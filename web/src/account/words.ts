export const accountWords = {
  title: { sv: 'Konto', en: 'Account' },
  as: { sv: 'Inloggad som', en: 'Signed in as' },
  role: { sv: 'Roll', en: 'Role' },
  partner: { sv: 'Partner', en: 'Partner' },
  nobody: { sv: 'Du är inte inloggad.', en: 'You are not signed in.' },
  nobodyMore: {
    sv: 'Du ser det som är offentligt. Logga in uppe till höger för att se och ändra mer.',
    en: 'You see what is public. Sign in at the top right to see and change more.',
  },
  where: { sv: 'Här är du inloggad', en: 'Where you are signed in' },
  shared: {
    sv: 'Här står alla webbläsare där någon har loggat in med samma nyckel eller samma organisationskonto. Känner du inte igen en av dem: avsluta den, och be om en ny nyckel om ni loggar in med en.',
    en: 'All browsers in which somebody has signed in with the same key or the same account of your organisation. If you don’t recognise one, end it, and ask for a new key if you sign in with one.',
  },
  unknown: { sv: 'Okänd enhet', en: 'Unknown device' },
  here: { sv: 'Den här webbläsaren', en: 'This browser' },
  since: { sv: 'Inloggad', en: 'Signed in' },
  used: { sv: 'Senast använd', en: 'Last used' },
  unused: { sv: 'Avslutas om den inte används', en: 'Ends if it isn’t used' },
  ends: { sv: 'Avslutas senast', en: 'Ends at the latest' },
  end: { sv: 'Avsluta', en: 'End' },
  endThat: {
    sv: (device: string, since: string) => `Avsluta inloggningen i ${device} från ${since}`,
    en: (device: string, since: string) => `End the sign-in in ${device} of ${since}`,
  },
  ended: { sv: 'Inloggningen är avslutad.', en: 'The sign-in was ended.' },
  endAll: { sv: 'Logga ut överallt', en: 'Sign out everywhere' },
  endAllMore: {
    sv: 'Alla inloggningar i listan avslutas, också den här. En nyckel gäller ändå: den kan logga in igen.',
    en: 'All sign-ins in the list are ended, this one too. A key still works: it can sign in again.',
  },
  endedAll: {
    sv: (n: number) => (n === 1 ? 'En inloggning är avslutad.' : `${n} inloggningar är avslutade.`),
    en: (n: number) => (n === 1 ? 'One sign-in was ended.' : `${n} sign-ins were ended.`),
  },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
};
