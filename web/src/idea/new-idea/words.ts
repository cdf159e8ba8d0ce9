/** The words of beginning an idea. */
export const newIdeaWords = {
  title: { sv: 'Ny idé', en: 'New idea' },
  intro: {
    sv: 'Det räcker med det här för att börja. Resten fyller ni i på idéns egen sida när det blir klart.',
    en: "This is enough to begin. The rest is filled in on the idea's own page as it becomes clear.",
  },
  ideaTitle: { sv: 'Titel', en: 'Title in Swedish' },
  ideaTitleHint: {
    sv: 'Kort och begriplig även för den som inte är insatt.',
    en: 'Short, and clear to outsiders too.',
  },
  what: { sv: 'Sammanfattning: vad går idén ut på?', en: 'Summary in Swedish: what is the idea?' },
  whatHint: {
    sv: (n: number) => `Några meningar. Det behövs minst ${n} tecken för att gå vidare till konsortium.`,
    en: (n: number) => `A few sentences. At least ${n} characters are needed to advance to consortium.`,
  },
  why: { sv: 'Utmaning: varför behövs den?', en: 'Challenge in Swedish: why is it needed?' },
  whyHint: {
    sv: 'Vilket problem den löser, och för vem.',
    en: 'Which problem it solves, and for whom.',
  },
  titleEn: { sv: 'Titel på engelska', en: 'Title in English' },
  whatEn: { sv: 'Sammanfattning på engelska', en: 'Summary in English' },
  whyEn: { sv: 'Utmaning på engelska', en: 'Challenge in English' },
  programme: { sv: 'Program', en: 'Programme' },
  programmeHint: {
    sv: 'Idén hör till programmet för gott, och programmets krav gäller den.',
    en: 'The idea belongs to the programme for good, and its requirements hold for it.',
  },
  chooseProgramme: { sv: 'Välj program', en: 'Choose a programme' },
  owner: { sv: 'Ägare', en: 'Owner' },
  ownerHint: {
    sv: 'Partnern som ansvarar för idén. Skriv en del av namnet.',
    en: 'The partner that answers for the idea. Write a part of its name.',
  },
  ownedBy: {
    sv: (partner: string) => `Idén ägs av ${partner}.`,
    en: (partner: string) => `${partner} will own the idea.`,
  },
  create: { sv: 'Skapa idén', en: 'Create the idea' },
  created: {
    sv: (code: string) => `${code} är skapad. Nu kan du fylla i resten.`,
    en: (code: string) => `${code} has been created. Now you can fill in the rest.`,
  },
  notForYou: { sv: 'Idéer skapas av programmets partner', en: "Ideas are created by the programme's partners" },
  notForYouMore: {
    sv: 'Logga in som partner eller som Region Blekinge för att skapa en idé.',
    en: 'Sign in as a partner or as Region Blekinge to create an idea.',
  },
} as const;
