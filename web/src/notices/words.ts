import type { NoticeKind, NoticeRhythm } from '../gql/graphql';

type InBoth = Readonly<{ sv: string; en: string }>;

export const NOTICE_KIND: Readonly<Record<NoticeKind, InBoth>> = {
  AGENDA: { sv: 'Att göra: det som väntar på oss', en: 'To do: what waits for us' },
  NEW_CALLS: { sv: 'Nya utlysningar', en: 'New calls' },
  CHANGES: { sv: 'Ändringar i idéer vi är med i', en: 'Changes of ideas that we are in' },
};

export const NOTICE_RHYTHM: Readonly<Record<NoticeRhythm, InBoth>> = {
  AT_ONCE: { sv: 'Genast', en: 'At once' },
  DAILY: { sv: 'Varje morgon', en: 'Every morning' },
  WEEKLY: { sv: 'Varje måndag', en: 'Every Monday' },
};

export const MAIL_LANGUAGE = { SV: { sv: 'Svenska', en: 'Swedish' }, EN: { sv: 'Engelska', en: 'English' } } as const;

export const noticeWords = {
  title: { sv: 'Mejl', en: 'Mails' },
  lead: {
    sv: 'Få det som händer som mejl, bara när det finns något att berätta. Adressen måste bekräfta först, och varje mejl har en länk som avslutar.',
    en: 'Have what happens sent by mail, when there is something to tell. The address must confirm first, and every mail has a link that ends them.',
  },
  follow: { sv: 'Följ via mejl', en: 'Follow by mail' },
  waiting: { sv: 'Väntar på att adressen bekräftar', en: 'Waits for the address to confirm' },
  going: { sv: 'Bekräftad', en: 'Confirmed' },
  lastSent: { sv: 'Senast skickat', en: 'Last sent' },
  never: { sv: 'Inget än', en: 'Nothing yet' },
  areas: { sv: 'Fokusområden', en: 'Focus areas' },
  allAreas: { sv: 'Alla', en: 'All' },
  language: { sv: 'Språk', en: 'Language' },
  rhythm: { sv: 'Hur ofta', en: 'How often' },
  kinds: { sv: 'Vad mejlen berättar om', en: 'What the mails tell of' },
  change: { sv: (to: string) => `Ändra … mejlen till ${to}`, en: (to: string) => `Change … the mails to ${to}` },
  changeShort: { sv: 'Ändra …', en: 'Change …' },
  end: { sv: (to: string) => `Avsluta mejlen till ${to}`, en: (to: string) => `End the mails to ${to}` },
  endShort: { sv: 'Avsluta', en: 'End' },
  ended: { sv: 'Mejlen är avslutade och adressen raderad.', en: 'The mails have ended, and the address is erased.' },
  email: { sv: 'E-postadress', en: 'E-mail address' },
  emailHint: {
    sv: 'Helst en roll eller funktion, så att den inte slutar gälla när någon slutar.',
    en: "Preferably a role's, so that it doesn't end when somebody leaves.",
  },
  areasHint: {
    sv: 'Gäller utlysningar och ändringar. Inget valt betyder alla.',
    en: 'For calls and changes. Nothing chosen means all.',
  },
  asked: {
    sv: (to: string) => `En länk är skickad till ${to}. Den ska bekräftas inom 48 timmar.`,
    en: (to: string) => `A link has been sent to ${to}. It is to be confirmed within 48 hours.`,
  },
  changed: { sv: 'Mejlen är ändrade.', en: 'The mails are changed.' },
  save: { sv: 'Spara', en: 'Save' },
  send: { sv: 'Skicka länken', en: 'Send the link' },
  changeTitle: { sv: 'Ändra mejlen', en: 'Change the mails' },
} as const;
