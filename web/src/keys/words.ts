/** The words of the keys' page. */
export const keyWords = {
  title: { sv: 'Nycklar', en: 'Keys' },
  lead: {
    sv: 'En API-nyckel är det som ett program eller en organisation loggar in med. En prenumerationsnyckel står i adresser till kalendern och filer, och läser bara dem.',
    en: 'An API key is what a program or an organisation signs in with. A feed token stands in addresses of the calendar and of files, and reads nothing else.',
  },
  newKey: { sv: 'Ny API-nyckel', en: 'New API key' },
  newToken: { sv: 'Ny prenumerationsnyckel', en: 'New feed token' },
  working: { sv: 'Nycklar som gäller', en: 'Keys that work' },
  ended: {
    sv: (n: number) => (n === 1 ? 'En nyckel som inte gäller längre' : `${n} nycklar som inte gäller längre`),
    en: (n: number) => (n === 1 ? 'One key that no longer works' : `${n} keys that no longer work`),
  },
  none: { sv: 'Inga nycklar', en: 'No keys' },
  noneMore: {
    sv: 'Du är inloggad hos din organisation. Ett program behöver en nyckel för att logga in.',
    en: 'You are signed in at your organisation. A program needs a key to sign in.',
  },
  feed: { sv: 'Prenumerationsnyckel', en: 'Feed token' },
  own: { sv: 'Den du är inloggad med', en: 'The one you are signed in with' },
  tools: { sv: 'Verktyg får ändra', en: 'Tools may write' },
  madeBy: { sv: (name: string) => `Skapad av ${name}`, en: (name: string) => `Made by ${name}` },
  begins: { sv: 'Börjar med', en: 'Begins with' },
  created: { sv: 'Skapad', en: 'Created' },
  lastUsed: { sv: 'Senast använd', en: 'Last used' },
  never: { sv: 'Aldrig', en: 'Never' },
  expires: { sv: 'Gäller till', en: 'Works until' },
  endless: { sv: 'Utan slut', en: 'Without end' },
  revokedAt: { sv: 'Återkallad', en: 'Revoked' },
  expiredAt: { sv: 'Gick ut', en: 'Expired' },
  rotate: { sv: (name: string) => `Ny hemlighet … ${name}`, en: (name: string) => `New secret … ${name}` },
  rotateShort: { sv: 'Ny hemlighet …', en: 'New secret …' },
  previousEnds: { sv: 'Gamla hemligheten gäller till', en: 'The old secret works until' },
  revoke: { sv: (name: string) => `Återkalla … ${name}`, en: (name: string) => `Revoke … ${name}` },
  revokeShort: { sv: 'Återkalla …', en: 'Revoke …' },
} as const;

/** What integrators may be granted, as the one who grants it must understand it. */
export const GRANT = {
  ALL_IDEAS: {
    sv: 'Alla idéer, även de som bara deras konsortium ser',
    en: 'Every idea, also those only their consortium sees',
  },
  ACTIVITY: {
    sv: 'Vad som händer med idéerna (utan belopp, avsiktsförklaringar och skäl)',
    en: 'What happens to the ideas (without money, letters of intent and reasons)',
  },
  CONFIDENTIAL: {
    sv: 'Belopp, avsiktsförklaringar och skäl',
    en: 'Money, letters of intent and reasons',
  },
} as const;
