/** The words of merging partners. */
export const mergeWords = {
  open: { sv: 'Slå ihop …', en: 'Merge …' },
  title: {
    sv: (name: string) => `Slå ihop ${name} med en annan partner`,
    en: (name: string) => `Merge ${name} into another`,
  },
  deed: { sv: 'Slå ihop', en: 'Merge' },
  means: {
    sv: (name: string) =>
      `När samma organisation är inlagd två gånger blir den ena den andra. Det som hör till ${name} flyttas till den partner du väljer, och adressen hit leder dit.`,
    en: (name: string) =>
      `When one organisation has been added twice, the one becomes the other. What belongs to ${name} moves to the partner that you choose, and this address leads there.`,
  },
  into: { sv: 'Partner som blir kvar', en: 'Partner that stays' },
  intoHint: { sv: 'Skriv en del av namnet.', en: 'Write a part of the name.' },
  moves: { sv: 'Det här flyttas', en: 'This moves' },
  ideas: {
    sv: (n: number) => (n === 0 ? 'Inga idéer' : n === 1 ? '1 idé' : `${n} idéer`),
    en: (n: number) => (n === 0 ? 'No ideas' : n === 1 ? '1 idea' : `${n} ideas`),
  },
  more: { sv: 'och fler', en: 'and more' },
  requests: {
    sv: (n: number) => (n === 1 ? '1 förfrågan som väntar på svar' : `${n} förfrågningar som väntar på svar`),
    en: (n: number) => (n === 1 ? '1 request that waits for an answer' : `${n} requests that wait for an answer`),
  },
  keys: {
    sv: (n: number) => (n === 1 ? '1 nyckel, som fortsätter att gälla' : `${n} nycklar, som fortsätter att gälla`),
    en: (n: number) => (n === 1 ? '1 key, which works on' : `${n} keys, which work on`),
  },
  shared: {
    sv: (codes: string) =>
      `Båda är med i ${codes}. Där blir den starkare rollen kvar, med den längst komna avsiktsförklaringen och åtagandena hoplagda.`,
    en: (codes: string) =>
      `Both are in ${codes}. There the stronger role stays, with the further letter of intent and the sum of the commitments.`,
  },
  forGood: { sv: 'Det går inte att ångra.', en: 'This cannot be undone.' },
  why: { sv: 'Skäl', en: 'Reason' },
  whyHint: { sv: 'Syns för alla som är inloggade.', en: 'Shown to all who have signed in.' },
  merged: { sv: (name: string) => `Ihopslagen med ${name}.`, en: (name: string) => `Merged into ${name}.` },
} as const;
