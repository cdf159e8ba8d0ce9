import { agendaWords } from '../../agenda/words';
import type { Role } from '../../gql/graphql';
import type { Bilingual } from '../../language/language';
import type { IconName } from '../../parts/icon';

/** The pages of the menu: address, name and which addresses belong to it. */
export const PLACES = [
  ['/', 'board', /^\/($|ideas)/],
  ['/pipeline', 'pipeline', /^\/pipeline/],
  ['/calls', 'calls', /^\/calls/],
  ['/partners', 'partners', /^\/partners/],
] as const;

/** The first of them for those who have something to do. */
export const AGENDA_PLACE = ['/agenda', 'agenda', /^\/agenda/] as const;

/** Whether somebody changes things, and so has something to do. */
export const opensWithAgenda = (role: Role | null | undefined) => role === 'ADMIN' || role === 'PARTNER';

/** What the pages of the menu are called. */
export const placeWords = {
  agenda: agendaWords.title,
  board: { sv: 'Tavla', en: 'Board' },
  pipeline: { sv: 'Översikt', en: 'Pipeline' },
  calls: { sv: 'Utlysningar', en: 'Calls' },
  partners: { sv: 'Partner', en: 'Partners' },
};

/** A page that the menu of those signed in leads to. */
export interface OwnPage {
  href: string;
  name: Bilingual;
  icon: IconName;
  /** Whose work it is. */
  roles: readonly Role[];
}

const ANYBODY: readonly Role[] = ['ADMIN', 'PARTNER', 'INTEGRATOR'];

/** What belongs to one's own work, beside the pages that everybody sees. */
export const OWN_PAGES: readonly OwnPage[] = [
  { href: '/keys', name: { sv: 'Nycklar', en: 'Keys' }, icon: 'key', roles: ANYBODY },
  { href: '/webhooks', name: { sv: 'Webhookar', en: 'Webhooks' }, icon: 'link', roles: ANYBODY },
  { href: '/focus-areas', name: { sv: 'Fokusområden', en: 'Focus areas' }, icon: 'table', roles: ['ADMIN'] },
  { href: '/programmes', name: { sv: 'Program', en: 'Programmes' }, icon: 'flag', roles: ['ADMIN'] },
  { href: '/activity', name: { sv: 'Händelselogg', en: 'Activity log' }, icon: 'search', roles: ['ADMIN'] },
  { href: '/account', name: { sv: 'Konto', en: 'Account' }, icon: 'person', roles: ANYBODY },
];

/** The pages of somebody's role. */
export const ownPages = (role: Role | null | undefined): readonly OwnPage[] =>
  OWN_PAGES.filter(({ roles }) => role && roles.includes(role));
