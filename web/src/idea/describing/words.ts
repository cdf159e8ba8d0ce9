import { VISIBLE_TO } from '../../language/domain-words';
import type { Bilingual } from '../../language/language';

/** The words of describing an idea. */
export const describingWords = {
  saved: { sv: (name: string) => `Sparat: ${name}.`, en: (name: string) => `Saved: ${name}.` },
  undone: { sv: (name: string) => `Återställt: ${name}.`, en: (name: string) => `Restored: ${name}.` },
  undoneByOther: {
    sv: 'Det gick inte att ångra: idén har ändrats igen sedan dess. Titta efter vad som gäller nu.',
    en: 'That could not be undone: the idea has changed again since. Look at what holds now.',
  },
  edit: { sv: (name: string) => `Redigera ${name}`, en: (name: string) => `Edit ${name}` },
  save: { sv: 'Spara', en: 'Save' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  unknown: { sv: 'Inte känd', en: 'Not known' },
  level: { sv: (level: string) => `TRL ${level}`, en: (level: string) => `TRL ${level}` },
  summaryHint: {
    sv: 'Vad idén går ut på, i några meningar.',
    en: 'What the idea is, in a few sentences.',
  },
  challengeHint: {
    sv: 'Varför den behövs: vilket problem den löser, och för vem.',
    en: 'Why it is needed: which problem it solves, and for whom.',
  },
  trlHint: {
    sv: 'Från 1, grundläggande principer, till 9, beprövat i verklig drift.',
    en: 'From 1, basic principles, to 9, proven in real operation.',
  },
  contactHint: {
    sv: 'Helst en funktionsbrevlåda, som innovation@organisation.example: en personlig adress är en personuppgift. Alla som ser idén och är inloggade ser den.',
    en: "Preferably a role's mailbox, such as innovation@organisation.example: a personal address is personal data. All who see the idea and have signed in see it.",
  },
  charactersLeft: {
    sv: (left: number) => `${left} tecken till behövs för att gå vidare.`,
    en: (left: number) => `${left} more ${left === 1 ? 'character is' : 'characters are'} needed to advance.`,
  },
  enough: { sv: 'Långt nog för att gå vidare.', en: 'Long enough to advance.' },
  conflict: {
    sv: 'Någon annan har ändrat samma sak medan du skrev. Välj vad som ska gälla; inget är sparat ännu.',
    en: 'Somebody else has changed the same thing while you wrote. Choose what shall hold; nothing is saved yet.',
  },
  mine: { sv: 'Det du skrev', en: 'What you wrote' },
  theirs: { sv: 'Det som är sparat nu', en: 'What is saved now' },
  saveChosen: { sv: 'Spara det valda', en: 'Save what is chosen' },
  empty: { sv: '(tomt)', en: '(empty)' },
} as const;

/** What each field is called: the same in the form, beside a fault and where two versions stand side by side. */
export const FIELD_NAMES = {
  'title.sv': { sv: 'Titel', en: 'Title in Swedish' },
  'title.en': { sv: 'Titel på engelska', en: 'Title in English' },
  'summary.sv': { sv: 'Sammanfattning', en: 'Summary in Swedish' },
  'summary.en': { sv: 'Sammanfattning på engelska', en: 'Summary in English' },
  'challenge.sv': { sv: 'Utmaning', en: 'Challenge in Swedish' },
  'challenge.en': { sv: 'Utmaning på engelska', en: 'Challenge in English' },
  focusAreas: { sv: 'Fokusområden', en: 'Focus areas' },
  environmentalObjectives: { sv: 'Miljömål', en: 'Environmental objectives' },
  missions: { sv: 'EU-uppdrag', en: 'EU Missions' },
  technologyReadinessLevel: { sv: 'Teknisk mognad (TRL)', en: 'Technology readiness (TRL)' },
  contactEmail: { sv: 'Kontakt (e-post)', en: 'Contact (e-mail)' },
  visibility: { sv: 'Syns för', en: 'Visible to' },
} as const satisfies Record<string, Bilingual>;

/** Who sees an idea, and what that means. */
export const VISIBILITY = {
  CONSORTIUM: {
    name: VISIBLE_TO.CONSORTIUM,
    means: {
      sv: 'Bara ägaren, de som är med och Region Blekinge. Bra medan idén tar form.',
      en: 'Only its owner, those who take part and Region Blekinge. Good while the idea takes shape.',
    },
  },
  PARTNERS: {
    name: VISIBLE_TO.PARTNERS,
    means: {
      sv: 'Alla inloggade partner. De kan höra av sig och vilja vara med.',
      en: 'All partners who are signed in. They can get in touch and want to join.',
    },
  },
  PUBLIC: {
    name: VISIBLE_TO.PUBLIC,
    means: {
      sv: 'Vem som helst på webben, även en projektplans budget. Vad som söks, beviljas och utlovas, och avsiktsförklaringar, visas ändå bara för dem som är med.',
      en: 'Anyone on the web, the budget of a project plan too. What is asked for, granted and promised, and letters of intent, are still shown only to those who take part.',
    },
  },
} as const;
